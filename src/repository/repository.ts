import type { LineIndex, Location } from "./text/location.ts";
import type { Span } from "./text/span.ts";

/** Something that the audit could not do and says aloud, for example a file that could not be read or parsed. */
export interface Note {
  /** Relative to the audited root; null when no single file is meant. */
  readonly path: string | null;
  readonly message: string;
}

/** What local git knows of the repository. Nothing of it is fetched. */
export interface GitFacts {
  /** The absolute path of the work tree's top folder; the audited root is this folder or lies below it. */
  readonly topLevel: string;
  /** Every tag name, the oldest tag first; those of one moment, and all where git cannot tell, by name. */
  readonly tags: readonly string[];
  /** The full hash of HEAD; null before the first commit. */
  readonly head: string | null;
  /** The checked-out branch; null when HEAD is detached. */
  readonly branch: string | null;
  /** The URL of the remote `origin`; null when there is none. */
  readonly remote: string | null;
  /** True when history is cut off, so that tags may be missing. */
  readonly shallow: boolean;
  /** True when HEAD has no parent that this clone knows, so that there is no history to ask for; absent for facts that were made by hand. */
  readonly isFirst?: boolean;
  /**
   * What git was given of the environment when these facts were read, for the questions that later stages ask; absent
   * for facts that were made by hand.
   */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The content of files by path where it is another than on disk; null for a file that is gone. */
export type ChangedFiles = ReadonlyMap<string, string | Uint8Array | null>;

/**
 * The audited repository as discovery found it: the regular files that a release could commit. Text is read once and
 * on demand.
 */
export interface Repository {
  /** Absolute path of the audited root. */
  readonly root: string;
  /** Every discovered regular file, relative to the root, with `/`, sorted by code unit. */
  readonly paths: readonly string[];
  /** Symbolic links by path, with the target as it is written; they are never followed to find files. */
  readonly links: ReadonlyMap<string, string>;
  /** What is another than on disk; only a view of a repository has it. */
  readonly changes?: ChangedFiles;
  /** Facts from local git; null when the root lies in no git work tree. */
  readonly git: GitFacts | null;
  /** What could not be read, grows while files are read. */
  readonly notes: readonly Note[];
  /** True when the path is one of `paths`. */
  has(path: string): boolean;
  /**
   * The text of a discovered file: UTF-8, or UTF-16 with a byte order mark, the byte order mark kept as its first
   * character so that offsets are those of the file; whatever else is no binary file is read as Latin-1, which leaves
   * a note. Null when it is binary or unreadable (unreadable leaves a note). Throws an AuditError when the path was not
   * discovered.
   */
  read(path: string): string | null;
  /** The bytes of a discovered file. Throws an AuditError when the path was not discovered or cannot be read. */
  bytes(path: string): Uint8Array;
  /** The line index of a text file, made once. Throws an AuditError when the path was not discovered or is no text. */
  lines(path: string): LineIndex;
  /** Resolves a span of a text file to the place that is shown for it. */
  locate(path: string, span: Span): Location;
  /** Lets go of the cached text of a file that nothing needs any more. */
  forget(path: string): void;
}
