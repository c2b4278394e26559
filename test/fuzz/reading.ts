import type { Ecosystem } from "../../src/inventory/ecosystem.ts";
import { ecosystems } from "../../src/inventory/ecosystems.ts";
import { takeInventory } from "../../src/inventory/inventory.ts";
import type { Occurrence } from "../../src/inventory/occurrence.ts";
import type { Document } from "../../src/repository/documents/document.ts";
import { documentCache } from "../../src/repository/documents/document-cache.ts";
import { type IgnoreComment, ignoreCommentsIn } from "../../src/repository/documents/ignore-comment.ts";
import { DiscoveredRepository } from "../../src/repository/files/discovered-repository.ts";
import { readWorkspace } from "../../src/repository/packages/read-workspace.ts";
import { LineIndex, type Location } from "../../src/repository/text/location.ts";

/** Everything that the audit makes of one file. */
export interface Reading {
  /** Null for a file that is taken for binary. */
  readonly text: string | null;
  /** What is said about the file. */
  readonly notes: readonly string[];
  readonly document: Document;
  /** What each ecosystem that reads the file finds, by its name. */
  readonly found: ReadonlyMap<string, readonly Occurrence[]>;
  /** What the inventory holds in the end. */
  readonly occurrences: readonly Occurrence[];
  /** Where each of `occurrences` is shown. */
  readonly places: readonly Location[];
  readonly ignores: readonly IgnoreComment[];
}

/** Reads one file of a folder. `path` is relative to it, with `/`. */
export type ReadFile = (root: string, path: string) => Reading;

/** Reads the file as the audit does: decodes, parses, asks every ecosystem, takes the inventory. */
export const readFile: ReadFile = (root, path) => {
  const links = new Map<string, string>();
  const repository = new DiscoveredRepository({ root, paths: [path], links, git: null, notes: [] });
  const documentOf = documentCache(repository);
  const document = documentOf(path) ?? { format: "text", scalars: [], note: null };
  const workspace = readWorkspace(repository, documentOf);
  const inventory = takeInventory(repository, workspace, ecosystems);
  const text = repository.read(path);
  const found = new Map<string, readonly Occurrence[]>();
  if (text !== null) {
    const file = { path, text, document: () => document };
    const occurrencesOf = (ecosystem: Ecosystem) => ecosystem.occurrences(file, workspace);
    for (const ecosystem of ecosystems)
      if (ecosystem.matches(path)) found.set(ecosystem.name, occurrencesOf(ecosystem));
  }
  const lines = new LineIndex(text ?? "");
  const { occurrences } = inventory;
  return {
    text,
    notes: [...repository.notes, ...inventory.notes].map(({ message }) => message),
    document,
    found,
    occurrences,
    places: occurrences.map(({ span }) => lines.locate(path, span)),
    ignores: text === null ? [] : ignoreCommentsIn(path, text),
  };
};
