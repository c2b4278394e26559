import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding, Severity } from "../../src/findings/finding.ts";
import { severities } from "../../src/findings/finding.ts";
import { type Verdict, verdicts } from "../../src/judge/verdict.ts";
import type { Reported } from "../../src/report/report-options.ts";
import type { Repository } from "../../src/repository/repository.ts";
import { rules } from "../../src/rules/rules.ts";
import { reportFaults } from "../fuzz/report-faults.ts";
import { memoryRepository } from "../judge/memory-repository.ts";
import { rehearsalOf } from "../release/rehearsal-of.ts";
import { findingAt, occurrenceAt, sampleOptions } from "./sample-audit.ts";

/** What a reader of a report could take for its own syntax. */
const hostile = fc.constantFrom(
  ...[
    "\n::error::a",
    "\r\n##[error]b",
    "%0A::warning::c",
    "]]>",
    "<script>",
    "&amp;",
    '"',
    "'",
    "`",
    "|",
    "\\",
    `\${{ x }}`,
  ],
  ...[
    "\0",
    "\u001b[31m",
    "\u0085",
    "\u2028",
    "\u202e",
    "\ufeff",
    "\ud800",
    "\udc00",
    "\ufffe",
    "\u{1F680}",
    "e\u0301",
    "\t",
    "@all",
  ],
);
const text = fc
  .array(
    fc.oneof(
      hostile,
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom("1.4.2", "lumen", " stays at "),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(""));
/** A path as a file system and git can have it: well formed, and without a NUL. */
const path = text
  .map((written) => Buffer.from(written).toString().replaceAll("\0", "0").replace(/^\/+/, ""))
  .map((written) => written || "a");

const content = 'first\n  "version": "1.4.2",\r\nlast 1.4.1';

const finding = (repository: Repository): fc.Arbitrary<Finding> =>
  fc
    .record({
      path: fc.constantFrom(...repository.paths),
      start: fc.nat(content.length),
      length: fc.nat(8),
      rule: fc.oneof(fc.constantFrom(...rules.map(({ id }) => id)), fc.constant("unknown-rule")),
      severity: fc.constantFrom<Severity>(...severities),
      ...{
        message: text,
        label: text,
        help: text,
        why: fc.option(text),
        family: fc.option(text),
        said: text,
      },
    })
    .map(({ path, start, length, rule, severity, message, label, help, why, family, said }) => {
      const place = repository.locate(path, { start, end: Math.min(content.length, start + length) });
      return findingAt(place, {
        rule,
        severity,
        message,
        label,
        help,
        why,
        family,
        related: [{ ...place, message: said }],
      });
    });

function reported(repository: Repository, findings: readonly Finding[], others: readonly string[]): Reported {
  const [first = "", ...rest] = others;
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const occurrences = repository.paths.flatMap((each, index) => {
    const verdict = verdicts[index % verdicts.length] ?? "stale";
    return [
      {
        ...occurrenceAt(each, content, "1.4.2", verdict),
        reason: first,
        subject: { type: "npm", name: first } as const,
      },
    ];
  });
  const origin = { path: first, line: 1, column: 1, function: first };
  return {
    repository,
    release: {
      current: "1.4.2",
      target: "1.4.3",
      targetChosen: false,
      sentinel: "9.8.7",
      latestTag: null,
      entry: first,
      engine: "sandbox",
      mechanism: "script",
      how: "sandbox",
      call: null,
      certainties: ["proved"],
    },
    trains: [],
    rehearsals: [
      rehearsalOf({
        commands: rest.map((command) => ({
          command,
          argv: [command],
          cwd: "",
          origin,
          answer: "not run",
          stdout: command,
          named: [],
          why: null,
          writesBefore: 0,
          inner: 0,
        })),
      }),
    ],
    edits: repository.paths.map((each) => ({
      path: each,
      span: { start: 0, end: 1 },
      before: "f",
      after: first,
      origin,
      release: "cut",
      target: null,
    })),
    occurrences,
    notes: others.map((message, index) => ({ path: index % 2 === 0 ? null : message, message })),
    findings,
    summary: {
      files: repository.paths.length,
      verdicts: Object.fromEntries(
        verdicts.map((verdict) => [verdict, occurrences.filter((each) => each.verdict === verdict).length]),
      ) as Record<Verdict, number>,
      findings: { error: count("error"), warning: count("warning"), note: count("note") },
      coverage: { kept: 1, owed: 2 },
      coverageBefore: null,
      leftOut: [{ by: "baseline", of: first, findings: 3 }],
    },
  };
}

test("no report throws, and each is valid, whatever the repository holds", () => {
  const audit = fc
    .uniqueArray(path, { minLength: 1, maxLength: 4 })
    .map((paths) => memoryRepository(Object.fromEntries(paths.map((each) => [each, content]))))
    .chain((repository) =>
      fc
        .tuple(fc.array(finding(repository), { maxLength: 14 }), fc.array(text, { maxLength: 8 }))
        .map(([findings, others]) => reported(repository, findings, others)),
    );
  fc.assert(
    fc.property(
      audit,
      fc.boolean(),
      fc.constantFrom("error", "warning", "note", "never"),
      (sample, verbose, failOn) => {
        const options = { ...sampleOptions, rules, verbose, failOn } as const;
        expect(reportFaults(sample, options)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
