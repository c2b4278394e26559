import { sep } from "node:path";
import { AuditError } from "../../audit-error.ts";
import type { GitFacts, Note, Repository } from "../repository.ts";
import { LineIndex, type Location } from "../text/location.ts";
import type { Span } from "../text/span.ts";
import type { ReadAhead } from "./read-ahead.ts";
import { readBytes, readText, textIn } from "./read-file.ts";
import { systemReason } from "./system-reason.ts";

/** What discovery found, ready to be read from. */
export class DiscoveredRepository implements Repository {
  readonly root: string;
  readonly paths: readonly string[];
  readonly links: ReadonlyMap<string, string>;
  readonly git: GitFacts | null;
  readonly #notes: Note[];
  /** The places of the paths in their order. */
  readonly #known: ReadonlyMap<string, number>;
  /** The root with a separator at its end, to which paths are appended as they are: they are normal already. */
  readonly #folder: string;
  readonly #texts = new Map<string, string | null>();
  readonly #lines = new Map<string, LineIndex>();
  readonly #noted = new Set<string>();
  readonly #ahead: ReadAhead | null;

  /** @param ahead reads the files before somebody who goes through all of them does */
  constructor(
    found: Pick<Repository, "root" | "paths" | "links" | "git" | "notes">,
    ahead: ReadAhead | null = null,
  ) {
    this.root = found.root;
    this.paths = found.paths;
    this.links = found.links;
    this.git = found.git;
    this.#notes = [...found.notes];
    this.#known = new Map(found.paths.map((path, index) => [path, index]));
    this.#folder = found.root.endsWith(sep) ? found.root : found.root + sep;
    this.#ahead = ahead;
    ahead?.begin(this.#folder, found.paths);
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  read(path: string): string | null {
    const bytes = this.#ahead?.take(this.#known.get(path) ?? -1) ?? null;
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const { text, note } = bytes === null ? readText(this.#file(path)) : textIn(bytes);
    this.#texts.set(path, text);
    if (note !== null) this.#noteOnce(path, note);
    return text;
  }

  bytes(path: string): Uint8Array {
    try {
      return readBytes(this.#file(path));
    } catch (error) {
      if (error instanceof AuditError) throw error;
      throw obstacle(`${path} cannot be read: ${systemReason(error)}`, path, "Make the file readable.");
    }
  }

  lines(path: string): LineIndex {
    const known = this.#lines.get(path);
    if (known !== undefined) return known;
    const text = this.read(path);
    if (text === null) throw obstacle(`${path} is not a text file`, path, "Name a text file instead.");
    const lines = new LineIndex(text);
    this.#lines.set(path, lines);
    return lines;
  }

  locate(path: string, span: Span): Location {
    return this.lines(path).locate(path, span);
  }

  /** A file without text costs nothing to keep, and need not be opened again to be known as such. */
  forget(path: string): void {
    this.#lines.delete(path);
    if (this.#texts.get(path) !== null) this.#texts.delete(path);
  }

  #file(path: string): string {
    if (this.has(path)) return this.#folder + path;
    throw obstacle(
      `${path} is not among the files of this repository`,
      path,
      "Check the path, and that git does not ignore the file.",
    );
  }

  /** A file that is released and read again is noted once. */
  #noteOnce(path: string, message: string): void {
    if (this.#noted.has(path)) return;
    this.#noted.add(path);
    this.#notes.push({ path, message });
  }
}

function obstacle(message: string, path: string, help: string): AuditError {
  return new AuditError(message, { path, help });
}
