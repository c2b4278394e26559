import type { KeyPath } from "../../repository/documents/document.ts";
import type { Span } from "../../repository/text/span.ts";
import type { SourceText } from "../ecosystem.ts";
import { npmSpec } from "../ecosystems/npm-spec.ts";
import type { Occurrence, Subject, SubjectType } from "../occurrence.ts";

/** A string in a lockfile, without its quotes, and the UTF-16 offset in the file at which it stands. */
export interface Written {
  readonly text: string;
  readonly offset: number;
  readonly keyPath: KeyPath | null;
}

/** Collects the lock entries of one file. */
export interface LockEntries {
  readonly occurrences: readonly Occurrence[];
  /** Adds the version at a place of the file; `text` is what it is part of, for example `^1.2.3`. */
  add(name: string, place: Span, keyPath: KeyPath | null, text?: string): void;
}

/** Starts a collection. A lockfile names the same packages thousands of times, so their subjects are shared. */
export function lockEntries(file: SourceText, type: SubjectType): LockEntries {
  const { path, text } = file;
  const subjects = new Map<string, Subject>();
  const occurrences: Occurrence[] = [];
  return {
    occurrences,
    add(name, span, keyPath, written) {
      let subject = subjects.get(name);
      if (subject === undefined) {
        subject = { type, name };
        subjects.set(name, subject);
      }
      const version = text.slice(span.start, span.end);
      occurrences.push({
        path,
        span,
        text: written ?? version,
        version,
        kind: "lock-entry",
        subject,
        keyPath,
      });
    },
  };
}

/** Adds every version of a requirement. */
export function addSpec(entries: LockEntries, dependency: string, { text, offset, keyPath }: Written): void {
  const { name, versions } = npmSpec(dependency, text);
  for (const { version, at } of versions)
    entries.add(name, spanAt(offset + at, version.length), keyPath, text);
}

/** Adds the version with which the URL of a registry's tarball ends. */
export function addTarball(
  entries: LockEntries,
  name: string,
  version: string,
  { text, offset, keyPath }: Written,
): void {
  const at = version === "" ? -1 : text.lastIndexOf(`-${version}.tgz`);
  if (at === -1) return;
  entries.add(name, spanAt(offset + at + 1, version.length), keyPath);
}

function spanAt(start: number, length: number): Span {
  return { start, end: start + length };
}

const resolvedVersion = /\d+\.[0-9A-Za-z.+-]*/y;

/**
 * The end of the resolved version that starts at an offset of a text: digits, a dot, and whatever may follow in a
 * version. Gives `start` itself when no version starts there, so that a commit hash or a URL is not taken for one.
 */
export function resolvedVersionEnd(text: string, start: number): number {
  resolvedVersion.lastIndex = start;
  return resolvedVersion.test(text) ? resolvedVersion.lastIndex : start;
}
