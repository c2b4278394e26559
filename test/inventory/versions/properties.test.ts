import fc from "fast-check";
import { expect, test } from "vitest";
import { compareVersions } from "../../../src/inventory/versions/compare.ts";
import { findTagVersion } from "../../../src/inventory/versions/docker-tag.ts";
import { parseInteger } from "../../../src/inventory/versions/integer.ts";
import { pep440ToSemver } from "../../../src/inventory/versions/pep440.ts";
import { findVersions, parseVersion, versionPattern } from "../../../src/inventory/versions/version.ts";
import { nextTarget, sentinelFor } from "../../../src/release/target.ts";

const piece = fc.constantFrom(
  ...[
    "1",
    "0",
    "12",
    "007",
    ".",
    ".",
    ".",
    "-",
    "+",
    "_",
    " ",
    "\n",
    "v",
    "V",
    "rc",
    "a",
    "alpha",
    "beta.1",
    ".dev3",
    "linux",
  ],
  ...[
    "x64",
    "tgz",
    ".tar.gz",
    "@",
    "%40",
    "%2F",
    "\\n",
    "\u001b[31m",
    '"',
    "1.4.2",
    "1.4.2-rc.1",
    "2.0.0+build.7",
    "...",
    "é",
  ],
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
const number = fc.nat(1_000_000);
const release = fc.tuple(number, number, number).map((numbers) => numbers.join("."));
const version = fc.oneof(
  release,
  fc.tuple(release, fc.constantFrom("alpha", "rc.4", "beta.0.x", "0")).map((parts) => parts.join("-")),
);

test("versions are found where the pattern matches, in order, and each of them is one", () => {
  fc.assert(
    fc.property(text, (written) => {
      const found = findVersions(written);
      const matches = [...written.matchAll(versionPattern())];
      expect(found).toEqual(
        matches.map(({ index, 0: match }) => ({ start: index, end: index + match.length })),
      );
      for (const { start, end } of found)
        expect(parseVersion(written.slice(start, end)), written.slice(start, end)).not.toBeNull();
    }),
    { numRuns: 5000 },
  );
});

test("a version between blanks is found as a whole", () => {
  fc.assert(
    fc.property(version, fc.constantFrom(" ", '"', "\n", "("), (written, blank) => {
      const found = findVersions(`${blank}${written}${blank}`);
      expect(found).toEqual([{ start: 1, end: 1 + written.length }]);
    }),
  );
});

test("versions are ordered: the order is total, and what comes next comes after", () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0);
      const [low = a, middle = b, high = c] = [a, b, c].sort(compareVersions);
      expect(
        [compareVersions(low, middle), compareVersions(middle, high), compareVersions(low, high)].every(
          (order) => order <= 0,
        ),
      ).toBe(true);
      expect(compareVersions(nextTarget(a), a)).toBeGreaterThan(0);
      expect(findVersions(sentinelFor(a, (candidate) => candidate === nextTarget(a)))).toHaveLength(1);
    }),
  );
});

test("the semver spelling of a Python release is a version with its numbers", () => {
  const suffix = fc.constantFrom("", "a1", "b2", "rc3", ".post1", ".dev4", "rc3.post1.dev4");
  fc.assert(
    fc.property(release, suffix, (numbers, behind) => {
      const spelled = pep440ToSemver(numbers + behind);
      expect(spelled?.startsWith(numbers)).toBe(true);
      expect(parseVersion(spelled ?? "")).not.toBeNull();
    }),
  );
});

test("the version in a tag stands where it is said to stand", () => {
  fc.assert(
    fc.property(text, (tag) => {
      const found = findTagVersion(tag);
      if (found !== null)
        expect(tag.slice(found.start, found.start + found.version.length)).toBe(found.version);
    }),
    { numRuns: 1000 },
  );
});

test("an integer is read in every base, with separators and with its type", () => {
  const base = fc.constantFrom(
    [10, ""] as const,
    [16, "0x"] as const,
    [8, "0o"] as const,
    [2, "0b"] as const,
  );
  const type = fc.constantFrom("", "u16", "i64", "usize", "n");
  fc.assert(
    fc.property(fc.nat(), base, type, fc.boolean(), (value, [radix, prefix], suffix, isSeparated) => {
      const digits = value.toString(radix);
      const written = isSeparated ? digits.replace(/(?<=^.)(?=.)/, "_") : digits;
      expect(parseInteger(`${prefix}${written}${suffix}`)).toBe(value);
    }),
  );
});
