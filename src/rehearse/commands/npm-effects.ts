import { posix } from "node:path";
import semver from "semver";
import * as v from "valibot";
import { readArguments } from "../answers/command-line.ts";
import { isObject, type JsonObject } from "../answers/json-file.ts";
import { writeFile } from "../files/changes.ts";
import { decodeUtf8, encodeUtf8 } from "../files/text.ts";
import { done, type Effect, type EffectCall } from "./effect.ts";

const json = v.record(v.string(), v.unknown());
const manifest = v.object({ version: v.optional(v.string()), scripts: v.optional(json) });
const releaseTypes = ["major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease"] as const;

const options = {
  flags: [
    ["--no-git-tag-version", "--allow-same-version", "--no-workspaces-update"],
    ["--no-commit-hooks", "--sign-git-tag", "--no-sign-git-tag", "--no-git-checks"],
  ].flat(),
  valued: ["--message", "--tag-version-prefix"],
  aliases: { "-m": "--message", "--git-tag-version=false": "--no-git-tag-version" },
};

/**
 * `npm version X` and `pnpm version X` of the package in the current folder: it rewrites package.json and the version
 * that a lockfile repeats. The commit and the tag that it may make are not made, as with `git commit` itself. With
 * lifecycle scripts of its own, or anything else to consider, it is not done at all.
 */
export const npmVersion: Effect = (call) => {
  const line = readArguments(call.args, options);
  const [subcommand, wanted, ...rest] = line?.operands ?? [];
  if (line === null || subcommand !== "version" || wanted === undefined || rest.length > 0) return null;
  const file = posix.join(call.cwd, "package.json");
  const found = read(call, file);
  const fields = v.safeParse(manifest, found?.value);
  if (found === null || !fields.success) return null;
  const { version: current, scripts } = fields.output;
  if (["preversion", "version", "postversion"].some((script) => scripts?.[script] !== undefined)) return null;
  const version = semver.valid(wanted) ?? incremented(current, wanted);
  if (version === null || (version === current && !line.options.has("--allow-same-version"))) return null;
  write(call, file, found.text, { ...found.value, version });
  for (const name of ["npm-shrinkwrap.json", "package-lock.json"])
    bumpLock(call, posix.join(call.cwd, name), version);
  return done(`v${version}\n`);
};

function incremented(current: string | undefined, wanted: string): string | null {
  const release = releaseTypes.find((type) => type === wanted);
  return release === undefined || current === undefined ? null : semver.inc(current, release);
}

function bumpLock(call: EffectCall, file: string, version: string): void {
  const found = read(call, file);
  if (found === null) return;
  const packages = v.safeParse(v.record(v.string(), json), found.value["packages"]);
  const own = packages.success ? packages.output[""] : undefined;
  const bumped = { ...found.value, version };
  const inner = packages.success && own ? { packages: { ...packages.output, "": { ...own, version } } } : {};
  write(call, file, found.text, { ...bumped, ...inner });
}

/** The object in a JSON file, with its keys in their order; null when there is none. */
function read(call: EffectCall, file: string): { text: string; value: JsonObject } | null {
  if (call.overlay.tree.find(file)?.kind !== "file") return null;
  const text = decodeUtf8(call.overlay.read(file));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { text, value } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * npm keeps the indentation and the line breaks before the first key, and writes one line without an end where it sees
 * none: https://github.com/npm/json-parse-even-better-errors
 */
function write(call: EffectCall, file: string, before: string, value: object): void {
  const [, newline = "", indent = ""] = /^\s*\{((?:\r?\n)+)(\s+)/.exec(before) ?? [];
  const text = `${JSON.stringify(value, null, indent)}\n`;
  writeFile(call.overlay, file, encodeUtf8(text.replaceAll("\n", newline)));
}
