import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";

const environment = { PATH: process.env["PATH"] };

/** A package whose release announces itself with the parts of its address. */
function announcing(remote: string): string {
  const part = (name: string): string => `\${repo.${name}}`;
  const hook = `echo "released to ${part("host")} ${part("repository")} ${part("project")}" > announced.txt`;
  const settings = { git: false, github: false, hooks: { "after:release": hook } };
  const root = temporaryFolder({
    "package.json":
      '{ "name": "pebble", "version": "1.2.0", "devDependencies": { "release-it": "^17.0.0" } }\n',
    ".release-it.json": `${JSON.stringify(settings)}\n`,
  });
  for (const args of [
    ["init", "--quiet"],
    ["remote", "add", "origin", remote],
  ])
    execFileSync("git", args, { cwd: root, stdio: "pipe" });
  return root;
}

test.each([
  "https://github.com/mossy/pebble.git",
  "git@github.com:mossy/pebble.git",
])("a hook knows the parts of the address %s", async (remote) => {
  const { rehearsals } = await audit({ root: announcing(remote), environment });
  const written = rehearsals.flatMap(({ writes }) => writes).find(({ path }) => path === "announced.txt");
  expect(written?.after).toBe("released to github.com mossy/pebble pebble\n");
});
