import { posix } from "node:path";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import { indentationOf } from "../shared/javascript/indentation.ts";
import { jsonObject } from "../shared/javascript/manifest.ts";
import { withScalar } from "../shared/javascript/scalar-edit.ts";

/** Gives a text the version; null where the text does not hold one in this form. */
export type Updater = (text: string, version: string) => string | null;

/**
 * The updaters by type.
 * https://github.com/absolute-version/commit-and-tag-version/tree/master/lib/updaters/types
 */
const updaters: Readonly<Record<string, Updater>> = {
  json: updateJson,
  "plain-text": (_, version) => version,
  maven: updatePom,
  gradle: (text, version) => onFirstRow(text, gradleRow, () => `version = "${version}"`),
  csproj: (text, version) => between(text, "<Version>", "</Version>", version),
  yaml: (text, version) => withScalar("x.yaml", text, ["version"], version),
  openapi: (text, version) => withScalar("x.yaml", text, ["info", "version"], version),
  python: updatePython,
};

const jsonFiles = ["package.json", "bower.json", "manifest.json", "package-lock.json", "npm-shrinkwrap.json"];

/** By the type, else by the name of the file, as the tool decides; null where it knows none and skips the file. */
export function updaterOf(filename: string, type: unknown): Updater | null {
  const name = typeof type === "string" ? type : typeByName(filename);
  return name === null ? null : (updaters[name] ?? null);
}

function typeByName(filename: string): string | null {
  if (jsonFiles.includes(posix.basename(filename))) return "json";
  if (filename === "VERSION.txt" || filename === "version.txt") return "plain-text";
  if (filename.includes("pom.xml")) return "maven";
  if (filename.includes("build.gradle")) return "gradle";
  if (filename.endsWith(".csproj")) return "csproj";
  if (filename.includes("openapi.yaml")) return "openapi";
  if (/\.ya?ml$/u.test(filename)) return "yaml";
  return filename.includes("pyproject.toml") ? "python" : null;
}

function updateJson(text: string, version: string): string | null {
  const content = jsonObject(text);
  if (content === null) return null;
  const { packages } = content;
  const own = isObject(packages) ? packages[""] : undefined;
  const locked =
    isObject(packages) && isObject(own) ? { packages: { ...packages, "": { ...own, version } } } : {};
  const written = `${JSON.stringify({ ...content, version, ...locked }, null, indentationOf(text) || 2)}\n`;
  const ends = text.split("\r\n").length - 1;
  return ends * 2 > text.split("\n").length - 1 ? written.replaceAll("\n", "\r\n") : written;
}

/** The version of the project itself, which is indented once. */
function updatePom(text: string, version: string): string | null {
  return onFirstRow(text, /^(?: {0,4}|\t)<version>[^<]*<\/version>/u, (row) => {
    const start = row.indexOf(">") + 1;
    return row.slice(0, start) + version + row.slice(row.indexOf("<", start));
  });
}

const gradleRow = /^version\s*=\s*['"][\d.]/u;

/** The first line that gives something of the name a quoted value. */
function updatePython(text: string, version: string): string | null {
  const assigned = /version[" ]*= *["']/iu;
  return onFirstRow(text, assigned, (row) => {
    const found = assigned.exec(row);
    const start = found === null ? 0 : found.index + found[0].length;
    const end = Math.max(row.lastIndexOf('"'), row.lastIndexOf("'"));
    return row.slice(0, start) + version + row.slice(end);
  });
}

/** The text with the first row that matches in another form; null where none does. */
function onFirstRow(text: string, pattern: RegExp, change: (row: string) => string): string | null {
  const rows = text.split("\n");
  const index = rows.findIndex((row) => pattern.test(row));
  const row = rows[index];
  if (row === undefined) return null;
  rows[index] = change(row);
  return rows.join("\n");
}

/** The text with something else between two marks on one line; null where they are not there. */
function between(text: string, open: string, close: string, by: string): string | null {
  const start = text.indexOf(open);
  const end = start === -1 ? -1 : text.indexOf(close, start);
  return end === -1 ? null : text.slice(0, start + open.length) + by + text.slice(end);
}
