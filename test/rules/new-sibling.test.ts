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
