import { type Covering, dottedKey, escaped } from "./missed-text.ts";

/** https://callowayproject.github.io/bump-my-version/reference/configuration/file/ */
export const bumpMyVersionFile: Covering = ({ path, before, after, alike }, config) => {
  if (alike === "this version") return null;
  const [search, replace] = ["current", "new"].map((which) => `${before}{${which}_version}${after}`);
  const where = config;
  if (config.endsWith(".cfg"))
    return { where, lines: [`[bumpversion:file:${path}]`, `search = ${search}`, `replace = ${replace}`] };
  return {
    where,
    lines: [
      "[[tool.bumpversion.files]]",
      `filename = ${quoted(path)}`,
      `search = ${quoted(search ?? "")}`,
      `replace = ${quoted(replace ?? "")}`,
    ],
  };
};

/** https://github.com/your-tools/tbump */
export const tbumpFile: Covering = ({ path, before, after, alike }, config) => {
  if (alike === "this version") return null;
  const search = quoted(`${before}{current_version}${after}`);
  return { where: config, lines: ["[[file]]", `src = ${quoted(path)}`, `search = ${search}`] };
};

/** https://commitizen-tools.github.io/commitizen/config/bump/#version_files : a file, and what its lines have to match. */
export const commitizenFile: Covering = ({ path, before, alike }, config) => {
  if (alike === "this version") return null;
  const pattern = escaped(before.trim());
  return {
    where: `\`version_files\` of ${config}`,
    lines: [quoted(pattern === "" ? path : `${path}:${pattern}`)],
  };
};

/** https://python-semantic-release.readthedocs.io/en/latest/configuration/configuration.html#version-toml */
export const pythonSemanticReleasePlace: Covering = (place, config) => {
  const { path, before } = place;
  const key = dottedKey(place);
  if (path.endsWith(".toml") && key !== null)
    return { where: `\`version_toml\` of ${config}`, lines: [quoted(`${path}:${key}`)] };
  const name = /(?:^|\W)(\w{1,40})["']?\s{0,4}[:=]{1,2}\s{0,4}["']?$/.exec(before)?.[1];
  if (name === undefined) return null;
  return { where: `\`version_variables\` of ${config}`, lines: [quoted(`${path}:${name}`)] };
};

/** A text of TOML: one that holds no quote of its own needs no escapes. */
function quoted(text: string): string {
  return text.includes('"') && !text.includes("'") ? `'${text}'` : JSON.stringify(text);
}
