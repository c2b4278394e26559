import type { Ecosystem, SourceText } from "../ecosystem.ts";
import { npmSpec } from "../ecosystems/npm-spec.ts";
import type { Occurrence } from "../occurrence.ts";
import { addSpec, addTarball, type LockEntries, lockEntries, type Written } from "./lock-entries.ts";
import { visitYamlLines } from "./yaml-lines.ts";

/**
 * yarn.lock of Yarn 1 and of Yarn 2 and newer: descriptors, resolved versions and dependencies.
 * Formats: https://classic.yarnpkg.com/lang/en/docs/yarn-lock/ and https://yarnpkg.com/advanced/lexicon
 */
export const yarnLock: Ecosystem = {
  name: "yarn-lock",
  matches: (path) => /(?:^|\/)yarn\.lock$/u.test(path),
  occurrences(file) {
    const head = file.text.slice(0, 4096);
    if (head.includes("# yarn lockfile v1")) return classicEntries(file);
    return /^__metadata:/mu.test(head) ? modernEntries(file) : [];
  },
};

/** What Yarn 2 and newer write for a package of the repository itself. */
const local = "0.0.0-use.local";

const dependencyTables = new Set(["dependencies", "peerDependencies", "optionalDependencies"]);

function modernEntries(file: SourceText): readonly Occurrence[] {
  const { text } = file;
  const entries = lockEntries(file, "npm");
  visitYamlLines(text, ({ keys, keyStart, valueStart, valueEnd }) => {
    const [descriptors = "", field = "", dependency] = keys;
    if (descriptors === "__metadata") return;
    const keyPath = [...keys];
    const value = { text: text.slice(valueStart, valueEnd), offset: valueStart, keyPath };
    if (keys.length === 1) addDescriptors(entries, { text: descriptors, offset: keyStart, keyPath });
    else if (dependency !== undefined) {
      if (dependencyTables.has(field)) addSpec(entries, dependency, value);
    } else if (field === "resolution") addDescriptors(entries, value);
    else if (field === "version" && value.text !== local) addSpec(entries, packageOf(descriptors), value);
  });
  return entries.occurrences;
}

/** Adds the requirements in `name@^1.2.3, name@npm:^1.3.0`; each part may stand in quotes. */
function addDescriptors(entries: LockEntries, { text, offset, keyPath }: Written): void {
  let at = offset;
  for (const part of text.split(", ")) {
    const descriptor = unquoted(part);
    const separator = descriptor.indexOf("@", 1);
    const start = at + part.indexOf(descriptor) + separator + 1;
    const range = { text: descriptor.slice(separator + 1), offset: start, keyPath };
    if (separator !== -1) addSpec(entries, descriptor.slice(0, separator), range);
    at += part.length + ", ".length;
  }
}

/** The package that the descriptors of an entry resolve to. */
function packageOf(descriptors: string): string {
  const descriptor = unquoted(descriptors.split(", ", 1)[0] ?? "");
  const separator = descriptor.indexOf("@", 1);
  if (separator === -1) return descriptor;
  return npmSpec(descriptor.slice(0, separator), descriptor.slice(separator + 1)).name;
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/gu, "");
}

/** `  name "value"` of Yarn 1, with the indentation, the name and what stands before the value. */
const classicField = /^( +)("[^"]*"|[^\s"]+) +"?(?=[^\s"])/u;

function classicEntries(file: SourceText): readonly Occurrence[] {
  const entries = lockEntries(file, "npm");
  let name = "";
  let version = "";
  let table = "";
  for (const { 0: line, index } of file.text.matchAll(/^[^\r\n#][^\r\n]*/gmu)) {
    const field = classicField.exec(line);
    if (!line.startsWith(" ")) {
      const descriptors = line.replace(/:$/u, "");
      addDescriptors(entries, { text: descriptors, offset: index, keyPath: null });
      name = packageOf(descriptors);
      version = "";
    } else if (field === null) {
      table = line.trim().replace(/:$/u, "");
    } else {
      const key = unquoted(field[2] ?? "");
      const text = line.slice(field[0].length).replace(/"$/u, "");
      const value = { text, offset: index + field[0].length, keyPath: null };
      const isNested = field[1] !== "  ";
      if (isNested && dependencyTables.has(table)) addSpec(entries, key, value);
      if (!isNested && key === "resolved") addTarball(entries, name, version, value);
      if (!isNested && key === "version") {
        version = text;
        addSpec(entries, name, value);
      }
    }
  }
  return entries.occurrences;
}
