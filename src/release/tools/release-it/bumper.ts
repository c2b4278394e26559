import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { indentationOf } from "../shared/javascript/indentation.ts";
import { jsonObject } from "../shared/javascript/manifest.ts";
import { keysOf, withScalar } from "../shared/javascript/scalar-edit.ts";
import { ToolRefusal } from "../tool-refusal.ts";

/** One entry of `out`, and what `in` is read as. */
export interface BumperFile {
  readonly file: string;
  readonly type: string;
  readonly paths: readonly string[];
  readonly isWhole: boolean;
  readonly prefix: string;
}

const types: Readonly<Record<string, string>> = {
  "application/json": "json",
  "application/yaml": "yaml",
  "application/x-yaml": "yaml",
  "text/yaml": "yaml",
  "application/toml": "toml",
  "text/toml": "toml",
  "text/x-properties": "ini",
  "application/xml": "xml",
  "text/xml": "xml",
  "application/xhtml+xml": "html",
  "text/html": "html",
};
const extensions = new Map(
  ["json", "yaml", "toml", "ini", "xml", "html"]
    .map((type) => [type, type])
    .concat([
      ["yml", "yaml"],
      ["xhtml", "html"],
    ]) as [string, string][],
);

/**
 * Reads one entry; null for what is none.
 * https://github.com/release-it/bumper/blob/main/index.js and its README
 */
export function bumperFile(entry: unknown): BumperFile | null {
  const option = isObject(entry) && !(entry instanceof Computed) ? entry : { file: entry };
  const { file, type, path, consumeWholeFile, versionPrefix } = option as JsonObject;
  if (typeof file !== "string") return null;
  const known =
    typeof type === "string" ? (types[type] ?? "text") : extensions.get(file.split(".").at(-1) ?? "");
  const paths = Array.isArray(path) ? path : [path ?? "version"];
  return {
    file: file.replace(/^\.\//u, ""),
    type: known ?? "text",
    paths: paths.filter((one) => typeof one === "string"),
    isWhole: consumeWholeFile === true,
    prefix: typeof versionPrefix === "string" ? versionPrefix : "",
  };
}

/** Gives one file the version, in place of the latest one where it is plain text. */
export function writeBumperFile(
  host: ToolRelease,
  path: string,
  {
    file,
    versions,
    origin,
  }: {
    readonly file: BumperFile;
    readonly versions: { readonly latest: string; readonly next: string };
    readonly origin: Origin;
  },
): void {
  const text = host.read(path);
  const { type, paths, isWhole, prefix } = file;
  const value = `${prefix}${versions.next}`;
  if (type === "text") {
    const held = text ?? versions.latest;
    const written =
      held !== "" && !isWhole && versions.latest !== ""
        ? held.replaceAll(versions.latest, versions.next)
        : `${versions.next}\n`;
    if (written === text) host.inert({ origin, message: `${path} does not hold ${versions.latest}` });
    host.write(path, written, origin);
    return;
  }
  if (type === "json") {
    const content = jsonObject(text ?? "{}");
    if (content === null) throw new ToolRefusal(`${path} is no JSON object`, origin);
    const changed = paths.reduce((holder, one) => withValue(holder, keysOf(one), value), content);
    host.write(path, `${JSON.stringify(changed, null, indentationOf(text ?? "") || "  ")}\n`, origin);
    return;
  }
  if (type !== "yaml" && type !== "toml")
    throw new ToolRefusal(`how ${path} is rewritten as ${type} is not known here`, origin);
  let written = text ?? "";
  for (const one of paths) {
    const moved = withScalar(`x.${type}`, written, keysOf(one), value);
    if (moved === null) host.inert({ origin, message: `${path} has no value at ${one}` });
    else written = moved;
  }
  host.write(path, written, origin);
}

/** An object with a value at a path; what is missing on the way is made. */
function withValue(holder: JsonObject, [key, ...rest]: ReturnType<typeof keysOf>, value: string): JsonObject {
  if (key === undefined) return holder;
  const held = holder[key];
  if (rest.length === 0) return { ...holder, [key]: value };
  if (Array.isArray(held)) {
    const [index, ...deeper] = rest;
    const items = held.map((item: unknown, at) =>
      at !== index
        ? item
        : deeper.length === 0
          ? value
          : withValue(isObject(item) ? item : {}, deeper, value),
    );
    return { ...holder, [key]: items };
  }
  return { ...holder, [key]: withValue(isObject(held) ? held : {}, rest, value) };
}
