import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence, SubjectType } from "../occurrence.ts";
import { findVersions } from "../versions/version.ts";
import { lockEntries, resolvedVersionEnd } from "./lock-entries.ts";

/**
 * Cargo.lock: the version of every entry, under the key path `["package", index, "version"]`, the versions in its list of
 * dependencies, and those in the git tag that it was taken from. Format: https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html
 */
export const cargoLock: Ecosystem = {
  name: "cargo-lock",
  matches: (path) => /(?:^|\/)Cargo\.lock$/u.test(path),
  occurrences: (file) => packageTables(file, "crate"),
};

/** uv.lock and poetry.lock, which list their packages in the same tables. */
export const pythonLock: Ecosystem = {
  name: "python-lock",
  matches: (path) => /(?:^|\/)(?:uv|poetry|pdm)\.lock$/u.test(path),
  occurrences: (file) => packageTables(file, "python"),
};

const header = "[[package]]";
const nameField = 'name = "';
const versionField = 'version = "';
const gitField = 'source = "git+';

/** Reads the lines of a file that a package manager wrote, which is many times faster than parsing it. */
function packageTables(file: SourceText, type: SubjectType): readonly Occurrence[] {
  const { text } = file;
  const entries = lockEntries(file, type);
  let index = -1;
  let name: string | null = null;
  let dependency = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (text.startsWith("[", start)) {
      if (text.startsWith(header, start)) index++;
      name = null;
      dependency = 0;
    } else if (text.startsWith(nameField, start)) {
      name = quotedFrom(text, start + nameField.length, end);
    } else if (name !== null && text.startsWith(versionField, start)) {
      const from = start + versionField.length;
      const version = quotedFrom(text, from, end);
      if (/^\d/u.test(version))
        entries.add(name, { start: from, end: from + version.length }, ["package", index, "version"]);
    } else if (name !== null && text.startsWith(gitField, start)) {
      for (const found of findVersions(text.slice(start, end)))
        entries.add(name, { start: start + found.start, end: start + found.end }, [
          "package",
          index,
          "source",
        ]);
    } else if (name !== null && text.startsWith(' "', start)) {
      // `"name 1.2.3"` or `"name 1.2.3 (source)"`; just `"name"` where only one version of it is locked.
      const space = text.indexOf(" ", start + 2);
      const from = space === -1 || space > end ? end : space + 1;
      const to = resolvedVersionEnd(text, from);
      const keyPath = ["package", index, "dependencies", dependency++];
      if (to > from) entries.add(text.slice(start + 2, from - 1), { start: from, end: to }, keyPath);
    }
    start = end + 1;
  }
  return entries.occurrences;
}

/** The text up to the closing quote; empty when the line has none. */
function quotedFrom(text: string, from: number, end: number): string {
  const quote = text.indexOf('"', from);
  return quote === -1 || quote > end ? "" : text.slice(from, quote);
}

/**
 * The entries of a Cargo.lock that stand for crates of the repository itself: those without a `source`. Each is written
 * `name@version`, so an occurrence is local when the set has `${subject.name}@${version}`; that holds for the versions
 * in lists of dependencies too.
 */
export function localEntries(text: string): ReadonlySet<string> {
  const local = new Set<string>();
  for (const table of text.split(/^\[\[package\]\]\r?$/mu).slice(1)) {
    const name = /^name = "([^"]*)"/mu.exec(table)?.[1];
    const version = /^version = "([^"]*)"/mu.exec(table)?.[1];
    const isLocal = !/^source = /mu.test(table);
    if (isLocal && name !== undefined && version !== undefined) local.add(`${name}@${version}`);
  }
  return local;
}
