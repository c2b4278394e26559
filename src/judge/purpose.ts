import type { Occurrence } from "../occurrences/occurrence.ts";
import type { Bench } from "./bench.ts";
import { historicalDocument, isTestData } from "./historical-document.ts";
import { type LineContext, lineContext } from "./line-context.ts";

/** Kinds whose place is a promise to a machine, which prose around it cannot turn into a remark. */
const binding = new Set(["manifest-version", "dependency", "lock-entry", "api-version", "schema"]);

/** Why a place names a past version on purpose, as a sentence without a full stop; null when nothing says so. */
export function purposeOf(occurrence: Occurrence, bench: Bench): string | null {
  const { path, kind } = occurrence;
  if (kind === "dependency") return boundOf(occurrence);
  const document = historicalDocument(path);
  if (document !== null && kind !== "manifest-version") return document;
  if (binding.has(kind)) return null;
  if (isTestData(path)) return "test data";
  if (namesBound(occurrence.subject?.name ?? ""))
    return `${occurrence.subject?.name} is a bound, not the version of a release`;
  const context = lineContext(bench.repository, path, occurrence.span);
  return remarkOf(context) ?? capturedOutput(context) ?? boundOf(occurrence);
}

/** A requirement that only bounds from below or from above names a past version on purpose. */
function boundOf(occurrence: Occurrence): string | null {
  const { text, version, keyPath } = occurrence;
  const at = text.indexOf(version);
  if (/(?:>=?|<=?|!=)\s*v?$/u.test(text.slice(0, Math.max(at, 0))))
    return `${text} is a bound, not a version of a release`;
  const isPeer = keyPath?.[0] === "peerDependencies";
  if (isPeer && /[\^~>|x*]/u.test(text)) return "a peer requirement says what it works with";
  return null;
}

/** `MIN_RIVETKIT_VERSION`, `SinceVersion`, `LAST_COMPATIBLE_VERSION`: the words of an identifier. */
function namesBound(identifier: string): boolean {
  const words = identifier
    .replace(/([a-z0-9])([A-Z])/gu, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/u);
  return words.some((word) => boundWords.has(word));
}

const boundWords = new Set([
  ...[
    "min",
    "minimum",
    "max",
    "maximum",
    "since",
    "oldest",
    "first",
    "last",
    "required",
    "requires",
    "legacy",
  ],
  ...[
    "compat",
    "compatible",
    "supported",
    "supports",
    "introduced",
    "deprecated",
    "removed",
    "old",
    "previous",
  ],
  ...["before", "after", "until", "baseline", "test", "mock", "fake", "dummy", "example", "fixture"],
]);

/** The words right before a version that speak of its past or announce it. */
const remarkBefore =
  /\b(?:since|until|before|after|prior to|(?:starting|beginning) (?:in|with|from)|as of|(?:re)?moved in|(?:added|introduced|deprecated|fixed|changed|released|removed|dropped|available|landed|shipped) (?:in|since|with|from)|requires?|minimum|min|at least|older than|newer than|up to|upgrade (?:to|from)|upgrading (?:to|from)|migrat(?:e|ing) (?:to|from)|was|were|from|between|e\.g\.,?|i\.e\.,?|for example,?|such as|like|compat(?:ible)? with)\s*:?\s*(?:the\s+)?(?:version\s+|release\s+|[A-Z][A-Za-z]*\s+)?["'`(]*[v>=^~]*$/iu;

const remarkAfter =
  /^["'`)+]*\s*(?:\+|and (?:later|newer|above|up|earlier|older|below)|or (?:later|newer|higher|above|earlier|older)|onwards?)/iu;

/** An arrow between two versions shows a bump that happened, or how one would look. */
const arrow = /^["'`)]*\s*(?:->|→|=>|to)\s*["'`(]*v?\d|(?:->|→|=>)\s*["'`(]*v?$/u;

function remarkOf({ before, after }: LineContext): string | null {
  if (remarkBefore.test(before)) return "the words before it speak of a past version";
  if (remarkAfter.test(after)) return "the words after it speak of a past version";
  if (arrow.test(after) || /(?:->|→|=>)\s*["'`(]*v?$/u.test(before))
    return "an arrow shows one version becoming another";
  if (/[<>]=?\s*["'`]?v?$/u.test(before)) return "a bound, not a version of a release";
  return null;
}

/** What npm, cargo and their kin print when they run something: `> name@1.2.3 script`, `Compiling name v1.2.3`. */
function capturedOutput({ before }: LineContext): string | null {
  if (/^(?:.{0,40}\s)?>\s+@?[\w./-]+@$/u.test(before)) return "the output of a command, captured";
  if (
    /\b(?:Compiling|Checking|Fresh|Downloaded|Finished|Installed|Packaging|Verifying|Documenting)\s+[\w-]+\s+v$/u.test(
      before,
    )
  )
    return "the output of a command, captured";
  return null;
}
