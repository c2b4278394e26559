import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Script } from "../../release/script/read-script.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { isMeantForNpm } from "./meant-for-npm.ts";
import { type NameTest, nameTests } from "./name-tests.ts";
import { quoted, quoteOf } from "./quoting.ts";
import type { Repair, Replacement } from "./repair.ts";
import type { Situation } from "./situation.ts";
import { workingRepairs } from "./working-repairs.ts";

/**
 * Names for the conditions by which a release script chooses its packages: where the name of a covered package is
 * compared with a literal, the name of an uncovered one is compared in the same way. Which help is found by rehearsing.
 */
export async function admittedNames(
  places: readonly JudgedOccurrence[],
  situation: Situation,
): Promise<Repair[]> {
  const covered = situation.audit.occurrences
    .filter(({ verdict, kind }) => verdict === "covered" && kind === "manifest-version")
    .map(({ subject }) => subject?.name ?? "");
  const isKnown = ({ literal: { text }, isPrefix }: NameTest) =>
    covered.some((name) => (isPrefix ? text.length > 1 && name.startsWith(text) : name === text));
  const repairs: Repair[] = [];
  for (const script of situation.scripts) {
    for (const test of nameTests(script, isKnown)) {
      const repaired = new Set(repairs.flatMap((repair) => repair.places));
      const open = places.filter((place) => !repaired.has(place) && isMeantForNpm(place, situation));
      repairs.push(...(await workingRepairs(admissions(test, script, open), situation.tryOut)));
    }
  }
  return repairs;
}

function admissions(test: NameTest, script: Script, open: readonly JudgedOccurrence[]): Repair[] {
  const named = groupBy(open, ({ subject }) => subject?.name ?? "");
  const passes = (name: string) =>
    test.isPrefix ? name.startsWith(test.literal.text) : name === test.literal.text;
  const barred = [...named].filter(([name]) => name !== "" && !passes(name));
  return barred.map(([name, places]) => ({
    kind: "name",
    places,
    replacements: admission(test, script, name),
    says: `lets ${name} through where ${script.path} compares names`,
  }));
}

function admission(test: NameTest, { path, text }: Script, name: string): Replacement[] {
  const { tested, literal, comparison, end, gap, bracketFrom } = test;
  const quote = quoteOf(text.slice(literal.span.start, literal.span.end));
  const condition = `${gap}${tested} ${comparison} ${quoted(name, quote)}`;
  const insert = (offset: number, what: string) => ({
    path,
    span: { start: offset, end: offset },
    text: what,
  });
  if (bracketFrom === null) return [insert(end, condition)];
  return [insert(bracketFrom, "("), insert(end, `${condition})`)];
}
