import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import { historicalDocument } from "../judge/purpose/historical-document.ts";
import type { Rehearsal, Write } from "../release/rehearsal.ts";
import type { Rule } from "./rule.ts";

/** A release that, made once more over its own result, changes something again. */
export const notIdempotent: Rule = {
  id: "not-idempotent",
  summary: "a second run of the same bump changes something again",
  check: (audit) =>
    audit.probes.repeated.flatMap(({ second }) =>
      changedAgain(second).flatMap((write) => result(write, audit) ?? []),
    ),
};

/** The last write of each file that the second run left other than it found it, with what it had found. */
function changedAgain({ writes, outcome }: Rehearsal): Write[] {
  // A script that refuses to run twice changes nothing.
  if (outcome.ended !== "completed") return [];
  const files = new Map<string, { first: Write; last: Write }>();
  for (const write of writes)
    files.set(write.path, { first: files.get(write.path)?.first ?? write, last: write });
  return [...files.values()].flatMap(({ first: { before }, last }) =>
    isSame(before, last.after) ? [] : [{ ...last, before }],
  );
}

type Content = Write["before"];

function isSame(before: Content, after: Content): boolean {
  if (before instanceof Uint8Array && after instanceof Uint8Array) return Buffer.compare(before, after) === 0;
  return before === after;
}

function result({ path, origin, before, after }: Write, audit: AuditSoFar): Result | null {
  const location = placeAt(origin, audit);
  if (location === null) return null;
  return {
    // A section that stands twice in a record of releases is seen by everybody, and harms no one.
    severity: historicalDocument(path) === null ? "warning" : "note",
    message: `a second run of the same release changes ${path} again`,
    location,
    label: "this write adds to what it wrote before",
    related: [],
    why: firstDifference(before, after, audit),
    help: "make the write replace what it wrote before, so that a release that stopped half way can be run again",
    family: null,
  };
}

/** The first line that the second run changes, with the version that the user knows. */
function firstDifference(before: Content, after: Content, { release }: AuditSoFar): string | null {
  if (typeof before !== "string" || typeof after !== "string") return null;
  const old = before.split("\n");
  const now = after.split("\n");
  const at = now.findIndex((line, index) => line !== old[index]);
  if (at === -1) return null;
  const shown = (line = "") => JSON.stringify(withTarget(line.trim().slice(0, 80), release));
  return `line ${at + 1} becomes ${shown(now[at])} where the first run left ${shown(old[at])}`;
}

/** The sentinel is shown as the target, and what is left of one as what would be left of the other. */
function withTarget(text: string, { sentinel, target }: AuditSoFar["release"]): string {
  const last = (version: string) => version.slice(version.lastIndexOf(".") + 1);
  return text.replaceAll(sentinel, target).replaceAll(last(sentinel), last(target));
}
