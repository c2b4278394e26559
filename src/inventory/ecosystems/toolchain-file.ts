import type { KeyPath, Scalar } from "../../repository/documents/document.ts";
import { parseToml } from "../../repository/documents/parse-toml.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence, Subject } from "../occurrence.ts";
import { type FoundVersion, semverRequirement, versionAt } from "./requirement.ts";
import { scalarOccurrences, written } from "./scalar-occurrence.ts";

/**
 * Pins of compilers, runtimes and package managers: rust-toolchain, the one-line files of version managers,
 * .tool-versions, mise.toml, and `packageManager`, `engines`, `devEngines` and `volta` of package.json.
 * Formats: https://rust-lang.github.io/rustup/overrides.html, https://asdf-vm.com/manage/configuration.html,
 * https://mise.jdx.dev/configuration.html and https://docs.npmjs.com/cli/v11/configuring-npm/package-json
 */
export const toolchainFile: Ecosystem = {
  name: "toolchain-file",
  matches: (path) => readerOf(path) !== undefined,
  occurrences: (file) => readerOf(file.path)?.(file) ?? [],
};

type Reader = (file: SourceText) => readonly Occurrence[];

const readers: ReadonlyMap<string, Reader> = new Map([
  ["rust-toolchain.toml", rustToolchain],
  ["rust-toolchain", legacyRustToolchain],
  [".nvmrc", (file) => oneLine(file, "node")],
  [".node-version", (file) => oneLine(file, "node")],
  [".bun-version", (file) => oneLine(file, "bun")],
  [".go-version", (file) => oneLine(file, "go")],
  [".java-version", (file) => oneLine(file, "java")],
  [".python-version", (file) => oneLine(file, "python")],
  [".ruby-version", (file) => oneLine(file, "ruby")],
  [".swift-version", (file) => oneLine(file, "swift")],
  [".tool-versions", toolVersions],
  ["mise.toml", mise],
  [".mise.toml", mise],
  ["package.json", packageFields],
]);

function readerOf(path: string): Reader | undefined {
  return readers.get(path.slice(path.lastIndexOf("/") + 1));
}

/** A file that holds one version, perhaps with comments above it. */
function oneLine(file: SourceText, tool: string): Occurrence[] {
  const line = /^[ \t]*(?!#)\S.*$/mu.exec(file.text);
  const found =
    line === null ? null : versionAt(file.text, line.index + line[0].length - line[0].trimStart().length);
  return found === null ? [] : [inText(file, found, tool)];
}

/** `nodejs 22.1.0 20.0.0`: a tool and its versions in order of preference. */
function toolVersions(file: SourceText): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const { 0: line, index } of file.text.matchAll(/^[^\s#][^\r\n#]*/gmu)) {
    const tool = /^\S+/u.exec(line)?.[0] ?? "";
    for (const word of line.slice(tool.length).matchAll(/\S+/gu)) {
      const found = versionAt(file.text, index + tool.length + word.index);
      if (found !== null) occurrences.push(inText(file, found, asdfNames.get(tool) ?? tool));
    }
  }
  return occurrences;
}

const asdfNames = new Map([
  ["nodejs", "node"],
  ["golang", "go"],
]);

function inText(file: SourceText, { version, at }: FoundVersion, tool: string): Occurrence {
  const span = { start: at, end: at + version.length };
  const text = file.text[at - 1] === "v" ? `v${version}` : version;
  return { path: file.path, span, text, version, kind: "toolchain", subject: toolchain(tool), keyPath: null };
}

function toolchain(name: string): Subject {
  return { type: "toolchain", name };
}

/** One occurrence for each scalar that a reader of key paths takes for the version of a tool. */
function pinned(
  file: SourceText,
  toolOf: (path: KeyPath, scalars: readonly Scalar[]) => string | null,
): Occurrence[] {
  const { scalars } = file.document();
  return scalars.flatMap((scalar) => {
    const tool = toolOf(scalar.path, scalars);
    if (tool === null) return [];
    const found = semverRequirement(written(file, scalar));
    return scalarOccurrences(file, scalar, found, { kind: "toolchain", subject: toolchain(tool) });
  });
}

function rustToolchain(file: SourceText): Occurrence[] {
  return pinned(file, ([table, key]) => (table === "toolchain" && key === "channel" ? "rust" : null));
}

/** The file without an extension holds one line or, as its name does not say, TOML. */
function legacyRustToolchain(file: SourceText): Occurrence[] {
  if (!/^[ \t]*\[/mu.test(file.text)) return oneLine(file, "rust");
  return rustToolchain({ path: file.path, text: file.text, document: () => parseToml(file.text) });
}

function mise(file: SourceText): Occurrence[] {
  return pinned(file, ([table, tool, field]) => {
    const isVersion = field === undefined || field === "version" || typeof field === "number";
    return table === "tools" && typeof tool === "string" && isVersion ? tool : null;
  });
}

function packageFields(file: SourceText): Occurrence[] {
  const { scalars } = file.document();
  const managers = scalars.flatMap((scalar) => {
    const isManager = scalar.path.length === 1 && scalar.path[0] === "packageManager";
    return isManager ? packageManager(file, scalar) : [];
  });
  const engines = pinned(file, (path, all) => engineAt(path, all));
  return [...managers, ...engines].sort((a, b) => a.span.start - b.span.start);
}

/** `pnpm@10.13.1+sha512.…`: the version without the name and the hash. */
function packageManager(file: SourceText, scalar: Scalar): Occurrence[] {
  const [, tool, version] = /^([^@]+)@(\d[^+]*)/u.exec(written(file, scalar)) ?? [];
  if (tool === undefined || version === undefined) return [];
  const found = { version, at: scalar.content.start + tool.length + 1 };
  return [{ ...inText(file, found, tool), keyPath: scalar.path }];
}

/** `engines.node`, `volta.node`, and `devEngines.runtime.version`, whose tool is the `name` next to it. */
function engineAt(path: KeyPath, scalars: readonly Scalar[]): string | null {
  const [field, key] = path;
  if ((field === "engines" || field === "volta") && path.length === 2) return String(key);
  if (field !== "devEngines" || path.at(-1) !== "version") return null;
  const name = scalars.find(
    (other) =>
      other.path.length === path.length &&
      other.path.at(-1) === "name" &&
      other.path.every((part, at) => at === path.length - 1 || part === path[at]),
  )?.value;
  return typeof name === "string" ? name : null;
}
