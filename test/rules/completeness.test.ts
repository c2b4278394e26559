import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/rules/rules.ts";

const project = join(import.meta.dirname, "../..");
const ids = rules.map(({ id }) => id).sort();

/** What lies in a folder of the project, without what the operating system puts there. */
function entries(folder: string): string[] {
  return readdirSync(join(project, folder))
    .filter((name) => !name.startsWith("."))
    .sort();
}

test("every rule has a fixture and its transcript, and nothing else is there", () => {
  expect(entries("fixtures/rules")).toEqual(ids.flatMap((id) => [id, `${id}.md`]).sort());
});

test("every rule has a page, and there is no other", () => {
  expect(entries("docs/rules")).toEqual(ids.map((id) => `${id}.md`));
});

test("every rule has a test of its own", () => {
  const tests = entries("test/rules");
  expect(ids.filter((id) => !tests.includes(`${id}.test.ts`))).toEqual([]);
});

describe.each(ids)("the page of %s", (id) => {
  const page = readFileSync(join(project, `docs/rules/${id}.md`), "utf8");
  const [proof = "", ...sections] = page.split(/^## /mu);

  test("says what the rule proves before anything else", () => {
    expect(proof).toMatch(new RegExp(`^# ${id}\n\n[A-Z][^\n]{40,}\n`, "u"));
  });

  test("shows an example, how to fix it and how to silence it, in this order", () => {
    const titles = sections.map((section) => section.slice(0, section.indexOf("\n")));
    expect(titles.slice(-3)).toEqual(["Example", "How to fix it", "How to silence it"]);
    for (const section of sections) expect(section.trim()).toMatch(/\n\n\S/u);
  });

  test("shows a finding of the rule", () => {
    const example = sections.find((section) => section.startsWith("Example\n")) ?? "";
    expect(example).toMatch(new RegExp(`^(?:error|warning|note)\\[${id}\\]: `, "mu"));
  });
});

/** What runs the rules, beside the rules themselves. */
const machinery = ["ignored-finding.ts", "rule.ts", "rules.ts", "run-rules.ts", "without-ignores.ts"];

test("a rule is called as its file is, and says in one line what is wrong", () => {
  const files = readdirSync(join(project, "src/rules")).filter((name) => name.endsWith(".ts"));
  expect(files.sort()).toEqual([...rules.map(({ id }) => `${id}.ts`), ...machinery].sort());
  for (const { summary } of rules) expect(summary).toMatch(/^[a-z][^\n]*[^.]$/u);
});
