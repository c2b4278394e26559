import { expect, test } from "vitest";
import { newSibling } from "../../src/rules/new-sibling.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const added = "npm/linux-riscv64/package.json";

test("names the public package that is left out of its family", async () => {
  expect(told(newSibling, await auditFixture("new-sibling"))).toEqual([
    `warning ${added}:3 @pebble/linux-riscv64 is left out of a release that writes all of its siblings`,
    "  scripts/release.mjs:10 its siblings are written here",
  ]);
});

test("leaves a missed place to the rules about missed places", async () => {
  const audit = await auditFixture("new-sibling", { replace: [[added, "0.0.0", "1.2.0"]] });
  expect(shown(audit).filter((line) => line.includes(added))).toEqual([`error stale-after-bump ${added}:3`]);
  expect(shown(audit)).toContain("warning stale-after-bump README.de.md:4");
});

test("sees a translation whose version nothing else takes for one of the train", async () => {
  const run = (version: string) => `# Pebble\n\n    docker run stones/engine:${version}\n`;
  const audit = await auditFixture("new-sibling", {
    files: { "README.md": run("1.2.0"), "README.de.md": run("1.1.0") },
    replace: [
      [
        "scripts/release.mjs",
        "/@pebble\\/linux-x64@[\\w.-]+/, `@pebble/linux-x64@",
        "/engine:[\\w.-]+/, `engine:",
      ],
    ],
    tags: ["v1.1.0", "v1.2.0"],
  });
  expect(told(newSibling, audit)).toContain(
    "warning README.de.md:3 image stones/engine stays at 1.1.0 in a translation of README.md",
  );
  expect(newSibling.check(audit).at(-1)).toMatchObject({
    label: "the release writes this in the other language only",
    related: [{ path: "README.md", line: 3, message: "the same place, which is written" }],
    help: "let the rule for README.md match its translations too",
    family: "README.de.md",
  });
});

test.each([
  ["a private package", (text: string) => text.replace('"version"', '"private": true,\n  "version"')],
  ["a package that an ignore explains", (text: string) => text],
])("leaves %s alone", async (what, change) => {
  const ignore = `\n[[ignore]]\npath = "${added}"\nreason = "not built yet"\n`;
  const audit = await auditFixture("new-sibling", {
    files: {
      [added]: change(`{\n  "name": "@pebble/linux-riscv64",\n  "version": "0.0.0"\n}\n`),
      "version-audit.toml": `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n${what.includes("ignore") ? ignore : ""}`,
    },
  });
  expect(told(newSibling, audit)).toEqual([]);
});

test.each([
  ["no version", {}, 1, "it has no version"],
  [
    "a placeholder, after a requirement",
    { dependencies: { pebble: "1.1.0" }, version: "0.0.0" },
    6,
    "it stays at 0.0.0",
  ],
])("shows a package with %s where that stands", async (_, fields, line, label) => {
  const manifest = JSON.stringify({ name: "@pebble/linux-riscv64", ...fields }, null, 2);
  const audit = await auditFixture("new-sibling", { files: { [added]: `${manifest}\n` } });
  expect(newSibling.check(audit)).toMatchObject([
    {
      location: { path: added, line },
      label,
      why: "it is public, and every other public package in npm is written",
    },
  ]);
});

test("calls the root by its name where the family stands in it", async () => {
  const places = ["alpha", "beta", "gamma"].map((name) => `${name}/package.json`);
  const manifest = (name: string, version: string) =>
    `{ "name": "@pebble/${name}", "version": "${version}" }\n`;
  const audit = await auditFixture("new-sibling", {
    files: {
      ...Object.fromEntries(places.map((path) => [path, manifest(path.slice(0, -13), "1.2.0")])),
      "delta/package.json": manifest("delta", "0.0.0"),
    },
    replace: [
      [
        "scripts/release.mjs",
        'bump("README.md"',
        `for (const path of ${JSON.stringify(places)})\n  bump(path, /1\\.2\\.0/, version);\nbump("README.md"`,
      ],
    ],
  });
  expect(newSibling.check(audit).find(({ location }) => location.path === "delta/package.json")?.why).toBe(
    "it is public, and every other public package in the root is written",
  );
});

test("a package that a generator writes is not left out", async () => {
  const table = '\n[[generated]]\npaths = ["npm/linux-riscv64/**"]\n';
  const audit = await auditFixture("new-sibling", {
    replace: [
      [added, "0.0.0", "1.2.0"],
      ["version-audit.toml", 'args = ["{version}"]\n', `args = ["{version}"]\n${table}`],
    ],
  });
  expect(audit.occurrences.find(({ path }) => path === added)?.verdict).toBe("generated");
  expect(told(newSibling, audit)).toEqual([]);
});
