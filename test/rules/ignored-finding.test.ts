import { expect, test } from "vitest";
import { isIgnored } from "../../src/rules/ignored-finding.ts";
import { soFar } from "../judge/judged.ts";

/** Whether a finding of a rule about the second line of a script is silenced. */
function isSilenced(rule: string, { config = "", lines = ["", 'bump("Cargo.toml");'] }): boolean {
  const { evidence, repository } = soFar({
    "version-audit.toml": config,
    "scripts/steps.mjs": `${lines.join("\n")}\n`,
  });
  const start = repository.lines("scripts/steps.mjs").start(2);
  const location = repository.locate("scripts/steps.mjs", { start, end: start + 4 });
  return isIgnored(rule, { location }, evidence.ignores);
}

const entry = (...fields: string[]) => ({
  config: ['[[ignore]]\nreason = "agreed"\npath = "scripts/**"', ...fields].join("\n"),
});

test.each([
  ["an entry that names the rule", entry('rule = "dead-pattern"'), true],
  ["an entry that names another rule", entry('rule = "dead-path"'), false],
  ["an entry whose pattern stands on the line", entry('pattern = "Cargo"'), true],
  ["an entry whose pattern stands elsewhere", entry('pattern = "package.json"'), false],
  [
    "an entry of the rule, but for another line",
    entry('rule = "dead-pattern"', 'pattern = "package.json"'),
    false,
  ],
  ["an entry for a whole file, which is about its versions", entry(), false],
  ["a comment above the line", { lines: ["// version-audit-ignore: agreed", "bump();"] }, true],
  ["a comment on another line", { lines: ["", "bump();", "", "// version-audit-ignore: agreed"] }, false],
  ["a comment without a reason", { lines: ["// version-audit-ignore", "bump();"] }, false],
  [
    "a comment for the whole file, which is about its versions",
    { lines: ["// version-audit-ignore-file: agreed", "bump();"] },
    false,
  ],
  ["nothing", {}, false],
])("%s", (_, ignores, expected) => {
  expect(isSilenced("dead-pattern", ignores)).toBe(expected);
});

test.each([
  ["nothing-audited", false],
  ["not-rehearsed", false],
  ["dead-path", true],
])("whether %s may be silenced by a pattern and a comment: %s", (rule, expected) => {
  expect(isSilenced(rule, entry('pattern = "Cargo"'))).toBe(expected);
  expect(isSilenced(rule, { lines: ["// version-audit-ignore: agreed", "bump();"] })).toBe(expected);
});
