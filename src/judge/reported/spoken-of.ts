import { satisfies } from "semver";
import type { Occurrence } from "../../inventory/occurrence.ts";
import { isOfLine, isOlder, isPartial, isRelease } from "../../inventory/versions/compare.ts";
import { rangeAdmits } from "../../inventory/versions/range.ts";
import { folderOf, within } from "../../repository/packages/path.ts";
import type { Evidence } from "../evidence.ts";
import { endsInLabel } from "../owner/labelled.ts";
import { manualTitle } from "../owner/text-owner.ts";
import { isTestData } from "../purpose/historical-document.ts";
import { lineContext } from "../purpose/line-context.ts";
import { leadIn } from "../purpose/lines-above.ts";
import { isPrinted } from "../purpose/shell-session.ts";
import { heldBy } from "./meant-range.ts";
import { isForgottenTwin } from "./twins.ts";

/** Kinds of places that speak to people and not to machines. */
export const spoken = new Set<Occurrence["kind"]>(["text", "snippet", "url", "constant", "assignment"]);

/** True where the history of a place that only speaks of a version, or its twins, show that somebody keeps it up. */
export function isKeptUp(occurrence: Occurrence, evidence: Evidence): boolean {
  const { past } = evidence;
  return (
    past.moved(occurrence) ||
    (!isDocument(occurrence.path) && past.renewed(occurrence)) ||
    isForgottenTwin(occurrence, evidence)
  );
}

/** Why a place that does not hold current only speaks of a version; null where it makes a claim about current. */
export function mentionedBecause(occurrence: Occurrence, evidence: Evidence): string | null {
  const { kind, path, text, version, span } = occurrence;
  const current = heldBy(occurrence.subject, evidence);
  const isBehind = isOlder(version, current);
  if (isTestData(path) && !evidence.writesAlike(occurrence))
    return "test data, of which the release writes nothing";
  if ((isBehind || isPartial(version, current)) && isAlias(occurrence, evidence))
    return "an alias that asks for a former release beside the current one";
  if (isInput(occurrence, evidence)) return "the product is given it, and is not taken from it";
  const isAction = occurrence.subject?.type === "action" && isDocument(path);
  if (!spoken.has(kind) && !isAction) return null;
  if (staysOnPurpose(occurrence)) return `${text} asks for what stays on one line`;
  if (!isBehind)
    return isReleaseOf(version, current)
      ? "the release that current is a preview of"
      : aheadRightly(occurrence, current);
  if (isAdmitted(occurrence, current, evidence)) return `${text} admits ${current}`;
  const { before, after } = lineContext(evidence.repository, path, span);
  if (providedByTex.test(before)) return "the revision of a LaTeX file, which moves with the file";
  if (manualTitle.test(before)) return null;
  if (isPrinted(evidence.repository, path, span)) return "what a command printed";
  if (isOfPath(occurrence, after)) return "a path beside it says which one is meant";
  if (isKeptUp(occurrence, evidence)) return null;
  if (/^\s{0,40}[A-Za-z][\w.-]{0,60} v?$/u.test(before) && after.trim() === "")
    return "what a program prints of itself";
  const lead = leadIn(evidence.repository, path, span);
  if (isPinned(occurrence) || certain.test(before) || leadsToCertain(lead, current))
    return "an example of how one asks for a certain version";
  if (isComment(before) && (!endsInLabel(before) || opensExample.test(lead) || showsCall.test(before)))
    return "an example in a comment";
  if (kind !== "snippet") return isDocument(path) ? "a document that never moved with the releases" : null;
  // Of a package beside the train the line that is asked for below 1.0.0 is the minor: https://semver.org/#spec-item-4
  const parts = current !== evidence.train.current && current.startsWith("0.") ? 2 : 1;
  return isOfLine(version, current, parts) || page.test(path) || guide.test(path)
    ? null
    : "how a former major was asked for";
}

/** The command that a line of a document shows: `$ lumen scan acme/lumen:1.2.3`. */
const shownCommand = /^\s{0,8}(?:[$>]\s)?([\w-]{2,40})\s/u;

/** True for an image that a document gives the product itself to work on. */
function isInput({ subject, path, span }: Occurrence, { repository, names }: Evidence): boolean {
  if (subject?.type !== "image" || !isDocument(path)) return false;
  const command = shownCommand.exec(lineContext(repository, path, span).before)?.[1];
  return command !== undefined && names.opens(command);
}

/** True for `1.2.0` where current is `1.2.0-rc.1`, and for nothing else. */
function isReleaseOf(version: string, current: string): boolean {
  return current.startsWith(`${version}-`);
}

/** Why a place that holds a later version than current is meant so; null where nothing says it. */
function aheadRightly({ version, path }: Occurrence, current: string): string | null {
  if (/^9+(?:\.9+)+/u.test(version)) return "a number that stands for any";
  const isMajor = /^\d+\.0(?:\.0)?$/u.test(version);
  return isDocument(path) && (isMajor || !page.test(path)) && followsOn(version, current)
    ? "a document that is prepared for the next release"
    : null;
}

/** True for the next minor and the next major release. */
function followsOn(version: string, current: string): boolean {
  const [, major = "", minor = ""] = /^(\d+)\.(\d+)(?:\.0)?$/u.exec(version) ?? [];
  const [now = 0, nowMinor = 0] = current.split(".").map(Number);
  if (major === "") return false;
  return Number(major) === now ? Number(minor) === nowMinor + 1 : Number(major) === now + 1 && minor === "0";
}

function isAlias({ path, span, text }: Occurrence, { repository }: Evidence): boolean {
  return /^npm:/u.test(text) || aliasBefore.test(lineContext(repository, path, span).before);
}

/** What stands before the version of an alias: `npm:@acme/core@`. */
const aliasBefore = /["'`]npm:@?[\w./-]{1,214}@[~^]?$/u;

/**
 * True for a range that takes in current. A bare number that does so for Cargo is what the page of the package says, and
 * elsewhere in its documents, or on the page of another package, an illustration.
 */
function isAdmitted(
  { text, subject, path }: Occurrence,
  current: string,
  { crateByManifest }: Evidence,
): boolean {
  if (/[\^~*x]/u.test(text) && satisfies(current, text, { includePrerelease: true })) return true;
  const home = crateByManifest.get(within(folderOf(path), "Cargo.toml"))?.name ?? subject?.name;
  const isOwnPage = page.test(path) && home === subject?.name;
  return isDocument(path) && !isOwnPage && rangeAdmits(text, subject?.type ?? null, current);
}

/** True for `~1.2` where `^` is the custom: only who does not want the next minor version writes it. */
function staysOnPurpose({ text, subject }: Occurrence): boolean {
  return (subject?.type === "npm" || subject?.type === "crate") && /^~\s?v?\d+\.\d+$/u.test(text);
}

/** True for `=1.2.3` of a crate that was released: only who wants none of the later ones writes the sign. */
function isPinned({ subject, text, version }: Occurrence): boolean {
  return subject?.type === "crate" && /^=\s?\d/u.test(text) && isRelease(version);
}

/** Words that open the choice of a version that is not the newest. */
const certain =
  /\b(?:specific|particular|certain|older|previous|earlier|former|legacy|desired|given|pinned)\s(?:\w{1,30}\s)?(?:version|release)s?\b|\bpin(?:s|ning)?\b|--version[= ]v?$/iu;

/** A line that leads to an example: `Example running the tests against a published chart:`. */
const opensExample = /\b(?:examples?|usage)\b[^.:]{0,80}:\s{0,4}$/imu;

/** A comment that shows how something is called: `# To make the pages: "LUMEN_VERSION=v1.2.3 make pages"`. */
const showsCall =
  /\b(?:to|usage|examples?|e\.g\.)\b[^:]{0,60}:\s{0,4}["'`]?(?:\w{1,40}=\S{0,60}\s){0,4}\w{1,40}=v?$/iu;

/** True for a line that names another version itself, `To use 2.3 as a library:`, or says that a certain one is asked for. */
function leadsToCertain(lead: string, current: string): boolean {
  if (certain.test(lead)) return true;
  const named = /(?<![\w.])v?(\d{1,6}(?:\.\d{1,6}){1,3})(?![\w.]*\d)/u.exec(lead)?.[1];
  return (
    named !== undefined &&
    named !== current &&
    lead.endsWith(":") &&
    !/\b(?:latest|newest|current)\b/iu.test(lead)
  );
}

/** True for a dependency of Cargo that is taken from a path: the version is asked for only of what is published. */
function isOfPath({ subject }: Occurrence, after: string): boolean {
  return subject?.type === "crate" && /^[^{}]{0,80}\bpath\s?=/u.test(after);
}

/**
 * What begins a comment in the languages that have lines of them, and a line of HTML that is commented out. What `//!` begins
 * is the page of a crate: https://doc.rust-lang.org/rustdoc/how-to-write-documentation.html
 */
export function isComment(before: string): boolean {
  return /^\s{0,40}(?:\/\/(?!!)|\{?\/\*|#(?![!\w])|\*(?!\*)|;|--\s|<!--)/u.test(before);
}

/** What a class or a package of LaTeX says of its last change: https://www.latex-project.org/help/documentation/clsguide.pdf */
const providedByTex = /\\Provides(?:Expl)?(?:Class|File|Package)\*?\{[^}]{1,80}\}/u;

/** The page of a package, which says how it is asked for now. */
const page = /(?:^|\/)readme[^/]{0,40}$/iu;

/** A document that tells how one begins, which nobody does with a former major release. */
const guide = /(?:^|\/)(?:install(?:ation|ing)?|set-?up|getting[-_]?started|quick-?start)\.\w{1,8}$/iu;

/** True for prose, for manual pages, for whatever lies among the documents, and for the forms in which people report. */
function isDocument(path: string): boolean {
  return /\.(?:md|mdx|markdown|txt|rst|adoc|html?|astro|[1-8])$|(?:^|\/)(?:docs?|documentation|issue_template|discussion_template)\//iu.test(
    path,
  );
}
