import { expect, test } from "vitest";
import { listDrift } from "../../src/rules/list-drift.ts";
import { audit } from "../cli/compiled-library.ts";
import { fixtureCopy, replace, told, unrehearsed } from "./fixture-copy.ts";

/** The fixture with both lists as they should be. */
function settled(): string {
  const root = fixtureCopy("list-drift");
  replace(
    root,
    "scripts/publish.mjs",
    `["pebble-core", "pebble-errors"]`,
    `["pebble-errors", "pebble-core", "pebble"]`,
  );
  replace(root, "scripts/release.mjs", `"pebble-error",`, `"pebble-errors",`);
  return root;
}

test("reports missing and foreign names and a wrong order, each once", () => {
  expect(told(listDrift, unrehearsed(fixtureCopy("list-drift")))).toEqual([
    "error scripts/publish.mjs:4 CRATES lacks pebble",
    "  crates/pebble/Cargo.toml:2 pebble is a crate that can be published",
    "error scripts/publish.mjs:4 CRATES: pebble-core comes before pebble-errors, which it depends on",
    "  scripts/publish.mjs:4 pebble-errors should come first",
    "error scripts/release.mjs:6 PINNED lacks pebble-errors",
    "  Cargo.toml:16 pebble-errors is a pinned workspace dependency",
    "error scripts/release.mjs:8 PINNED names pebble-error, which is no pinned workspace dependency",
  ]);
});

test("is silent when the lists equal their sets", () => {
  expect(told(listDrift, unrehearsed(settled()))).toEqual([]);
});

test("tells a dependency key from a package name", () => {
  const root = settled();
  replace(root, "scripts/publish.mjs", `"pebble-core"`, `"core"`);
  expect(told(listDrift, unrehearsed(root))).toContain(
    "error scripts/publish.mjs:4 CRATES names core, which is called pebble-core here",
  );
  const other = settled();
  replace(other, "scripts/release.mjs", `"core"`, `"pebble-core"`);
  expect(told(listDrift, unrehearsed(other))).toContain(
    "error scripts/release.mjs:7 PINNED names pebble-core, which is called core here",
  );
});

test("a crate with publish = false and an excepted name need not be listed", () => {
  const root = settled();
  replace(root, "scripts/publish.mjs", `, "pebble"`, "");
  expect(told(listDrift, unrehearsed(root))).toHaveLength(2);
  replace(root, "version-audit.toml", "ordered = true", `ordered = true\nexcept = ["pebble"]`);
  expect(told(listDrift, unrehearsed(root))).toEqual([]);
  replace(root, "version-audit.toml", `except = ["pebble"]`, "");
  replace(
    root,
    "crates/pebble/Cargo.toml",
    "version.workspace = true",
    "version.workspace = true\npublish = false",
  );
  expect(told(listDrift, unrehearsed(root))).toEqual([]);
});

test("asks for one name or for several, below the bracket that opens the list", () => {
  const lacking = (names: string) => {
    const root = settled();
    replace(root, "scripts/publish.mjs", `"pebble-errors", "pebble-core", "pebble"`, names);
    const [{ location, label, help } = expect.fail("nothing is lacking")] = listDrift.check(
      unrehearsed(root),
    );
    expect(location).toMatchObject({ line: 4, column: 16, endColumn: 17 });
    return [label, help];
  };
  expect(lacking(`"pebble-errors", "pebble-core"`)).toEqual([
    "pebble should be in this list",
    "add it to the list, or name under `except` what is left out on purpose",
  ]);
  expect(lacking(`"pebble-errors"`)).toEqual([
    "pebble-core, pebble should be in this list",
    "add them to the list, or name under `except` what is left out on purpose",
  ]);
});

test("shows every name that comes too early, and what should come before it", () => {
  const root = settled();
  replace(
    root,
    "scripts/publish.mjs",
    `"pebble-errors", "pebble-core", "pebble"`,
    `"pebble", "pebble-core", "pebble-errors"`,
  );
  replace(
    root,
    "crates/pebble/Cargo.toml",
    "core.workspace = true",
    "core.workspace = true\npebble-errors.workspace = true",
  );
  expect(told(listDrift, unrehearsed(root))).toEqual([
    "error scripts/publish.mjs:4 CRATES: pebble comes before pebble-core, pebble-errors, which it depends on, and 1 more name like it",
    "  scripts/publish.mjs:4 pebble-core should come first",
    "  scripts/publish.mjs:4 pebble-errors should come first",
    "  scripts/publish.mjs:4 pebble-core comes before pebble-errors",
  ]);
});

test("a name that is left out on purpose need not come before those that depend on it", () => {
  const root = settled();
  replace(root, "scripts/publish.mjs", `"pebble-errors", "pebble-core"`, `"pebble-core"`);
  replace(root, "version-audit.toml", "ordered = true", `ordered = true\nexcept = ["pebble-errors"]`);
  expect(told(listDrift, unrehearsed(root))).toEqual([]);
});

test("only what cargo needs to publish orders a list", () => {
  const root = settled();
  replace(
    root,
    "crates/pebble-errors/Cargo.toml",
    "edition.workspace = true",
    `edition.workspace = true\n\n[dev-dependencies]\npebble = { path = "../pebble" }`,
  );
  expect(told(listDrift, unrehearsed(root))).toEqual([]);
  replace(root, "crates/pebble-errors/Cargo.toml", "[dev-dependencies]", "[build-dependencies]");
  expect(told(listDrift, unrehearsed(root))[0]).toBe(
    "error scripts/publish.mjs:4 CRATES: pebble-errors comes before pebble, which it depends on",
  );
});

test("a list that is not there is an error in the configuration", () => {
  const root = settled();
  replace(root, "version-audit.toml", `"CRATES"`, `"KRATES"`);
  replace(root, "version-audit.toml", `"scripts/release.mjs"\nconstant`, `"scripts/gone.mjs"\nconstant`);
  expect(told(listDrift, unrehearsed(root))).toEqual([
    "error version-audit.toml:6 the list published-crates cannot be read: scripts/publish.mjs has no list KRATES",
    "error version-audit.toml:13 the list pinned-crates cannot be read: scripts/gone.mjs is not in the repository",
  ]);
  expect(listDrift.check(unrehearsed(root))[0]).toMatchObject({
    label: "this list is not checked",
    help: "correct path and constant, or remove the table",
  });
});

test("a preset's list may be missing, since a revision need not have it", () => {
  const soFar = unrehearsed(settled());
  const source = { from: "preset" as const, preset: "pebble" };
  const lists = soFar.config.lists.map(({ value }) => ({ value: { ...value, constant: "GONE" }, source }));
  expect(listDrift.check({ ...soFar, config: { ...soFar.config, lists } })).toEqual([]);
});

test("a preset's list only warns of what people have to decide", () => {
  const soFar = unrehearsed(fixtureCopy("list-drift"));
  const source = { from: "preset" as const, preset: "pebble" };
  const lists = soFar.config.lists.map(({ value }) => ({ value, source }));
  const severities = listDrift
    .check({ ...soFar, config: { ...soFar.config, lists } })
    .map(({ severity }) => severity);
  expect(severities).toEqual(["warning", "error", "error", "error"]);
});

test("a pin that no list names is named by the list, and its place by the rule about stale places", async () => {
  const audited = await audit({ root: fixtureCopy("list-drift") });
  const rules = audited.findings.map(({ rule }) => rule);
  expect(rules).toContain("list-drift");
  expect(rules).toContain("stale-after-bump");
  expect(audited.summary.verdicts.stale).toBe(1);
});
