import { type LockEntries, resolvedVersionEnd, type Written } from "./lock-entries.ts";

/**
 * Adds the versions in the way a pnpm lockfile names a resolved package: `1.2.3`, `name@1.2.3`, each with peers as in
 * `1.2.3(react@19.0.0(other@1.0.0))`; before lockfile version 9 also `/name@1.2.3`, and before 6
 * `/name/1.2.3_react@18.0.0`, of which the peers are left to the text scanner. `name` is the name of a version that
 * stands alone. Links, URLs and commits give none.
 */
export function addPnpmReference(entries: LockEntries, name: string | null, written: Written): void {
  const { text } = written;
  let open = text.indexOf("(");
  addHead(entries, name, written, open === -1 ? text.length : open);
  let separator = -1;
  while (open !== -1) {
    const next = text.indexOf("(", open + 1);
    if (separator < open + 2) separator = text.indexOf("@", open + 2);
    if (separator === -1) return;
    if (next === -1 || separator < next)
      addVersion(entries, text.slice(open + 1, separator), written, separator + 1);
    open = next;
  }
}

/** Adds the version of the package itself, which ends at `end` or at the `_` before its peers. */
function addHead(entries: LockEntries, name: string | null, written: Written, end: number): void {
  const { text } = written;
  if (name !== null && addVersion(entries, name, written, 0)) return;
  const from = text.startsWith("/") ? 1 : 0;
  const slash = from === 0 ? -1 : text.lastIndexOf("/", end - 1);
  if (slash > from && addVersion(entries, text.slice(from, slash), written, slash + 1)) return;
  const separator = text.indexOf("@", from + 1);
  if (separator !== -1 && separator < end)
    addVersion(entries, text.slice(from, separator), written, separator + 1);
}

/** Adds the version that starts at an offset of the text; false when none does. */
function addVersion(entries: LockEntries, name: string, written: Written, start: number): boolean {
  const { text, offset, keyPath } = written;
  const stop = resolvedVersionEnd(text, start);
  const isWhole = stop === text.length || isBoundary(text.charAt(stop));
  if (stop === start || !isWhole || name.includes(":")) return false;
  entries.add(name, { start: offset + start, end: offset + stop }, keyPath);
  return true;
}

/** What may follow a version: its peers, or the end of the peer that it belongs to. */
function isBoundary(character: string): boolean {
  return character === "(" || character === ")" || character === "_";
}
