import { expect, test } from "vitest";
import { comparable } from "../../../../src/rules/shared/couples/member-value.ts";

test.each([
  ["7", "7"],
  ["0x07", "7"],
  ["7u16", "7"],
  ["v1.2.3", "1.2.3"],
  ["^1.2.3", "1.2.3"],
  ["=1.2.3", "1.2.3"],
  [">= 1.2.3", "1.2.3"],
  ["1.2.3-slim", "1.2.3"],
  ["1.2.3-rc.1", "1.2.3-rc.1"],
  ["22-alpine", "22"],
  ["latest", "latest"],
])("compares %s as %s", (written, value) => {
  expect(comparable(written)).toBe(value);
});
