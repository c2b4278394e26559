import { describe, expect, test } from "vitest";
import {
  pythonRequirement,
  semverRequirement,
  versionAt,
} from "../../src/inventory/ecosystems/requirement.ts";
import { processorTime } from "../measure/processor-time.ts";

const versions = (found: ReturnType<typeof semverRequirement>) => found.map(({ version }) => version);

describe("semverRequirement", () => {
  test.each([
    ["2.3.7", ["2.3.7"]],
    ["^2.3.7", ["2.3.7"]],
    ["~1.2", ["1.2"]],
    ["=2.3.0-rc.4", ["2.3.0-rc.4"]],
    ["1", ["1"]],
    ["0.30", ["0.30"]],
    ["v1.2.3", ["1.2.3"]],
    [">= 20.0.0", ["20.0.0"]],
    [">=1.2, <2", ["1.2", "2"]],
    ["1.0.0 - 2.0.0", ["1.0.0", "2.0.0"]],
    ["^18 || ^19", ["18", "19"]],
    [">=22.0.0 <25", ["22.0.0", "25"]],
    ["1.2.x", ["1.2"]],
    ["1.*", ["1"]],
    ["1.2.3+build.5", ["1.2.3+build.5"]],
    ["*", []],
    ["x || 1.0.0", ["1.0.0"]],
    ["", []],
    ["latest", []],
    ["next-15", []],
    ["1.0.0 or newer", []],
    ["../1.0.0", []],
    ["87a84c0", []],
  ])("%s", (text, expected) => {
    expect(versions(semverRequirement(text))).toEqual(expected);
  });

  test("says where each version stands", () => {
    const text = ">=1.2.3 <2.0.0";
    for (const { version, at } of semverRequirement(text)) expect(text.startsWith(version, at)).toBe(true);
    expect(semverRequirement(text).map(({ at }) => at)).toEqual([2, 9]);
  });

  test("takes linear time on a hostile requirement", () => {
    const milliseconds = processorTime(() => {
      semverRequirement(`1.${"1-".repeat(500_000)}`);
      semverRequirement("|| ".repeat(500_000));
      semverRequirement(`${"1.".repeat(500_000)}!`);
    });
    expect(milliseconds).toBeLessThan(2000);
  });
});

describe("pythonRequirement", () => {
  test.each([
    ["==3.4.3", ["3.4.3"]],
    [">=1.8,<2.0", ["1.8", "2.0"]],
    ["~=1.4.5rc1", ["1.4.5rc1"]],
    ["== 1.2.*", ["1.2"]],
    ["!=1!2.0.post1", ["1!2.0.post1"]],
    ["^3.11", ["3.11"]],
    ["0.9.0-rc.1", ["0.9.0-rc.1"]],
    ["*", []],
    ["@ https://example.com/1.0.zip", []],
  ])("%s", (text, expected) => {
    expect(versions(pythonRequirement(text))).toEqual(expected);
  });
});

test("versionAt reads a version with or without v", () => {
  expect(versionAt("tag v1.2.3-rc.1, and", 4)).toEqual({ version: "1.2.3-rc.1", at: 5 });
  expect(versionAt("tag 22", 4)).toEqual({ version: "22", at: 4 });
  expect(versionAt("vivid", 0)).toBeNull();
});
