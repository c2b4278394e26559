import type { Document } from "../repository/documents/document.ts";
import { knownDocument } from "../repository/documents/document-cache.ts";
import { ignoreMarker } from "../repository/documents/ignore-comment.ts";
import { parseDocument } from "../repository/documents/parse-document.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Note, Repository } from "../repository/repository.ts";
import { contains, type Span } from "../repository/text/span.ts";
import { isBaselineText } from "./baseline-text.ts";
import { ascending, withoutOverlaps } from "./disjoint.ts";
import type { Ecosystem, SourceText } from "./ecosystem.ts";
import { generatedFolders } from "./generated/generated-folders.ts";
import { generatedBy } from "./generated/generated-header.ts";
import type { Occurrence } from "./occurrence.ts";
import { scanText } from "./text-scanner.ts";

/** Every version string of the repository. */
export interface Inventory {
  /** In the order of the repository's paths and, within a file, of their offsets. */
  readonly occurrences: readonly Occurrence[];
  /** The files with occurrences that say of themselves, or of which their folder says, that a generator wrote them. */
  readonly generated: ReadonlyMap<string, { readonly generator: string }>;
  /** The files that hold the marker of an ignore comment, in the order of the paths. */
  readonly ignoring: readonly string[];
  /** The files that should be text and are not. */
  readonly notes: readonly Note[];
  /** The files that do not parse in their own format, and are read as text. */
  readonly unparsed: readonly Note[];
}

/**
 * Finds every version string of the repository. Each file is read once, shown to the ecosystems that match its path,
 * and then to the text scanner for what they leave over, so every span has exactly one occurrence; where two
 * ecosystems want the same span, the first of the list has it. Files without occurrences are let go of.
 */
export function takeInventory(
  repository: Repository,
  workspace: Workspace,
  ecosystems: readonly Ecosystem[],
): Inventory {
  const occurrences: Occurrence[] = [];
  const generated = new Map<string, { generator: string }>();
  const ignoring: string[] = [];
  const notes: Note[] = [];
  const unparsed: Note[] = [];
  const marked = generatedFolders(repository);
  for (const path of repository.paths) {
    const text = repository.read(path);
    if (text === null && isLost(path, repository, ecosystems))
      notes.push({ path, message: "Holds a NUL, so it is taken for binary and not read." });
    if (text === null || isBaselineText(text)) continue;
    if (text.includes(ignoreMarker)) ignoring.push(path);
    const { found, note } = takeFile(path, text, {
      workspace,
      ecosystems,
      known: knownDocument(repository, path),
    });
    if (note !== null) unparsed.push({ path, message: note });
    if (found.length === 0) {
      repository.forget(path);
      continue;
    }
    const header = generatedBy(path, text);
    const generator = header?.generator ?? marked.get(path);
    if (generator !== undefined) generated.set(path, { generator });
    for (const occurrence of found) occurrences.push(inHeader(occurrence, header?.span ?? null));
  }
  return { occurrences, generated, ignoring, notes, unparsed };
}

/** True for a file without text that should have some, of which nobody has said yet why it has none. */
function isLost(path: string, repository: Repository, ecosystems: readonly Ecosystem[]): boolean {
  return (
    ecosystems.some((ecosystem) => ecosystem.matches(path)) &&
    !repository.notes.some((note) => note.path === path)
  );
}

function takeFile(
  path: string,
  text: string,
  {
    workspace,
    ecosystems,
    known,
  }: {
    readonly workspace: Workspace;
    readonly ecosystems: readonly Ecosystem[];
    readonly known: Document | null;
  },
): { found: Occurrence[]; note: string | null } {
  const file = sourceText(path, text, known);
  let found: Occurrence[] = [];
  for (const ecosystem of ecosystems) {
    if (!ecosystem.matches(path)) continue;
    const own = ascending(ecosystem.occurrences(file, workspace), spanOf);
    if (own.length > 0) found = merged(found, own);
  }
  return { found: merged(found, scanText(path, text, found.map(spanOf))), note: file.note() };
}

/** A file that parses itself at most once, if nobody has parsed it before, and knows the note of its document when somebody has asked for it. */
function sourceText(
  path: string,
  text: string,
  known: Document | null,
): SourceText & { note(): string | null } {
  let document: Document | null = null;
  return {
    path,
    text,
    document() {
      document ??= known ?? parseDocument(path, text);
      return document;
    },
    note: () => document?.note ?? null,
  };
}

/** What has been found, and what else there is between it. */
function merged(found: Occurrence[], more: readonly Occurrence[]): Occurrence[] {
  if (more.length === 0) return found;
  const others = withoutOverlaps(more, spanOf, found.map(spanOf));
  return found.length === 0 ? others : ascending([...found, ...others], spanOf);
}

function spanOf({ span }: Occurrence): Span {
  return span;
}

/** A bare number in the header of a generator is part of that header. */
function inHeader(occurrence: Occurrence, header: Span | null): Occurrence {
  if (header === null || occurrence.kind !== "text" || !contains(header, occurrence.span)) return occurrence;
  return { ...occurrence, kind: "generated-header" };
}
