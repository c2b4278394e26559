import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { forgetfulRepository } from "../command-line.ts";
import { compiledCommand } from "../compiled-command.ts";
import { keptCommand } from "./kept-command.ts";

/** What a command line says, how it ends, and what it leaves behind, in a process of its own and in the kept one. */
function both(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  return [[process.execPath, compiledCommand()], keptCommand()].map(([program = "", ...first]) => {
    const root = forgetfulRepository(more);
    const env = { PATH: process.env["PATH"], HOME: root, VERSION_AUDIT_PROGRESS: "never" };
    const { stdout, stderr, status } = spawnSync(program, [...first, ...args], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    const printed = (stdout + stderr).replaceAll(root, "<root>").replace(/ in \d+\.\d s /g, " in 0.0 s ");
    return { printed, status };
  });
}

test.each([
  [[]],
  [["--format", "json"]],
  [["--color", "always"]],
  [["packages"]],
  [["list"]],
  [["rehearse"]],
  [["suggest"]],
  [["diff", "--to", "2.0.0"]],
  [["explain", "package.json:3"]],
  [["doctor"]],
  [["init"]],
  [["--help"]],
  [["--nonsense"]],
  [["nowhere"]],
  [["--format", "sarif:/nowhere/x"]],
])("%j does in the kept process what it does in one of its own", (args) => {
  const [own, kept] = both(args);
  expect(kept).toEqual(own);
});

test("what a script does to its engine is gone for the next one", () => {
  const hostile =
    "globalThis.leaked = 1; Object.prototype.leaked = 1; process.chdir('/'); process.env.PATH = ''; process.exitCode = 3;\n";
  const config = '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n';
  both([], { "scripts/release.mjs": hostile, "version-audit.toml": config });
  const looking =
    "if (globalThis.leaked || ({}).leaked || process.env.PATH === '') throw new Error('it is still there');\n";
  const [own, kept] = both(["rehearse"], { "scripts/release.mjs": looking, "version-audit.toml": config });
  expect(kept).toEqual(own);
  expect(kept?.status).toBe(0);
});
