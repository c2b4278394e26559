import type { LineContext } from "./line-context.ts";

/** Words that stand right before a version, or before what it is a version of, and speak of its past or bound it. */
const dating = [
  ...[
    "since",
    "until",
    "prior to",
    "as of",
    "older than",
    "newer than",
    "up to",
    "through",
    "(?:as )?part of",
  ],
  "(?:starting|beginning) (?:in|with|from)",
  "(?:new|available|shipped|[a-z]{2,20}ed) (?:in|since)",
  "(?:tested|validated|verified|measured|benchmarked) (?:against|with|on|using)",
  "(?:moved|removed|added|introduced|deprecated|fixed|changed|released|dropped|available|landed|shipped) with",
].join("|");

/** Words that do so too, but that stand as often before something else: `from `setup` v1.2.3`, `after `setup` 1.2.3`. */
const speaking = [
  ...["before", "after", "was", "were", "from", "between", "like"],
  ...["requires?", "minimum", "min", "at least", "compat(?:ible)? with"],
  "(?:upgrad(?:e|ing)|migrat(?:e|ing)) (?:to|from)",
].join("|");

/**
 * Emphasis may stand before them, `_Added in Lumen 1.2.0._`, and a name between them and the number. After those that only
 * date, it may be quoted or have hyphens.
 */
const datesBefore = new RegExp(
  `(?<![A-Za-z0-9])(?:${dating})\\s?:?\\s?(?:the )?\\[?(?:["'\`]?[A-Z][\\w.-]{0,40}["'\`]? )?(?:version |release )?["'\`(]?[v>=^~]{0,3}$`,
  "iu",
);
const speaksBefore = new RegExp(
  `\\b(?:${speaking})\\s?:?\\s?(?:the )?\\[?(?:[A-Z]{1,40} )?(?:version |release )?(?:[A-Z_]{1,60}=)?["'\`(]?[v>=^~]{0,3}$`,
  "iu",
);

/** A link up to the version in its address: what speaks of the past stands before its text. */
const linkBefore = /\[[^[\]]*\]\([^()\s]*$/u;

/** Words right after a version that make it a bound. */
const speaksAfter =
  /^["'`)]{0,2}\s?(?:\+(?!\w)|(?:and|or) (?:later|newer|above|up|earlier|older|below|higher)\b|onwards?\b)/iu;

/** The same in languages in which the word stands behind: `2.3.0 이전`, `2.3.0 之前`. */
const speaksAfterIt =
  /^["'`)]{0,2}\s?(?:이전|이후|以前|以后|以後|之前|之后|之後|和更早|及更早|及以上|より前|以降)/u;

/** How a sentence goes on that announces a release: `Lumen 2.0.0 has been released!` */
const announcedAfter =
  /^["'`)]{0,2}(?:<\/\w{1,10}>)?\s(?:(?:(?:has (?:now )?been|was|is) (?:now |finally |officially )?)?(?:released|published)\b|is (?:now|finally) (?:out|here|live)\b)/iu;

/** An annotation of code says since when, also behind an explanation: `@deprecated("Use other", "2.3.0")`. */
const annotatedBefore = /@?deprecated\b[^\n]{0,160}?["'\s(]$/iu;

/** The second of two that a sentence compares: `between lumen@2.3.0 and lumen@2.4.0`. */
const betweenBefore = /\bbetween\b[^\n]{1,100}\band\s?["'`]?v?$/iu;

/** The name of a package right before its version, `lumen@2.3.0`, whose words stand before it. */
const specBefore = /["'`]?@?[\w./-]{1,80}@[~^]?$/u;
/** What is in a package came with the release that is named: `is done by formats in `lumen@2.0.0``. */
const containsBefore = /\bin\s$/u;

/** How a sentence begins that tells of a release: `In Lumen v1.2.0, the client learnt to reconnect`. */
const tellsBefore =
  /(?:^\s{0,40}|[^\w\s,;]\s)In (?:the )?(?:[A-Z][\w.-]{0,40} )?(?:version |release )?["'`(]?v?$/u;
const tellsAfter = /^["'`)]{0,2},\s/u;

/** Words that open an illustration, which goes on to the end of its sentence. */
const illustrates =
  /\b(?:e\.g\.|ex\.|i\.e\.|for (?:example|instance)|such as|looks like|abbreviated (?:as|to)|(?:patterns?|strings?|something|anything|lines?) like|examples?(?: \w{1,20}){0,2}:)(?:[^.]|\.(?!\s))*$/iu;

/** What was the first stays the first: `the first prerelease, 2.3.0-beta.0`. */
const firstBefore = /\b(?:first|initial)\b[^.;:|]{0,60}\b(?:pre-?release|release|version)\b[^.;|]{0,20}$/iu;

/** A condition supposes a version, `it returns "2.3" if the version is "2.3.1"`, and says of none that it holds. */
const supposed =
  /\b(?:if|when|whenever|unless|assuming)\b[^.;:|]{1,80}\b(?:is|was|were|equals?)\s["'`(]?v?$/iu;

/** A statement of what is enough goes on to what it is enough for: `9 is the minimum for all platforms of Lumen 2.3.0`. */
const boundsBefore = /\bis the (?:minimum|maximum|oldest|lowest)\b[^.;|]{0,80}$|[≥≤]\s?["'`]?v?$/iu;

/** What was measured, with its unit, in the next cells of a table. */
const measuredAfter =
  /^[^|]{0,40}\|(?:[^|]{0,40}\|){0,3}\s{0,10}~?\d[\d.,]{0,12}\s?(?:[kMGT]i?B(?:\/s)?|[mµun]?s|ops(?:\/s)?|%)\s{0,10}\|/u;

/** An item of a list that begins with struck-out text is done, and what follows tells of it. */
const struckItem = /^\s{0,40}(?:[-*+]|\d{1,3}[.)])\s(?:\[[ x]\]\s)?~~[^~]/iu;
const struckEnd = /~~(?:[^~]|$)/u;

/** An arrow between two versions shows a bump that happened, or how one would look. */
const arrowBefore = /(?:->|→|=>)\s?["'`(]?v?$/u;
/** The key of a hash in Ruby, `:tag => "1.2.3"`, is no version that becomes another. */
const rocketBefore = /:\w{1,40}\s{0,4}=>\s?["'(]?v?$/u;
const arrowAfter = /^["'`)]?\s?(?:->|→|=>|to)\s?["'`(]?v?\d/u;

/**
 * The address of what changed from one release to another, `compare/v1.2.3...v1.3.0`, with the dots that editors make of
 * it. One that goes on to a branch, such as `main` or `2.x`, is meant to start at the newest release.
 */
const comparedFrom = /\/compare\/[\w@%/-]{0,40}$/u;
const comparedTo = /^[\w.-]{0,40}(?:\.\.|…)[\w@%/-]{0,40}\d\.\d{1,10}\.\d/u;
const comparedWith = /\/compare\/[\w.@%/-]{1,60}(?:\.\.|…)[\w@%/-]{0,40}$/u;

/** What npm and pnpm print when they run a script: `> name@1.2.3 script /folder`. */
const npmBanner = /^(?:.{0,40}\s)?>\s@?[\w./-]+@$/u;

/** What cargo prints as it goes: `Compiling name v1.2.3 (/folder)`. */
const cargoBanner =
  /\b(?:Compiling|Checking|Fresh|Downloaded|Finished|Installed|Packaging|Verifying|Documenting)\s[\w-]+\sv$/u;

/**
 * Why the words around a version say that it is named on purpose; null when they do not. All patterns look at a
 * bounded piece of one line.
 */
export function remarkOf({ above = "", before, after }: LineContext): string | null {
  if (struckItem.test(before) || (isOpenStrike(before) && struckEnd.test(after))) return "it is struck out";
  const sentence = above + before;
  if (illustrates.test(sentence)) return "the words before it open an illustration";
  if (firstBefore.test(sentence)) return "the words before it call it the first";
  if (supposed.test(sentence)) return "the words before it suppose it";
  const said = sentence.replace(linkBefore, "").replace(specBefore, "");
  if (
    datesBefore.test(said) ||
    speaksBefore.test(said) ||
    (tellsBefore.test(before) && tellsAfter.test(after)) ||
    announcedAfter.test(after) ||
    speaksAfterIt.test(after) ||
    annotatedBefore.test(before) ||
    (specBefore.test(before) && (betweenBefore.test(said) || containsBefore.test(said)))
  )
    return "the words before it speak of a past version";
  if (boundsBefore.test(sentence)) return "the words before it make it a bound";
  if (measuredAfter.test(after)) return "a row of what was measured";
  if (speaksAfter.test(after)) return "the words after it make it a bound";
  if ((arrowBefore.test(before) && !rocketBefore.test(before)) || arrowAfter.test(after))
    return "an arrow shows one version becoming another";
  if ((comparedFrom.test(before) && comparedTo.test(after)) || comparedWith.test(before))
    return "an address that compares two releases";
  if (npmBanner.test(before) || cargoBanner.test(before)) return "the output of a command, captured";
  return null;
}

/** True where an odd number of strikes stands before, so that one is still open. */
function isOpenStrike(before: string): boolean {
  return before.split("~~").length % 2 === 0;
}
