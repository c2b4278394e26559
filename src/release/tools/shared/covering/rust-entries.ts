import { anyVersion, type Covering, patternOf } from "./missed-text.ts";

/** https://github.com/crate-ci/cargo-release/blob/master/docs/reference.md#config-fields , `pre-release-replacements` */
export const cargoReleaseReplacement: Covering = (place, config) => {
  if (place.alike !== "nothing") return null;
  const table = config.endsWith("Cargo.toml") ? "[package.metadata.release] " : "";
  const { path, before, after } = place;
  const search = literal(patternOf(place, anyVersion));
  const replace = literal(`${before.replaceAll("$", "$$$$")}{{version}}${after.replaceAll("$", "$$$$")}`);
  return {
    where: `\`${table}pre-release-replacements\` of ${config}, with the file relative to the crate`,
    lines: [`{ file = ${literal(path)}, search = ${search}, replace = ${replace} }`],
  };
};

/** https://knope.tech/reference/config-file/packages/#versioned_files */
export const knopeFile: Covering = (place, config) => {
  if (place.alike !== "nothing") return null;
  const regex = patternOf(place, `(?<version>${anyVersion})`);
  return {
    where: `\`versioned_files\` of ${config}`,
    lines: [`{ path = ${literal(place.path)}, regex = ${literal(regex)} }`],
  };
};

/** A literal text of TOML, in which a backslash is one. */
function literal(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
