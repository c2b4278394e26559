import { expect, test } from "vitest";
import { overReach } from "../../src/rules/over-reach.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const source = "crates/pebble/src/lib.rs";

test("names third parties and pinned minimums that the release rewrites", async () => {
  expect(told(overReach, await auditFixture("over-reach"))).toEqual([
    "error Cargo.toml:8 the release rewrites serde from 1.0.219 to 1.2.1",
    "  scripts/release.mjs:10 rewritten here",
    `error ${source}:2 the release rewrites constant MIN_PEBBLE_VERSION from 1.0.0 to 1.2.1`,
    "  scripts/release.mjs:10 rewritten here",
  ]);
});

test("is not misled by a third party that has the number of the train", async () => {
  const audit = await auditFixture("over-reach", { replace: [["Cargo.toml", "1.0.219", "1.2.0"]] });
  expect(shown(audit)).toContain("error over-reach Cargo.toml:8");
});

test.each([
  ["a constant that names the product", `pub const PEBBLE_VERSION: &str = "1.2.0";`],
  ["a constant that names nothing and had fallen behind", `pub const APP_VERSION: &str = "1.1.0";`],
  ["a placeholder", `pub const PEBBLE_VERSION: &str = "0.0.0-dev";`],
])("leaves %s to the release", async (_, line) => {
  const audit = await auditFixture("over-reach", {
    files: { [source]: `${line}\n` },
    replace: [["scripts/release.mjs", '/version = ".*"/g', '/version = ".*"/']],
    tags: ["v1.1.0", "v1.2.0"],
  });
  expect(told(overReach, audit)).toEqual([]);
});

test("keeps silent about what the configuration ignores, by a pattern and by the path alone", async () => {
  const audit = await auditFixture("over-reach", {
    files: {
      "version-audit.toml": `[[release]]
name = "cut"
entry = "scripts/release.mjs"
args = ["{version}"]

[[ignore]]
path = "Cargo.toml"
pattern = "1.0.219"
reason = "follows our releases by agreement"

[[ignore]]
path = "crates/**"
reason = "moves with the release on purpose"
`,
    },
  });
  expect(shown(audit)).toEqual([]);
});
