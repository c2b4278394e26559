import { afterAll, describe, expect, test } from "vitest";
import { rules } from "../../src/rules/rules.ts";
import { defects } from "./defects.ts";
import { faultsOf, troublesOf } from "./faults.ts";
import { harmless } from "./harmless.ts";
import { openNursery } from "./scratch.ts";
import { openTrials } from "./trial.ts";

const nursery = openNursery();
const outcomeOf = openTrials(nursery);

afterAll(() => nursery.clear());

/** The first defect of every rule; `npm run check:mutations` tries all of them, which takes as long as all other tests of rules. */
const first = defects.filter(
  ({ rule }, index) => defects.findIndex((other) => other.rule === rule) === index,
);

describe("a defect is caught by the rule that is meant for it, and by no other error", () => {
  test.each(
    first.map((defect) => [`${defect.rule}: ${defect.title}`, defect] as const),
  )("%s", async (_, defect) => {
    const { added } = await outcomeOf(defect);
    expect(faultsOf(defect, added)).toEqual([]);
  });
});

describe("a harmless edit causes no error and no warning", () => {
  test.each(harmless.map((edit) => [edit.title, edit] as const))("%s", async (_, edit) => {
    const { added } = await outcomeOf(edit);
    expect(troublesOf(added)).toEqual([]);
  });
});

test("every rule has a defect", () => {
  const tried = new Set(defects.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
});

test("no two mutations have the same title", () => {
  const titles = [...defects, ...harmless].map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
