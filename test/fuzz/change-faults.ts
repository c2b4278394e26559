import type { Change } from "../../src/release/edits/change.ts";
import { structuredChanges } from "../../src/release/edits/structured-changes.ts";
import { textChanges } from "../../src/release/edits/text-changes.ts";
import { hunksOf } from "../../src/report/patch/hunks.ts";
import { parseDocument } from "../../src/repository/documents/parse-document.ts";
import { decodeText } from "../../src/repository/files/decode.ts";
import { applyHunks } from "./apply-hunks.ts";
import type { Mutant } from "./mutation.ts";

/** What is wrong with how two states of one file are compared. */
export function changeFaults(from: Mutant, to: Mutant): string[] {
  const before = decodeText(Buffer.from(from.content, "latin1"))?.text;
  const after = decodeText(Buffer.from(to.content, "latin1"))?.text;
  if (before === undefined || after === undefined) return [];
  const faults = appliedFaults("the changes of the text", before, after, textChanges(before, after));
  const hunks = hunksOf(before, after);
  if (applyHunks(before, hunks) !== after) faults.push("the hunks do not give the text after");
  return [...faults, ...structuredFaults(from.path, before, after)];
}

function appliedFaults(name: string, before: string, after: string, changes: readonly Change[]): string[] {
  let applied = "";
  let last = 0;
  for (const { start, end, after: by } of changes) {
    if (start < last || end < start || end > before.length) return [`${name} overlap, or lie outside of it`];
    applied += before.slice(last, start) + by;
    last = end;
  }
  return applied + before.slice(last) === after ? [] : [`${name} do not give the text after`];
}

/** Changes of values are spans of the old text; applied to it, they give the values of the new one. */
function structuredFaults(path: string, before: string, after: string): string[] {
  const from = parseDocument(path, before);
  const to = parseDocument(path, after);
  if (from.format === "text" || to.format !== from.format) return [];
  const changes = structuredChanges({ document: from, text: before }, { document: to, text: after });
  const spans = new Set(from.scalars.map(({ content }) => `${content.start}-${content.end}`));
  const stray = changes.find(({ start, end }) => !spans.has(`${start}-${end}`));
  if (stray !== undefined) return [`the change at ${stray.start} is of no value`];
  const texts = new Set(["", ...to.scalars.map(({ content }) => after.slice(content.start, content.end))]);
  const invented = changes.find((change) => !texts.has(change.after));
  if (invented !== undefined) return [`the change at ${invented.start} writes what stands nowhere`];
  const unchanged = structuredChanges({ document: from, text: before }, { document: from, text: before });
  return unchanged.length > 0 && !hasRepeatedKeys(from.scalars) ? ["a document differs from itself"] : [];
}

function hasRepeatedKeys(scalars: readonly { readonly path: readonly (string | number)[] }[]): boolean {
  return new Set(scalars.map(({ path }) => JSON.stringify(path))).size < scalars.length;
}
