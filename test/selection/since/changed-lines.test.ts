import fc from "fast-check";
import { expect, test } from "vitest";
import { changedLines } from "../../../src/selection/since/changed-lines.ts";
import { processorTime } from "../../measure/processor-time.ts";

function changed(before: string, after: string): number[] {
  return [...changedLines(before, after)].sort((a, b) => a - b);
}

test.each<[string, string, number[]]>([
  ["a\nb\nc\n", "a\nb\nc\n", []],
  ["a\nb\nc\n", "a\nx\nc\n", [2]],
  ["a\nc\n", "a\nb\nc\n", [2]],
  ["a\nb\nc\n", "a\nc\n", []],
  ["a\nb\n", "a\r\nb\r\n", []],
  ["", "a\n", [1]],
  ["a\nb\nc\nd\n", "c\nd\na\nb\n", [1, 2]],
  ["{\n}\n{\n}\n", "{\n}\nx\n{\n}\n", [3]],
])("%j to %j: %j", (before, after, lines) => {
  expect(changed(before, after)).toEqual(lines);
});

test("what is left without the changed lines stands in the earlier text, in its order", () => {
  const line = fc.constantFrom("a", "b", "c", "d", "{", "}", "");
  const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = changedLines(before, after);
      const kept = after.split("\n").filter((_, index) => !lines.has(index + 1));
      let from = 0;
      const old = before.split("\n");
      return kept.every((each) => {
        const at = old.indexOf(each, from);
        from = at + 1;
        return at !== -1;
      });
    }),
  );
});

test("a lockfile of which most has changed is read in no time, and one old entry is still old", () => {
  const entry = (name: string, version: string) => `  ${name}:\n    version: ${version}\n    dev: true\n`;
  const all = Array.from({ length: 20_000 }, (_, index) => index);
  const before = all.map((index) => entry(`package-${index}`, "1.0.0")).join("");
  const after = all
    .map((index) => entry(`package-${index}`, index === 777 ? "1.0.0" : `1.0.${index + 1}`))
    .join("");
  let lines: ReadonlySet<number> = new Set();
  expect(processorTime(() => (lines = changedLines(before, after)))).toBeLessThan(3_000);
  expect(lines.size).toBe(19_999);
  expect(lines.has(777 * 3 + 2)).toBe(false);
});
