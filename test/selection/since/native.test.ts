import { expect, test } from "vitest";
import { auditSelection } from "../../../src/selection/audit-selection.ts";
import { environment } from "../../repository/files/git-environment.ts";
import { commit } from "../../repository/files/git-repository.ts";
import { writeFiles } from "../../repository/files/temporary-folder.ts";
import { branch, config, pebble, sinceMain } from "./pebble.ts";

const native = `${config.replace('entry = "scripts/release.mjs"\nargs = ["{version}"]', 'command = "node scripts/release.mjs {version}"')}`;

async function places(root: string, scope: typeof sinceMain | { by: "staged" }): Promise<string[]> {
  const { findings } = await auditSelection({ root, scope, environment, engine: "command" });
  return findings.map(({ rule, location: { path, line } }) => `${rule} ${path}:${line}`);
}

test("with a native release the state before is rehearsed as well, in a copy of it", async () => {
  const root = pebble({ "version-audit.toml": native });
  branch(root, { "scripts/places.mjs": 'export const places = ["package.json"];\n' });
  expect(await places(root, sinceMain)).toEqual(["stale-after-bump packages/web/package.json:3"]);
});

test("what is staged is rehearsed natively as it is staged", async () => {
  const root = pebble({ "version-audit.toml": native });
  commit(root);
  writeFiles(root, { "scripts/places.mjs": "throw new Error('not staged');\n" });
  expect(await places(root, { by: "staged" })).toEqual([]);
});
