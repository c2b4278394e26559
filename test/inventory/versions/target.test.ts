import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVersions, isRelease } from "../../../src/inventory/versions/compare.ts";
import { parseVersion } from "../../../src/inventory/versions/version.ts";
import { presumeBump, settleBump } from "../../../src/release/bump.ts";
import { nextTarget, sentinelFor } from "../../../src/release/target.ts";

describe("nextTarget", () => {
  test.each([
    ["2.3.7", "2.3.8"],
    ["2.3.0-rc.4", "2.3.0-rc.5"],
    ["2.3.0-beta", "2.3.0-beta.0"],
    ["1.2.3+build.9", "1.2.4"],
    ["2.3.0rc4", "2.3.0rc5"],
    ["4.5", "4.6"],
    ["1.2.3.4", "1.2.3.5"],
    ["1.8.0a1", "1.8.0a2"],
    ["0.18.1.dev0", "0.18.1"],
    ["1.4.0-SNAPSHOT", "1.4.0"],
    ["3.0-alpha-10-SNAPSHOT", "3.0-alpha-10"],
    ["4.0.0a2.dev0", "4.0.0a2"],
    ["1.63.0-next", "1.63.0"],
    ["2.1.0.Final", "2.1.1.Final"],
    ["2026.04.09", "2026.04.10"],
    ["2.1.12-stable", "2.1.13-stable"],
    ["0.11.10-alpha1", "0.11.10-alpha2"],
    ["2.2.1-alpha-dev", "2.2.1-alpha"],
    ["1.2.1.9000", "1.2.2"],
    ["2117.vc05a_0b_e6b_f4e", "2118"],
  ])("after %s comes %s", (current, target) => expect(nextTarget(current)).toBe(target));

  test("refuses what is no version", () => expect(() => nextTarget("latest")).toThrow(RangeError));
});

describe("sentinelFor", () => {
  test.each(["2.3.7", "2.3.0-rc.4", "0.0.1", "1.0.0-alpha.beta.1"])("keeps the shape of %s", (current) => {
    const sentinel = parseVersion(sentinelFor(current, () => false));
    const next = parseVersion(nextTarget(current));
    expect([sentinel?.major, sentinel?.minor]).toEqual([next?.major, next?.minor]);
    expect(sentinel?.prerelease.length).toBe(next?.prerelease.length);
    expect(isRelease(`${sentinel?.version}`)).toBe(isRelease(current));
  });

  test("is a version that occurs nowhere, and the same one every time", () => {
    const held = new Set([sentinelFor("2.3.7", () => false)]);
    const second = sentinelFor("2.3.7", (candidate) => held.has(candidate));
    expect(held.has(second)).toBe(false);
    expect(sentinelFor("2.3.7", (candidate) => held.has(candidate))).toBe(second);
  });

  test("of a hundred trains that stand at one version none begins another", () => {
    const taken = new Set<string>();
    for (let train = 0; train < 200; train++)
      taken.add(sentinelFor("2.12.0", (candidate) => taken.has(candidate)));
    const all = [...taken];
    expect(all.filter((one) => all.some((other) => other !== one && other.startsWith(one)))).toEqual([]);
  });

  test.each([
    ["2.3.7", "2.3.9901"],
    ["2.3.0-rc.4", "2.3.0-rc.9901"],
    ["2.3.9950", "2.3.9952"],
    ["4.5", "4.9901"],
    ["1.8.0a1", "1.8.0a9901"],
    ["2.3.20240101", "2.3.20240103"],
    ["2.1.12-stable", "2.1.9901-stable"],
    ["0.11.10-alpha1", "0.11.10-alpha9901"],
  ])("of %s is %s, of four digits where that is enough", (current, sentinel) => {
    expect(sentinelFor(current, () => false)).toBe(sentinel);
  });

  test("comes after current", () => {
    const number = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(number, number, number, fc.boolean(), (major, minor, patch, pre) => {
        const current = `${major}.${minor}.${patch}${pre ? `-rc.${patch}` : ""}`;
        expect(
          compareVersions(
            sentinelFor(current, () => false),
            current,
          ),
        ).toBeGreaterThan(0);
      }),
    );
  });

  test("is settled once the versions of the repository are known, and kept where none of them is it", () => {
    const presumed = presumeBump("2.3.7");
    expect(presumed).toEqual({ current: "2.3.7", target: "2.3.9901" });
    expect(settleBump(presumed, new Set(["2.3.7", "2.3.8"]))).toBe(presumed);
    const settled = settleBump(presumed, new Set(["2.3.9901", "2.3.9902"]));
    expect(settled).toEqual({ current: "2.3.7", target: "2.3.9903" });
  });

  test("gives up when every candidate occurs", () => {
    expect(() => sentinelFor("2.3.7", () => true)).toThrow(RangeError);
  });
});
