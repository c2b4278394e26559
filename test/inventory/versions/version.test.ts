import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findVersions, parseVersion, versionPattern } from "../../../src/inventory/versions/version.ts";
import { processorTime } from "../../measure/processor-time.ts";

function found(text: string): string[] {
  return findVersions(text).map(({ start, end }) => text.slice(start, end));
}

describe("findVersions", () => {
  test.each([
    ["1.2.3", ["1.2.3"]],
    ["2.3.0-rc.4", ["2.3.0-rc.4"]],
    ["1.0.0-alpha+build.5", ["1.0.0-alpha+build.5"]],
    ["0.0.0-pr.4600.b74ff3b", ["0.0.0-pr.4600.b74ff3b"]],
    ["v0.0.0-20191109021931-daa7c04131f5", ["0.0.0-20191109021931-daa7c04131f5"]],
    ["25.8.3", ["25.8.3"]],
    ["1.2.3rc1 and 1.2.3.dev4", ["1.2.3rc1", "1.2.3.dev4"]],
  ])("reads every form: %s", (text, versions) => expect(found(text)).toEqual(versions));

  test.each([
    ["v1.2.3", "1.2.3"],
    ["^1.2.3", "1.2.3"],
    ["name@1.2.3", "1.2.3"],
    ["@scope/name@~1.2.3,", "1.2.3"],
    ["org/image:1.2.3", "1.2.3"],
    ["name_1.2.3_amd64.deb", "1.2.3"],
    ["OpenAPI-Generator/2.3.0-rc.4/rust", "2.3.0-rc.4"],
    ["Name.Of.Package.13.0.1.nupkg", "13.0.1"],
    ["/@scope%2Fname%402.3.7", "2.3.7"],
    ["a string\\n2.3.7", "2.3.7"],
    ["\u001b[32mv2.3.7\u001b[0m", "2.3.7"],
    ["从2.3.7开始", "2.3.7"],
    ["It ends in 1.2.3-rc.4.", "1.2.3-rc.4"],
  ])("finds the version within %s", (text, version) => expect(found(text)).toEqual([version]));

  test.each([
    ["foo-1.2.3.tgz", "1.2.3"],
    ["foo-1.2.3-rc.1.tar.gz", "1.2.3-rc.1"],
    ["engine-1.2.3-rc.1-linux-x64.zip", "1.2.3-rc.1"],
    ["image:1.2.3-slim", "1.2.3"],
    ["badge/version-1.2.3-blue.svg", "1.2.3"],
    ["a 2.3.7-based build", "2.3.7"],
    ["1.2.3--draft", "1.2.3"],
    ["1.2.3+", "1.2.3"],
  ])("ends the version before what is no part of it: %s", (text, version) =>
    expect(found(text)).toEqual([version]));

  test.each([
    ["2.0.0-2.1.0", ["2.0.0", "2.1.0"]],
    ["compare/v1.2.3...v1.2.4", ["1.2.3", "1.2.4"]],
    ["1.2.3...1.2.4", ["1.2.3", "1.2.4"]],
    [">=1.2.3 <2.0.0", ["1.2.3", "2.0.0"]],
    ["a@1.0.0+b@2.0.0", ["1.0.0", "2.0.0"]],
    ["1.4.2-rc.1.007", ["1.4.2-rc.1"]],
    ["1.4.2-007", ["1.4.2"]],
  ])("takes a range apart: %s", (text, versions) => expect(found(text)).toEqual(versions));

  test.each([
    "2.3.0.1",
    "10.0.0.1",
    "127.0.0.1:8080",
    "1.2",
    "2026.04.13",
    "1.02.3",
    "c.2.3.4",
    "1.2.3x",
    "rev1.2.3",
    "a1.2.3",
    "1.2.9999999999999999",
    "1.2.3rc007",
  ])("leaves alone what is no version: %s", (text) => expect(found(text)).toEqual([]));

  test("every admitted version reads as one", () => {
    const number = fc.integer({ min: 0, max: 2 ** 31 });
    const identifier = fc.constantFrom("rc", "alpha", "beta", "next", "pr", "canary", "b74ff3b", "7", "0");
    const version = fc
      .tuple(number, number, number, fc.array(identifier, { maxLength: 4 }))
      // Three numbers after a hyphen are the other end of a range.
      .filter(
        ([, , , rest]) =>
          !rest.some((_, at) => rest.slice(at, at + 3).filter((part) => /^\d/.test(part)).length > 2),
      )
      .map(
        ([major, minor, patch, rest]) =>
          `${major}.${minor}.${patch}${rest.length ? `-${rest.join(".")}` : ""}`,
      );
    const before = fc.constantFrom("", " ", "v", "@", '"', "=", "^", "-", "/", ":", "(", "\n", "é");
    const after = fc.constantFrom("", " ", '"', ".", ". ", ")", "/", ",", "\n", "_", ".tgz", "-linux", "é");
    fc.assert(
      fc.property(fc.string(), before, version, after, (noise, left, text, right) => {
        const whole = `${noise} ${left}${text}${right} ${noise}`;
        expect(found(whole)).toContain(text);
        expect(parseVersion(text)?.version).toBe(text);
      }),
    );
  });

  test("spans are those of the pattern, ordered, disjoint and with a version each", () => {
    const piece = fc.constantFrom(
      "1",
      "2.3",
      ".",
      "-",
      "+",
      "rc",
      "v",
      "@",
      " ",
      "0",
      "7",
      "x",
      "%40",
      "\\n",
      "[0m",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        expect(found(text)).toEqual([...text.matchAll(versionPattern())].map(([version]) => version));
        let end = 0;
        for (const span of findVersions(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(parseVersion(text.slice(span.start, span.end))).not.toBeNull();
          end = span.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["digits", "1".repeat(3_000_000)],
    ["dots", "1.".repeat(1_500_000)],
    ["prereleases", "1.1.1-".repeat(500_000)],
    ["identifiers", `1.1.1-${"a-".repeat(1_500_000)}`],
    ["builds", `1.1.1+${"1-1.1.1-".repeat(400_000)}@`],
    ["colours", "[1;".repeat(1_000_000)],
  ])("takes linear time: %s", (_, text) => {
    const milliseconds = processorTime(() => {
      findVersions(text);
    });
    expect(milliseconds).toBeLessThan(2000);
  });
});

test("the pattern is fresh for every caller", () => {
  const pattern = versionPattern();
  pattern.test("1.2.3");
  expect(versionPattern().lastIndex).toBe(0);
});
