import { expect, test } from "vitest";
import { fingerprints } from "../../src/report/fingerprint.ts";
import { findingAt, placeOf } from "./sample-audit.ts";

/** The fingerprint of one finding at the first `2.3.7` or `2.4.0` of a text. */
function fingerprint(text: string, version = "2.3.7", path = "a.json"): string | undefined {
  const finding = findingAt(placeOf(path, text, version), { message: `@acme/web stays at ${version}` });
  return fingerprints([finding])[0];
}

const line = '  "version": "2.3.7",';

test("a fingerprint stays when lines move, when the indentation changes, and when the version does", () => {
  const first = fingerprint(line);
  expect(fingerprint(`\n\n{\n\t"version": "2.3.7",\n`)).toBe(first);
  expect(fingerprint('  "version": "2.4.0",', "2.4.0")).toBe(first);
});

test("a fingerprint differs by path, by line and by subject", () => {
  const first = fingerprint(line);
  expect(fingerprint(line, "2.3.7", "b.json")).not.toBe(first);
  expect(fingerprint('  "engine": "2.3.7",')).not.toBe(first);
  const other = findingAt(placeOf("a.json", line, "2.3.7"), { message: "@acme/api stays at 2.3.7" });
  expect(fingerprints([other])[0]).not.toBe(first);
});

test("findings that agree in everything are told apart by their order", () => {
  const finding = findingAt(placeOf("a.json", line, "2.3.7"));
  const [first, second] = fingerprints([finding, finding]);
  expect(first).not.toBe(second);
  expect(fingerprints([finding, finding])).toEqual([first, second]);
});

test("the far ends of a minified line do not matter", () => {
  const bundle = (end: string) => `${"a".repeat(1000)}"2.3.7"${"b".repeat(1000)}${end}`;
  expect(fingerprint(bundle("x"))).toBe(fingerprint(bundle("y")));
});

test("a fingerprint stays when other versions on the line change", () => {
  const both = (other: string) => fingerprint(`"one": "2.3.7", "two": "${other}"`);
  expect(both("2.3.8-rc.10")).toBe(both("2.3.7"));
});

test("a place that a release leaves behind keeps its fingerprint, whichever rule reports it", () => {
  const place = placeOf("a.json", line, "2.3.7");
  const names = [
    ["stale-after-bump", "@acme/web stays at 2.3.7"],
    ["already-stale", "@acme/web is behind at 2.3.7"],
    ["ahead-of-release", "@acme/web is at 2.3.7, ahead of 2.3.6"],
  ].map(
    ([rule = "", message = ""]) =>
      fingerprints([findingAt(place, { rule, message, missed: "@acme/web" })])[0],
  );
  expect(new Set(names).size).toBe(1);
  const other = findingAt(place, {
    rule: "stale-after-bump",
    message: "@acme/api stays at 2.3.7",
    missed: "@acme/api",
  });
  expect(names).not.toContain(fingerprints([other])[0]);
});

test("a finding about more names than before has another fingerprint", () => {
  const place = placeOf("a.ts", "const LIST = [];", "[");
  const [two, three] = ["LIST lacks 2 names", "LIST lacks 3 names"].map(
    (message) => fingerprints([findingAt(place, { rule: "list-drift", message })])[0],
  );
  expect(two).not.toBe(three);
});
