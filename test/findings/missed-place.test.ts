import { expect, test } from "vitest";
import type { Audit } from "../../src/findings/audit.ts";
import { placeAt, relatedAt } from "../../src/findings/script-place.ts";
import { shownName } from "../../src/findings/shown-name.ts";
import { auditFixture, type Changes } from "../rules/audit-fixture.ts";

const script = "scripts/release.mjs";
const vue = "packages/vue/package.json";
const fixture = (changes: Changes = {}) => auditFixture("stale-after-bump", changes);

/** The findings of the rule about stale places, by what is asked of them. */
function stale<T>(audit: Audit, ask: (finding: Audit["findings"][number]) => T): T[] {
  return audit.findings.filter(({ rule }) => rule === "stale-after-bump").map(ask);
}

/** The places that are shown below the finding about the manifest of `vue`. */
function shownWithVue(audit: Audit): string[] {
  const found = audit.findings.find(({ location }) => location.path === vue);
  return (found?.related ?? []).map(({ path, line, message }) => `${path}:${line} ${message}`);
}

test("shows the line that writes most of the siblings, and what the script did with the place elsewhere", async () => {
  const forgotten = await fixture({
    replace: [
      [script, `["pebble", "react"]`, `["react"]`],
      [script, "function bump(path) {", `readFileSync("${vue}", "utf8");\n\nfunction bump(path) {`],
    ],
  });
  expect(shownWithVue(forgotten)).toEqual([
    `${script}:12 1 place of the same kind is written here`,
    `${script}:8 it is read and left as it is`,
  ]);
  const unmatched = await fixture({
    replace: [
      [script, `["pebble", "react"]`, `["pebble", "react", "vue"]`],
      [vue, `"version": "1.2.0"`, `"version" : "1.2.0"`],
    ],
  });
  expect(shownWithVue(unmatched)).toEqual([`${script}:10 2 places of the same kind are written here`]);
});

test("shows what another module did on a line of the same number", async () => {
  const audit = await fixture({
    files: {
      "scripts/check.mjs": `${"\n".repeat(9)}import { readFileSync } from "node:fs"; readFileSync("${vue}", "utf8");\n`,
    },
    replace: [[script, "const [, ,", 'import "./check.mjs"; const [, ,']],
  });
  expect(shownWithVue(audit)).toEqual([
    `${script}:10 2 places of the same kind are written here`,
    "scripts/check.mjs:10 it is read and left as it is",
  ]);
});

test("of several lines that write siblings the busiest is shown, and other sorts of files do not count", async () => {
  const audit = await fixture({
    files: {
      "packages/a/package.json": `{\n  "name": "@pebble/a",\n  "version": "1.2.0"\n}\n`,
      "Cargo.toml": `[package]\nname = "pebble"\nversion = "1.2.0"\n`,
    },
    replace: [
      [
        script,
        "function bump",
        `writeFileSync("Cargo.toml", readFileSync("Cargo.toml", "utf8").replace("1.2.0", version));
writeFileSync("packages/a/package.json", readFileSync("packages/a/package.json", "utf8").replace("1.2.0", version));\n\nfunction bump`,
      ],
    ],
  });
  expect(shownWithVue(audit)).toEqual([`${script}:13 3 places of the same kind are written here`]);
  const labels = stale(audit, ({ location, label }) => `${location.path}: ${label}`);
  expect(labels).toEqual([
    `${vue}: the release writes its siblings, but not this one`,
    "docs/install.md: the release does not write this",
  ]);
});

test("says of every kind of place how the release could write it", async () => {
  const audit = await fixture({
    files: {
      "api/openapi.json": JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Pebble", version: "1.2.0" },
        paths: {},
      }),
      "engine/Cargo.lock": `version = 4\n\n[[package]]\nname = "pebble-engine"\nversion = "1.2.0"\n`,
      "engine/Cargo.toml": `[package]\nname = "pebble-engine"\nversion = "1.2.0"\n`,
    },
    replace: [[vue, `"pebble": "workspace:*"`, `"pebble": "1.2.0"`]],
  });
  const help = stale(audit, ({ location, help }) => [`${location.path}:${location.line}`, help]);
  const ignore = "or record in version-audit.toml why it is left out";
  const add = expect.stringMatching(
    /^add this to scripts\/release.mjs, or record .+:\nwriteFileSync\(.+\);$/,
  );
  expect(Object.fromEntries(help)).toEqual({
    "api/openapi.json:1": `let a generator that the release runs write it, ${ignore}`,
    "docs/install.md:4": add,
    "engine/Cargo.lock:5": `refresh the lockfile as part of the release, ${ignore}`,
    "engine/Cargo.toml:3": add,
    [`${vue}:3`]: add,
    [`${vue}:5`]: `let the release script write this requirement, use workspace:* or *, ${ignore}`,
  });
});

test("folds what one cause left behind: the same kind, number and sort of file in one area", async () => {
  const manifest = (name: string) => `{\n  "name": "${name}",\n  "version": "1.2.0"\n}\n`;
  const audit = await fixture({
    files: {
      "package.json": manifest("pebble-workspace"),
      "examples/a/package.json": manifest("@pebble/a"),
      "packages/svelte/package.json": manifest("@pebble/svelte"),
    },
    replace: [["pnpm-workspace.yaml", "packages/*", "packages/*\n  - examples/*"]],
  });
  const families = stale(audit, ({ location, family }) => `${location.path} in ${family}`);
  expect(families.sort()).toEqual([
    "docs/install.md in snippet 1.2.0 docs install.md",
    "examples/a/package.json in manifest-version 1.2.0 examples package.json",
    "package.json in manifest-version 1.2.0  package.json",
    "packages/svelte/package.json in manifest-version 1.2.0 packages package.json",
    "packages/vue/package.json in manifest-version 1.2.0 packages package.json",
  ]);
  const [finding] = audit.findings.filter(({ location }) => location.path === vue);
  expect(finding?.why).toBe(
    "@pebble/vue is a public package of this repository and holds current, and nothing writes it; never asked for: no step of the release asks for it",
  );
});

test("names the subject of a place in words", async () => {
  const { occurrences } = await fixture();
  const [occurrence = expect.fail("no version was found")] = occurrences;
  const named = (type: "npm" | "crate" | "image" | "api", name: string) =>
    shownName({ ...occurrence, subject: { type, name } });
  expect(named("npm", "@pebble/vue")).toBe("@pebble/vue");
  expect(named("crate", "pebble")).toBe("pebble");
  expect(named("image", "pebble/engine")).toBe("image pebble/engine");
  expect(named("api", "Pebble")).toBe("api Pebble");
  expect(shownName({ ...occurrence, subject: null, version: "1.2.0" })).toBe("the version 1.2.0");
});

test("shows one character of a script line, or its end, and nothing of what is not in the repository", async () => {
  const audit = await fixture({ files: { "scripts/short.mjs": "first\nlast" } });
  const at = (path: string, line: number, column: number) =>
    placeAt({ path, line, column, function: null }, audit);
  const short = "scripts/short.mjs";
  expect(at(short, 1, 2)).toMatchObject({ path: short, line: 1, column: 2, endColumn: 3, lineText: "first" });
  expect(at(short, 2, 4)).toMatchObject({ line: 2, column: 4, endLine: 2, endColumn: 5, lineText: "last" });
  expect(at(short, 1, 99)).toMatchObject({ line: 1, column: 6, endLine: 1, endColumn: 6 });
  expect(at(short, 3, 1)).toBeNull();
  expect(at("/usr/bin/release", 1, 1)).toBeNull();
  const told = relatedAt({ path: short, line: 1, column: 1, function: null }, "written here", audit);
  expect(told).toEqual([expect.objectContaining({ path: short, message: "written here" })]);
  expect(relatedAt({ path: "gone.mjs", line: 1, column: 1, function: null }, "", audit)).toEqual([]);
});
