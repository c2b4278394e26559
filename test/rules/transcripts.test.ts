import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../src/rules/rules.ts";
import { transcript } from "../cli/command-line.ts";
import { fixtureCopy, release } from "./fixture-copy.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/rules");

/** What some fixtures need before the audit: a shell command, after everything is committed. */
const before: Readonly<Record<string, string>> = {
  "already-released": "git tag v1.2.1",
  "ahead-of-release": "git tag v1.2.0",
  "already-stale": "git tag v1.1.0 && git tag v1.2.0",
  "not-monotonic": "git tag v1.2.4",
  "schema-modified": "git tag v1.2.0 && echo 'type Later u64' >> schemas/pebble-protocol/v2.bare",
  "tag-ahead": "git tag v1.3.0",
};

/** What the audit is told beyond the fixture. */
const options: Readonly<Record<string, readonly string[]>> = {
  "already-released": ["--to", "1.2.1"],
  "not-monotonic": ["--to", "1.2.3"],
};

test.each(rules.map(({ id }) => id))("%s", async (id) => {
  const root = fixtureCopy(id);
  release(root);
  const command = before[id];
  if (command !== undefined) execFileSync("sh", ["-c", command], { cwd: root, stdio: "pipe" });
  const shown = transcript(root, options[id] ?? []);
  expect(shown).toContain(`[${id}]`);
  const whole =
    command === undefined ? shown : shown.replace("$ version-audit", `$ ${command}\n$ version-audit`);
  await expect(whole).toMatchFileSnapshot(join(fixtures, `${id}.md`));
});
