import type { ToolRelease } from "../release-tool.ts";
import { flagOf, textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { foreignMatches, literalPattern, withMatchesReplaced } from "../shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "../shared/patterns/translated-pattern.ts";
import { type FormatContext, formatPython } from "../shared/python/python-format.ts";
import { pythonReplacement } from "../shared/python/python-replacement.ts";
import { type BumpConfiguration, type FileChange, mayMiss, optionOf } from "./bump-configuration.ts";
import { parseParts, serializeParts } from "./version-parts.ts";

/** The two versions of a bump, and what else a template may name. */
export interface Bump {
  readonly current: string;
  readonly target: string;
  readonly context: FormatContext;
}

/** Searches and replaces in every file of one entry, `bumpversion/files.py`. */
export function changeFiles(
  change: FileChange,
  configuration: BumpConfiguration,
  bump: Bump,
  release: ToolRelease,
): void {
  const { origin } = change;
  const glob = textOf(change.options["glob"]);
  const name = textOf(change.options["filename"]) ?? "";
  const exclude = textsOf(change.options["glob_exclude"]);
  const paths =
    glob === null
      ? [joined(configuration.folder, name)]
      : release.glob([glob], { cwd: configuration.folder, ignore: exclude });
  if (paths.length === 0) release.inert({ origin, message: `${glob} matches no file` });
  for (const path of paths) changeFile(path, change, { configuration, bump, release });
}

function joined(folder: string, path: string): string {
  const plain = path.replace(/^(?:\.\/)+/, "");
  return folder === "" ? plain : `${folder}/${plain}`;
}

function changeFile(
  path: string,
  change: FileChange,
  {
    configuration,
    bump,
    release,
  }: { readonly configuration: BumpConfiguration; readonly bump: Bump; readonly release: ToolRelease },
): void {
  const { origin } = change;
  const before = release.read(path);
  if (before === null) {
    const end = mayMiss(change, configuration, "file")
      ? "does not exist"
      : "does not exist, and the bump fails";
    release.inert({ origin, message: `${path} ${end}` });
    return;
  }
  const context = contextOf(change, configuration, bump);
  const search = String(optionOf(change, configuration, "search"));
  const isRegex = flagOf(optionOf(change, configuration, "regex")) === true;
  const template = formatPython(String(optionOf(change, configuration, "replace")), context);
  const own = foreignMatches(searchPattern(search, isRegex, context), before, origin);
  // Where the serialized version is not there, the version as it is written in the configuration may be.
  const written = { ...context, current_version: bump.current };
  const isDefault = search === "{current_version}";
  const matches =
    own.length > 0 || !isDefault
      ? own
      : foreignMatches(searchPattern(search, isRegex, written), before, origin);
  const after = withMatchesReplaced(before, matches, (match) => pythonReplacement(template, match));
  if (after !== before) release.write(path, after, origin);
  if (matches.length > 0) return;
  const fails = mayMiss(change, configuration, "version") ? "" : ", and the bump fails";
  release.inert({
    origin,
    message: `${path} does not hold what is searched for${fails}`,
    declares: path,
  });
}

/** Whatever the flag says, a pattern that is none is searched for as it is written. */
function searchPattern(search: string, isRegex: boolean, context: FormatContext): RegExp {
  const literal = literalPattern(formatPython(search, context));
  if (!isRegex) return literal;
  const escaped = Object.fromEntries(
    Object.entries(context).map(([name, value]) => [
      name,
      typeof value === "string" ? literalPattern(value).source : value,
    ]),
  );
  return translatedPattern(formatPython(search, escaped), { multiline: true, dotAll: true }) ?? literal;
}

/** Each entry may take versions apart and put them together in its own way. */
function contextOf(change: FileChange, configuration: BumpConfiguration, bump: Bump): FormatContext {
  return {
    ...bump.context,
    current_version: serialized(bump.current, change, configuration, bump.context),
    new_version: serialized(bump.target, change, configuration, bump.context),
  };
}

export function serialized(
  version: string,
  change: FileChange,
  configuration: BumpConfiguration,
  context: FormatContext,
): string {
  // The version is taken apart by the pattern of the whole configuration, and put together by the formats of the entry.
  const pattern = String(optionOf({ ...change, options: {} }, configuration, "parse"));
  const parts = parseParts(version, pattern, change.origin);
  const formats = textsOf(optionOf(change, configuration, "serialize"));
  return parts === null ? version : (serializeParts(parts, formats, configuration.parts, context) ?? version);
}
