import { expect, test } from "vitest";
import { nearestName } from "../../src/config/nearest-name.ts";

test.each([
  ["argz", ["args", "env"], "args"],
  ["nmae", ["name"], "name"],
  ["Covered", ["covered"], "covered"],
  ["stal", ["stale", "ahead"], "stale"],
  ["generatedd", ["generated", "ignored"], "generated"],
  ["x", ["y"], "y"],
  ["json", ["text", "github"], null],
  ["text", ["text"], null],
  ["anything", [], null],
])("%s among %j is %s", (name, candidates, expected) => {
  expect(nearestName(name, candidates)).toBe(expected);
});
