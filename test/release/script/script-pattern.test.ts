import { describe, expect, test } from "vitest";
import { scriptPattern } from "../../../src/release/script/script-pattern.ts";
import { processorTime } from "../../measure/processor-time.ts";

describe("a pattern of a release script", () => {
  test("is found, and where", () => {
    const pattern = scriptPattern("version: \\d+", "g");
    expect(pattern?.isIn("version: 1")).toBe(true);
    expect(pattern?.isIn("version: x")).toBe(false);
    expect(pattern?.placesIn("version: 1, version: 22")).toEqual([
      { start: 0, end: 10 },
      { start: 12, end: 23 },
    ]);
  });

  test("is none when this engine refuses it", () => {
    expect(scriptPattern("(", "")).toBeNull();
  });

  test("that takes for ever is given up, and not tried again", () => {
    const text = `${"a".repeat(60)}!`;
    const milliseconds = processorTime(() => {
      for (let times = 0; times < 100; times++) {
        expect(scriptPattern("^(\\w+\\s?)*$", "")?.isIn(text)).toBeNull();
        expect(scriptPattern("(a|a)*$", "")?.placesIn(text)).toEqual([]);
      }
    });
    expect(milliseconds).toBeLessThan(20_000);
  });
});
