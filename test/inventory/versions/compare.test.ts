import fc from "fast-check";
import semver from "semver";
import { describe, expect, test } from "vitest";
import {
  compareVersions,
  isOfLine,
  isOlder,
  isPartial,
  isRelease,
  isUnderDevelopment,
  isVersion,
} from "../../../src/inventory/versions/compare.ts";

describe("the order of versions", () => {
  test.each([
    [["2.3.0-rc.4", "2.3.0-rc.10", "2.3.0", "2.3.7", "2.3.11"]],
    [["1.8.0.dev0", "1.8.0a1", "1.8.0b2", "1.8.0rc1.dev4", "1.8.0rc1", "1.8.0", "1.8.0.post1", "1!0.1"]],
    [["4.0", "4.5", "4.5.1", "4.10"]],
    [["1.2.3", "1.2.3.1", "1.2.3.4", "1.2.4.0"]],
    [["2026.04.13", "2026.4.14", "2026.11.1"]],
    [["3.0-alpha-9", "3.0-alpha-10-SNAPSHOT", "3.0-alpha-10", "3.0-beta-1", "3.0"]],
    [["1.0.0-alpha-10", "1.0.0-alpha-9"]],
    [["2.0.0-alpha", "2.0.0-rc1", "2.0.0-SNAPSHOT", "2.0.0.Final", "2.0.1"]],
    [["1.2.3~beta2", "1.2.3~rc1", "1.2.3", "2:0.1"]],
    [["nothing", "0", "1", "v2", "10"]],
  ])("%j", (sorted) => {
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted);
  });

  test.each([
    ["2.3.0rc4", "2.3.0-rc.4"],
    ["4.5", "4.5.0"],
    ["1.2.3.0", "1.2.3"],
    ["v1.2.3", "1.2.3"],
    ["1.2.3+45", "1.2.3"],
    ["4.1.0.Final", "4.1.0"],
    ["2026.04.13", "2026.4.13"],
    ["2.3.0.dev4", "2.3.0-dev.4"],
  ])("%s is %s", (a, b) => expect(compareVersions(a, b)).toBe(0));

  const identifier = fc.constantFrom("alpha", "beta", "rc", "next", "X", "0", "7", "12", "a1");
  const number = fc.integer({ min: 0, max: 20 });
  const plain = fc
    .tuple(number, number, number, fc.array(identifier, { maxLength: 3 }))
    .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre.length === 0 ? "" : `-${pre.join(".")}`}`);

  test("is that of semver where both are versions of semver", () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(semver.compare(a, b));
      }),
    );
  });

  test("is total over every grammar", () => {
    const core = fc.array(number, { minLength: 1, maxLength: 4 }).map((numbers) => numbers.join("."));
    const suffix = fc.constantFrom(
      ...["", "a1", "rc2", ".dev0", "rc2.dev1", ".post3", "-SNAPSHOT", "-dev.1", "+7", ".Final", "~rc1", "x"],
    );
    const any = fc.oneof(
      plain,
      fc.tuple(core, suffix).map(([a, b]) => a + b),
      fc.string(),
    );
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0);
        const [low = "", middle = "", high = ""] = [a, b, c].sort(compareVersions);
        expect(compareVersions(low, middle)).toBeLessThanOrEqual(0);
        expect(compareVersions(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test("only versions are older than others", () => {
  expect(isOlder("0.18.0", "0.18.1.dev0")).toBe(true);
  expect([isOlder("latest", "0.18.1.dev0"), isOlder("1.0", "1.2.3")]).toEqual([false, false]);
  expect(["1", "v4.5", "1.2.3-rc.1", "latest", ""].map(isVersion)).toEqual([true, true, true, false, false]);
});

test("releases and prereleases", () => {
  expect(["1.2.3", "1.2.3+build", "4.5", "1.2.3.post1", "7"].filter((each) => !isRelease(each))).toEqual([]);
  expect(["1.2.3-rc.1", "1.2.3.dev1", "1.0a1", "2.0-SNAPSHOT", "x"].filter(isRelease)).toEqual([]);
});

test("what is under development is told from prereleases", () => {
  const versions = [
    "4.1.3-wip",
    "0.18.1.dev0",
    "1.4.0-SNAPSHOT",
    "1.4.0-dev.3",
    "1.4.0-rc.1",
    "1.4.0",
    "1.4.0rc1.dev2",
  ];
  expect(versions.filter(isUnderDevelopment)).toEqual([
    "4.1.3-wip",
    "0.18.1.dev0",
    "1.4.0-SNAPSHOT",
    "1.4.0-dev.3",
    "1.4.0rc1.dev2",
  ]);
});

test("lines and partial versions", () => {
  expect([isOfLine("1.2.3", "1.9", 1), isOfLine("1.2.3", "1.9", 2), isOfLine("x", "1", 1)]).toEqual([
    ...[true, false, false],
  ]);
  expect([isPartial("1.2", "1.2.3"), isPartial("4.5", "4.5"), isPartial("latest", "1.2.3")]).toEqual([
    ...[true, false, true],
  ]);
});
