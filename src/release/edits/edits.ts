import { groupBy } from "../../repository/collections/group-by.ts";
import { parseDocument } from "../../repository/documents/parse-document.ts";
import type { Repository } from "../../repository/repository.ts";
import type { MovedTrain, Origin, Rehearsal } from "../rehearsal.ts";
import type { Change } from "./change.ts";
import type { Edit } from "./edit.ts";
import { structuredChanges } from "./structured-changes.ts";
import { textChanges } from "./text-changes.ts";

/**
 * The edits of one rehearsal, sorted by path and offset. Only files that existed before and are text before and after
 * can hold edits; created, deleted and binary files are seen in the writes alone.
 */
export function editsOf(rehearsal: Rehearsal, repository: Repository): Edit[] {
  return [...groupBy(rehearsal.writes, ({ path }) => path)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, writes]) => {
      const original = repository.has(path) ? repository.read(path) : null;
      if (original === null) return [];
      return editsOfFile(
        path,
        original,
        writes.map(({ after, origin }) => ({ content: after, origin })),
        rehearsal,
      );
    });
}

/** The content that a file had after one write. */
interface State {
  readonly content: string | Uint8Array | null;
  readonly origin: Origin;
}

function editsOfFile(path: string, original: string, states: readonly State[], rehearsal: Rehearsal): Edit[] {
  const snapshots = states.flatMap(({ content, origin }) => {
    if (typeof content !== "string") return [];
    const changes = changesBetween(path, original, content);
    return [{ changes, names: new Set(changes.map(nameOf)), origin }];
  });
  const last = snapshots.at(-1);
  if (last === undefined || typeof states.at(-1)?.content !== "string") return [];
  return last.changes.map((change) => {
    const span = { start: change.start, end: change.end };
    const before = original.slice(span.start, span.end);
    return {
      path,
      span,
      before,
      after: change.after,
      origin: originOf(nameOf(change), snapshots),
      release: rehearsal.name,
      target: targetOf({ before, after: change.after }, rehearsal),
    };
  });
}

/** What history learned is the new version in one of its forms, by construction. */
function targetOf(
  { before, after }: Pick<Edit, "before" | "after">,
  { mechanism, trains, target }: Rehearsal,
): string | null {
  if (mechanism === "history") return target;
  if (after.includes(target)) return target;
  const written = trains.find((train) => after.includes(train.target));
  return (written ?? trains.find((train) => isCounted(train, before, after)))?.target ?? null;
}

/** A step that counts by itself, from what a place holds, arrives where the tool arrives that is asked for no version. */
function isCounted({ current, next }: MovedTrain, before: string, after: string): boolean {
  return next !== undefined && before === current && after === next;
}

function nameOf({ start, end, after }: Change): string {
  return `${start}-${end}:${after}`;
}

/** The earliest write from which on the change has its final form is the one that made it. */
function originOf(
  change: string,
  snapshots: readonly { readonly names: ReadonlySet<string>; readonly origin: Origin }[],
): Origin {
  let origin: Origin | null = null;
  for (const snapshot of snapshots) {
    if (!snapshot.names.has(change)) origin = null;
    else origin ??= snapshot.origin;
  }
  if (origin === null) throw new Error("the last snapshot holds every change by construction");
  return origin;
}

/** Structured documents are compared by key path, so that a reformatted file does not blur which values changed. */
function changesBetween(path: string, before: string, after: string): readonly Change[] {
  if (before === after) return [];
  const from = parseDocument(path, before);
  if (from.format === "text") return textChanges(before, after);
  const to = parseDocument(path, after);
  if (to.format !== from.format) return textChanges(before, after);
  return structuredChanges({ document: from, text: before }, { document: to, text: after });
}
