import { describe, expect, test } from "vitest";
import { findTagVersion } from "../../../src/inventory/versions/docker-tag.ts";
import { parseInteger } from "../../../src/inventory/versions/integer.ts";
import { pep440ToSemver } from "../../../src/inventory/versions/pep440.ts";

describe("integers", () => {
  test.each([
    ["7", 7],
    ["0x07", 7],
    ["0x1F_FF", 8191],
    ["0x01u8", 1],
    ["7u16", 7],
    ["7usize", 7],
    ["7i64", 7],
    ["1_000", 1000],
    ["1_000n", 1000],
    ["7L", 7],
    ["7UL", 7],
    ["0b101", 5],
    ["0b101u8", 5],
    ["0o17", 15],
  ])("%s is %d", (text, value) => expect(parseInteger(text)).toBe(value));

  test.each(["", "x", "7x", "1.2", "-7", "0x", "99999999999999999999"])("%j is none", (text) =>
    expect(parseInteger(text)).toBeNull());
});

describe("image tags", () => {
  test.each([
    ["2.3.7", "2.3.7", 0],
    ["v2.3.0-rc.4", "2.3.0-rc.4", 1],
    ["2.3.0-rc.4-slim", "2.3.0-rc.4", 0],
    ["1.91.1-bookworm", "1.91.1", 0],
    ["22", "22", 0],
    ["22-alpine", "22", 0],
    ["3.19", "3.19", 0],
    ["7.3.68.1", "7.3.68.1", 0],
    ["slim-1.2.3", "1.2.3", 5],
  ])("%s names %s", (tag, version, start) => expect(findTagVersion(tag)).toEqual({ version, start }));

  test.each(["latest", "sha-0a1b2c3", "bookworm-slim", "", "22x"])("%j names none", (tag) =>
    expect(findTagVersion(tag)).toBeNull());
});

describe("Python versions", () => {
  test.each([
    ["2.3.0rc4", "2.3.0-rc.4"],
    ["2.3.0a1", "2.3.0-alpha.1"],
    ["2.3.0b2.dev3", "2.3.0-beta.2.dev.3"],
    ["2.3.0.dev3", "2.3.0-dev.3"],
    ["2.3.0.post1", "2.3.0+post.1"],
    ["2.3.0", "2.3.0"],
  ])("%s is %s", (python, semver) => expect(pep440ToSemver(python)).toBe(semver));

  test.each(["2.3", "1!2.3.0", "2.3.0-rc.4", "x"])("%s has no semver spelling of its own", (text) =>
    expect(pep440ToSemver(text)).toBeNull());
});
