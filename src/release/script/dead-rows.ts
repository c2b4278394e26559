import type { Repository } from "../../repository/repository.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { type DeadRule, shownPattern } from "./dead-rule.ts";
import { type FailingQuestion, failingQuestion } from "./failing-question.ts";
import type { ScriptLiteral } from "./literals.ts";
import { scriptAt } from "./read-script.ts";
import { type RowFiles, rowFiles } from "./row-files.ts";
import { mayHoldTables, type RuleRow, type RuleTable, ruleTables } from "./rule-tables.ts";
import { type ScriptPattern, scriptPattern } from "./script-pattern.ts";
import { isShadowed } from "./shadowed-patterns.ts";

/**
 * The dead rows of the tables of rules in the modules of a rehearsal. A table that throws at its first dead row hides
 * all later ones, so the rows that were not reached are held against the repository. Rows of a script that ran to its
 * end without asking for them are not rules of this release.
 */
export function deadRows(rehearsal: Rehearsal, repository: Repository): DeadRule[] {
  const failing = failingQuestion(rehearsal);
  return [...new Set([rehearsal.entry, ...rehearsal.modules])].flatMap((path) => {
    const text = repository.has(path) ? repository.read(path) : null;
    const script = text !== null && mayHoldTables(text) ? scriptAt(repository, path) : null;
    if (script === null) return [];
    return ruleTables(script).flatMap((table) => deadRowsOf(table, path, { rehearsal, repository, failing }));
  });
}

interface Circumstances {
  readonly rehearsal: Rehearsal;
  readonly repository: Repository;
  readonly failing: FailingQuestion | null;
}

function deadRowsOf(table: RuleTable, path: string, around: Circumstances): DeadRule[] {
  const failingRow = table.rows.findIndex((row) => isFailing(row, around));
  return table.rows.flatMap((row, index) => {
    const fatal = failingRow !== -1 && index >= failingRow && !row.optional;
    return deadParts(row, around).map((part) => ({ ...part, path, row, fatal }));
  });
}

/** True for the row at whose question the script threw. */
function isFailing(row: RuleRow, { failing, rehearsal, repository }: Circumstances): boolean {
  if (failing === null) return false;
  const { about, question } = failing;
  if (about === "glob") return row.paths.some(({ text }) => question.patterns.includes(text));
  const isOfRow = row.paths.some(({ text }) =>
    about === "file"
      ? question.path === text || question.path.endsWith(`/${text}`)
      : rowFiles(text, rehearsal, repository).paths.includes(question.path),
  );
  if (about === "file") return isOfRow;
  return (
    isOfRow && row.patterns.some(({ text, flags }) => text === question.pattern && flags === question.flags)
  );
}

type DeadPart = Omit<DeadRule, "path" | "row" | "fatal">;

function deadParts(row: RuleRow, around: Circumstances): DeadPart[] {
  const seeks = row.patterns.flatMap(({ text, flags }) =>
    flags !== null && patternOf(text, flags) !== null ? [{ source: text, flags }] : [],
  );
  const files = row.paths.map((literal) => rowFiles(literal.text, around.rehearsal, around.repository));
  const isReached = files.some(({ asked }) => asked !== null);
  if (!isReached && around.rehearsal.outcome.ended === "completed") return [];
  const paths = row.paths.flatMap((literal, index): DeadPart[] => {
    const origin = files[index]?.asked ?? null;
    if (files[index]?.paths.length !== 0) return [];
    return [
      {
        span: literal.span,
        part: "path",
        shown: literal.text,
        searched: [],
        hasOtherFiles: false,
        wasAlive: false,
        origin,
        seeks,
      },
    ];
  });
  return [...paths, ...row.patterns.flatMap((pattern) => deadPattern(pattern, files, around))];
}

function patternOf(text: string, flags: string | null): ScriptPattern | null {
  return flags === null ? null : scriptPattern(text, flags);
}

/** A pattern is dead in a file at which the script threw, else when it finds nothing in any file of its row. */
function deadPattern(pattern: ScriptLiteral, files: readonly RowFiles[], around: Circumstances): DeadPart[] {
  const { text, flags, span } = pattern;
  const sought = patternOf(text, flags);
  const paths = files.flatMap((each) => each.paths);
  const origin = files.find(({ asked }) => asked !== null)?.asked ?? null;
  const part = { span, part: "pattern", shown: shownPattern(text, flags), origin, seeks: [] } as const;
  const { failing } = around;
  if (
    failing?.about === "pattern" &&
    failing.question.pattern === text &&
    paths.includes(failing.question.path)
  ) {
    const { path, origin: asked } = failing.question;
    const wasAlive = isShadowed(failing.question, around.rehearsal);
    return [{ ...part, searched: [path], hasOtherFiles: paths.length > 1, wasAlive, origin: asked }];
  }
  if (sought === null || paths.length === 0) return [];
  const finds = paths.some(
    (path) => around.repository.has(path) && sought.isIn(around.repository.read(path) ?? "") !== false,
  );
  return finds ? [] : [{ ...part, searched: paths, hasOtherFiles: false, wasAlive: false }];
}
