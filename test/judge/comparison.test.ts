import { expect, test } from "vitest";
import { isMissed, questionsOf } from "../../src/judge/judge.ts";
import { verdicts as allVerdicts, verdictMeaning } from "../../src/judge/verdict.ts";
import { soFar, verdicts } from "./judged.ts";

test("what an owed place holds, compared with current", () => {
  const dependencies = ["2.4.0", "2.3.0", "2.5.0", "2.6.0", "2", "2.4", "2.3", "3", "0.0.0-next.1", "2.5"];
  const files = Object.fromEntries(
    dependencies.map((version, index) => [
      `docs/${index}/package.json`,
      `{ "name": "@lumen/docs${index}", "private": true, "dependencies": { "@lumen/core": "${version}" } }\n`,
    ]),
  );
  expect(verdicts(files, { tags: ["v2.3.0", "v2.5.0"] })).toMatchInlineSnapshot(`
    [
      "docs/0/package.json:1 2.4.0 stale: @lumen/core is released with the train, and nothing writes it",
      "docs/1/package.json:1 2.3.0 behind: @lumen/core is released with the train; it holds 2.3.0 while the train holds 2.4.0",
      "docs/2/package.json:1 2.5.0 pinned: @lumen/core is released with the train; 2.5.0 is released and newer than 2.4.0",
      "docs/3/package.json:1 2.6.0 ahead: @lumen/core is released with the train; no tag explains 2.6.0, which is newer than 2.4.0",
      "docs/4/package.json:1 2 pinned: 2 admits 2.4.0",
      "docs/5/package.json:1 2.4 pinned: 2.4 admits 2.4.0",
      "docs/6/package.json:1 2.3 behind: @lumen/core is released with the train; 2.3 does not admit 2.4.0",
      "docs/7/package.json:1 3 ahead: @lumen/core is released with the train; 3 does not admit 2.4.0",
      "docs/8/package.json:1 0.0.0-next.1 independent: 0.0.0-next.1 is a preview or a placeholder, never a release",
      "docs/9/package.json:1 2.5 pinned: @lumen/core is released with the train; 2.5 is released and newer than 2.4.0",
    ]
  `);
});

test("a place next to a subject with its own line is behind when that subject has moved on", () => {
  const files = {
    "docs/README.md": [
      "npm i @lumen/desk@0.2.0",
      "npm i @lumen/desk@0.3.0",
      "npm i @lumen/desk@0.3.1",
      "npm i @lumen/desk@0.2",
      "npm i @lumen/mute@0.1.0",
    ].join("\n"),
    "packages/mute/package.json": '{ "name": "@lumen/mute" }\n',
    "docs/package.json":
      '{ "name": "@lumen/docs", "private": true, "dependencies": { "@lumen/desk": "0.2.0" } }\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "docs/README.md:1 0.2.0 likely behind: @lumen/desk lives here with a version line of its own, 0.3.0; this place holds 0.2.0",
      "docs/README.md:2 0.3.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/README.md:3 0.3.1 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/README.md:4 0.2 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/README.md:5 0.1.0 independent: @lumen/mute lives here with a version line of its own",
      "docs/package.json:1 0.2.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
    ]
  `);
});

test("a place that the release writes is covered, by its edit", () => {
  const manifest = (requirement: string) =>
    `{ "name": "@lumen/docs", "dependencies": { "@lumen/core": "${requirement}" } }\n`;
  const files = { "docs/package.json": manifest("2.4.0") };
  const covered = soFar(files, {
    bumped: ["package.json", "packages/core/package.json", "docs/package.json"],
  });
  const [place] = covered.occurrences.filter(({ path }) => path === "docs/package.json");
  expect(place).toMatchObject({ verdict: "covered", certainty: "proved", owed: true });
  expect(place?.edit).toMatchObject({ before: "2.4.0", after: "9.9.9", release: "cut" });
});

test("the questions that led to a verdict, in their order", () => {
  const told = (files: Readonly<Record<string, string>>, path: string) => {
    const { occurrences, evidence } = soFar(files);
    const occurrence = occurrences.find((candidate) => candidate.path === path);
    if (occurrence === undefined) throw new RangeError(path);
    return questionsOf(occurrence, occurrence.edit, evidence).map(
      ({ question, answer, decided }) => `${decided ? "*" : " "} ${question} ${answer}`,
    );
  };
  const ignored = { "version-audit.toml": '[[ignore]]\npath = "a.md"\nreason = "an old page"\n' };
  expect(told({ "a.md": "Lumen 2.4.0\n", ...ignored }, "a.md")).toMatchInlineSnapshot(`
    [
      "* Does the configuration or a comment ignore it? an old page",
    ]
  `);
  expect(told({}, "package.json")).toMatchInlineSnapshot(`
    [
      "  Does the configuration or a comment ignore it? no",
      "* Does a rehearsal write the new version here? scripts/release.mjs:7 writes it",
    ]
  `);
  expect(told({ "a.md": "loupe 2.4.0\n" }, "a.md")).toMatchInlineSnapshot(`
    [
      "  Does the configuration or a comment ignore it? no",
      "  Does a rehearsal write the new version here? no",
      "  Is it the version of another train? no",
      "* Whose version is it? a number that nothing binds to a subject of ours",
    ]
  `);
  expect(told({ "a.md": "since Lumen 2.3.0\n" }, "a.md")).toMatchInlineSnapshot(`
    [
      "  Does the configuration or a comment ignore it? no",
      "  Does a rehearsal write the new version here? no",
      "  Is it the version of another train? no",
      "  Whose version is it? its line speaks of a former release of the product",
      "* Does it name a past version on purpose? the words before it speak of a past version",
    ]
  `);
  expect(told({ "a.md": "Lumen 2.4.0\n" }, "a.md")).toMatchInlineSnapshot(`
    [
      "  Does the configuration or a comment ignore it? no",
      "  Does a rehearsal write the new version here? no",
      "  Is it the version of another train? no",
      "  Whose version is it? its line names the product, and it is a version of the train",
      "  Does it name a past version on purpose? no",
      "  Is it written by a generator? no",
      "* What does it hold? its line names the product, and it is a version of the train, and nothing writes it",
    ]
  `);
  expect(told({ "a.md": "npm i @lumen/desk@0.3.0\n" }, "a.md")).toMatchInlineSnapshot(`
    [
      "  Does the configuration or a comment ignore it? no",
      "  Does a rehearsal write the new version here? no",
      "  Is it the version of another train? no",
      "  Whose version is it? @lumen/desk lives here with a version line of its own, 0.3.0",
      "  Does it name a past version on purpose? no",
      "  Is it written by a generator? no",
      "* What does it hold? @lumen/desk lives here with a version line of its own, 0.3.0",
    ]
  `);
});

test("a release misses what is stale, behind or ahead, and owes what it keeps as well", () => {
  expect(allVerdicts.filter(isMissed)).toEqual(["stale", "behind", "ahead"]);
  expect(Object.keys(verdictMeaning)).toEqual([...allVerdicts]);
  const { occurrences } = soFar({ "a.md": "Lumen 2.4.0, Lumen version: 2.3.0, 1.1.1\n" });
  expect(occurrences.map(({ path, verdict, owed }) => `${path} ${verdict} ${owed}`)).toMatchInlineSnapshot(`
    [
      "a.md stale true",
      "a.md behind false",
      "a.md external false",
      "package.json covered true",
      "packages/core/package.json covered true",
      "packages/desk/package.json independent false",
    ]
  `);
});
