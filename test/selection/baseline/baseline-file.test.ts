import { describe, expect, test } from "vitest";
import type { BaselineEntry } from "../../../src/selection/baseline/baseline.ts";
import { baselineText, parseBaseline } from "../../../src/selection/baseline/baseline-file.ts";

const entry: BaselineEntry = {
  fingerprint: "0123456789abcdef0123456789abcdef",
  rule: "already-stale",
  path: "a.md",
  message: "npm pebble is behind at 1.0.0",
};

test("what is written is read", () => {
  expect(parseBaseline("b.json", baselineText([entry]))).toEqual([entry]);
  expect(parseBaseline("b.json", baselineText([]))).toEqual([]);
});

describe("a file that is no baseline is refused where it is wrong", () => {
  const good = baselineText([entry]);
  test.each([
    ["", 1, 1, "is not JSON"],
    [good.replace("]", ""), 11, 1, "is not JSON (comma expected)"],
    ["[]", 1, 1, "is no baseline"],
    [good.replace(": 1,", ": 2,"), 2, 27, "versionAuditBaseline"],
    [good.replace("0123", "0x23"), 8, 22, "findings.0.fingerprint: must be 32 hexadecimal digits"],
    [good.replace('"path"', '"file"'), 4, 5, "findings.0.path"],
    [good.replace('"a.md"', "7"), 6, 15, "findings.0.path"],
  ])("case %#", (text, line, column, message) => {
    const read = () => parseBaseline("b.json", text);
    expect(read).toThrow(expect.objectContaining({ name: "AuditError", path: "b.json", line, column }));
    expect(read).toThrow(message);
  });
});
