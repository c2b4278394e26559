import { groupBy } from "../../repository/collections/group-by.ts";
import { pathMatcher } from "../../repository/files/path-pattern.ts";
import type { Repository } from "../../repository/repository.ts";
import type { GlobQuestion, Origin, PatternQuestion, Rehearsal } from "../rehearsal.ts";
import { type DeadRule, shownPattern } from "./dead-rule.ts";
import { failingQuestion } from "./failing-question.ts";
import { isReplacedWith } from "./replaced-with.ts";
import { isShadowed } from "./shadowed-patterns.ts";
import { placeOfLiteral, type SoughtLiteral } from "./sought-literal.ts";

/** The questions of a rehearsal, wherever they were asked from, that came to nothing every time. */
export function deadQuestions(rehearsal: Rehearsal, repository: Repository): DeadRule[] {
  return [
    ...deadGlobs(rehearsal, repository),
    ...deadPatterns(rehearsal, repository),
    ...missingFile(rehearsal, repository),
  ];
}

function deadGlobs(rehearsal: Rehearsal, repository: Repository): DeadRule[] {
  const failing = failingQuestion(rehearsal);
  const asked = new Map<string, { question: GlobQuestion; written: string; matched: boolean }>();
  for (const question of rehearsal.globs)
    for (const written of question.patterns.filter((pattern) => !pattern.startsWith("!"))) {
      const key = JSON.stringify([written, question.origin.path, question.origin.line]);
      const matched = asked.get(key)?.matched === true || hasMatch(written, question);
      asked.set(key, { question, written, matched });
    }
  return [...asked.values()]
    .filter(({ matched }) => !matched)
    .map(({ question, written }) => {
      const sought = { text: written, flags: null };
      const fatal = failing?.about === "glob" && failing.question === question;
      return deadRule(sought, question.origin, {
        rule: { part: "path", searched: [], fatal, wasAlive: false },
        rehearsal,
        repository,
      });
    });
}

function hasMatch(written: string, { patterns, matches, cwd }: GlobQuestion): boolean {
  if (patterns.length === 1 || matches.length === 0) return matches.length > 0;
  const isMatch = pathMatcher([written.replace(/^\.\//u, "")]);
  const prefix = cwd === "" ? "" : `${cwd}/`;
  return matches.some((path) => isMatch(path.startsWith(prefix) ? path.slice(prefix.length) : path));
}

function deadPatterns(rehearsal: Rehearsal, repository: Repository): DeadRule[] {
  const failing = failingQuestion(rehearsal);
  const groups = groupBy(rehearsal.patterns, ({ pattern, flags, origin }) =>
    JSON.stringify([pattern, flags, origin.path, origin.line]),
  );
  return [...groups.values()].flatMap((questions) => {
    const fatal = failing?.about === "pattern" && questions.includes(failing.question);
    const [first] = fatal ? [failing.question] : questions;
    if (first === undefined || (!fatal && !isDead(questions, rehearsal, repository))) return [];
    const searched = fatal ? [first.path] : [...new Set(questions.map(({ path }) => path))];
    const sought = { text: first.pattern, flags: first.flags };
    const wasAlive = fatal && isShadowed(first, rehearsal);
    const rule = { part: "pattern", searched, fatal, wasAlive } as const;
    return [deadRule(sought, first.origin, { rule, rehearsal, repository })];
  });
}

/** The functions of JavaScript, of sed and of perl that put something else in the place of what they find. */
const replacing = /^replace(?:All)?$| -i s$/;

/**
 * A pattern that found nothing anywhere is dead when the script would have replaced what it finds. Patterns that match
 * the original text were alive once: that is another rule.
 */
function isDead(
  questions: readonly PatternQuestion[],
  rehearsal: Rehearsal,
  repository: Repository,
): boolean {
  const [first] = questions;
  if (first === undefined || questions.some(({ matched, matchesOriginal }) => matched || matchesOriginal))
    return false;
  if (!seeksContent(first)) return false;
  if (questions.some(({ method }) => replacing.test(method))) return true;
  return isReplacedWith({ text: first.pattern, flags: first.flags }, rehearsal, repository);
}

/** Tells a search for content from the tidying of line ends, blanks and byte order marks. */
function seeksContent({ pattern, flags }: PatternQuestion): boolean {
  const plain =
    flags === null ? pattern : pattern.replace(/\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[a-ce-zA-Z])/gu, "");
  return /[A-Za-z]{2}|\\d|[0-9]/u.test(plain);
}

/** A file that is read, does not exist, and makes the script throw. */
function missingFile(rehearsal: Rehearsal, repository: Repository): DeadRule[] {
  const failing = failingQuestion(rehearsal);
  if (failing?.about !== "file") return [];
  const { path, origin } = failing.question;
  const sought = { text: path, flags: null };
  return [
    deadRule(sought, origin, {
      rule: { part: "path", searched: [], fatal: true, wasAlive: false },
      rehearsal,
      repository,
    }),
  ];
}

function deadRule(
  sought: SoughtLiteral,
  origin: Origin,
  {
    rule,
    rehearsal,
    repository,
  }: {
    readonly rule: Pick<DeadRule, "part" | "searched" | "fatal" | "wasAlive">;
    readonly rehearsal: Rehearsal;
    readonly repository: Repository;
  },
): DeadRule {
  const place = placeOfLiteral(sought, origin, rehearsal, repository);
  const shown = rule.part === "path" ? sought.text : shownPattern(sought.text, sought.flags);
  return { ...rule, ...place, row: null, hasOtherFiles: false, shown, origin, seeks: [] };
}
