import { within } from "../../../../repository/packages/path.ts";
import { anyVersion, type Covering, dottedKey, type MissedText, patternOf } from "./missed-text.ts";
import { sedLine } from "./script-lines.ts";

/** https://github.com/googleapis/release-please/blob/main/docs/customizing.md#updating-arbitrary-files */
export const releasePleaseExtraFile: Covering = (place, config) => {
  const { path } = place;
  const type = documentType(path);
  const jsonpath = jsonPathOf(place);
  if (type !== null && jsonpath !== null)
    return { where: `"extra-files" of ${config}`, lines: [JSON.stringify({ type, path, jsonpath })] };
  return {
    where: `"extra-files" of ${config}, and a comment \`x-release-please-version\` to the line`,
    lines: [JSON.stringify({ type: "generic", path })],
  };
};

/** https://github.com/release-it/bumper#out */
export const releaseItBumper: Covering = (place, config) => {
  const { path } = place;
  const key = dottedKey(place);
  const entry = key === null ? { file: path, type: "text/plain" } : { file: path, path: key };
  return { where: `"out" of the plugin "@release-it/bumper" of ${config}`, lines: [JSON.stringify(entry)] };
};

/** https://github.com/absolute-version/commit-and-tag-version#bumpfiles-packagefiles-and-updaters */
export const standardVersionFile: Covering = (place, config) => {
  const { path, keyPath, before, after } = place;
  const isPlain = before === "" && after === "";
  if (!isPlain && !(path.endsWith(".json") && keyPath?.join(".") === "version")) return null;
  const entry = { filename: path, type: isPlain ? "plain-text" : "json" };
  return {
    where: `"bumpFiles" of ${config}, beside those that it has or has by default`,
    lines: [JSON.stringify(entry)],
  };
};

/** https://github.com/jpoehnelt/semantic-release-replace-plugin */
export const semanticReleaseReplacement: Covering = (place, config) => {
  if (place.alike !== "nothing") return null;
  const { path, before, after } = place;
  const replacement = {
    files: [path],
    from: patternOf(place, anyVersion),
    to: `${before}\${nextRelease.version}${after}`,
  };
  return {
    where: `"replacements" of the plugin "semantic-release-replace-plugin" of ${config}, and the file to the "assets" of "@semantic-release/git"`,
    lines: [JSON.stringify(replacement)],
  };
};

/** https://github.com/antfu-collective/bumpp#readme : a text gets the new version wherever the current one stands. */
export const bumppFile: Covering = ({ path, keyPath }, config) => {
  const isManifest = /(?:^|\/)(?:package(?:-lock)?|bower|component|jsr|deno)\.jsonc?$/.test(path);
  if (isManifest && keyPath?.join(".") !== "version") return null;
  const where = config.endsWith("package.json")
    ? `the files that bumpp is given in ${config}`
    : `"files" of ${config}`;
  return {
    where: `${where}, beside those that it has or has by default`,
    lines: [config.endsWith("package.json") ? path : JSON.stringify(path)],
  };
};

/**
 * https://docs.npmjs.com/cli/commands/npm-version : the hook runs when package.json has the new version, and before the
 * commit. Where the root has no version of its own, the hook is not told one.
 */
export const versionHook: Covering = (place, _, folder) =>
  place.isOnlyLine
    ? {
        where: 'what the script "version" of package.json runs',
        lines: [
          `${sedLine(place, folder === "" ? "$npm_package_version" : versionOf(folder))} && git add ${place.path}`,
        ],
      }
    : null;

/**
 * https://github.com/unjs/changelogen/blob/main/src/commands/default.ts : `--release` commits package.json and the changelog
 * alone, and runs nothing in between.
 */
export const changelogenStep: Covering = (place, _, folder) =>
  place.isOnlyLine
    ? {
        where:
          "what is run behind `changelogen --bump`, and commit and tag behind that, since `--release` commits package.json and the changelog alone",
        lines: [`${sedLine(place, versionOf(folder))} && git add ${place.path}`],
      }
    : null;

/** How a shell reads the version of the package in a folder. */
function versionOf(folder: string): string {
  return `$(node -p "require('./${within(folder, "package.json")}').version")`;
}

/**
 * For a tool that writes manifests and tells nobody the version: what else has to follow is run behind it, and reads the
 * version from a package.json that it has written.
 * @param command how the tool is started
 */
export function behindCommand(command: string): Covering {
  return (place, _, folder) =>
    place.isOnlyLine
      ? {
          where: `what is run behind \`${command}\``,
          lines: [sedLine(place, versionOf(folder))],
        }
      : null;
}

function documentType(path: string): "json" | "yaml" | "toml" | null {
  if (/\.jsonc?$/.test(path)) return "json";
  if (/\.ya?ml$/.test(path)) return "yaml";
  return path.endsWith(".toml") ? "toml" : null;
}

function jsonPathOf({ keyPath }: MissedText): string | null {
  if (keyPath === null || keyPath.length === 0) return null;
  const steps = keyPath.map((key) =>
    typeof key === "number"
      ? `[${key}]`
      : /^\w+$/.test(key)
        ? `.${key}`
        : `['${key.replaceAll("'", "\\'")}']`,
  );
  return `$${steps.join("")}`;
}
