import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetfulRepository } from "../cli/command-line.ts";
import { compiledPackage } from "../cli/compiled-command.ts";
import { commit, git } from "../repository/files/git-repository.ts";

const project = join(import.meta.dirname, "../..");
const example = join(project, "fixtures/mini-monorepo");
let copies = "";
let without = "";

beforeAll(() => {
  copies = mkdtempSync(join(tmpdir(), "version-audit-code-"));
  symlinkSync(join(project, "node_modules"), join(copies, "node_modules"));
  without = copyOf("without");
  rmSync(join(without, "code"), { recursive: true });
});
afterAll(() => rmSync(copies, { recursive: true, force: true }));

/** A copy of the built package, which may be changed. */
function copyOf(name: string): string {
  const copy = join(copies, name);
  cpSync(compiledPackage(), copy, { recursive: true });
  return join(copy, "dist");
}

/** A module that says on standard error how V8 took the code of a part of the bundle: taken, refused or none. */
const watch = `import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import vm from "node:vm";
const { Script } = vm;
vm.Script = class extends Script {
  constructor(text, options) {
    super(text, options);
    if (!options?.filename?.endsWith("bundle.cjs")) return;
    const code = options.cachedData === undefined ? "none" : this.cachedDataRejected ? "refused" : "taken";
    writeSync(2, "code: " + code + String.fromCharCode(10));
  }
};
syncBuiltinESMExports();`;

function audited(dist: string, args: readonly string[]) {
  const loader = `data:text/javascript,${encodeURIComponent(watch)}`;
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(dist, "cli.js"), ...args], {
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
    env: { PATH: process.env["PATH"], VERSION_AUDIT_PROGRESS: "never", NODE_OPTIONS: `--import=${loader}` },
  });
  return { stdout, status, code: stderr.match(/(?<=^code: ).*/gm) ?? [] };
}

const commands = [
  [[example, "--format", "json"]],
  [[join(project, "fixtures/rules/dead-pattern"), "--format", "sarif"]],
  [["--help"]],
];

test.each(commands)("%j says the same with the code that the build wrote down and without it", (args) => {
  const [taken, none] = [join(compiledPackage(), "dist"), without].map((dist) => audited(dist, args));
  expect(new Set(taken?.code)).toEqual(new Set(["taken"]));
  expect(new Set(none?.code)).toEqual(new Set(["none"]));
  expect(none?.code.length).toBe(taken?.code.length);
  expect(taken?.stdout).not.toBe("");
  expect({ ...taken, code: null }).toEqual({ ...none, code: null });
});

test("code of another bundle of the same length is not looked at", () => {
  const dist = copyOf("changed");
  const bundle = join(dist, "bundle.cjs");
  const text = readFileSync(bundle, "utf8");
  const changed = text.replaceAll("the release writes its siblings", "THE RELEASE WRITES ITS SIBLINGS");
  expect(changed).not.toBe(text);
  writeFileSync(bundle, changed);
  const { stdout, code } = audited(dist, [example]);
  // That of the command and that of the rehearsals.
  expect(code).toEqual(["none", "none"]);
  expect(stdout).toContain("THE RELEASE WRITES ITS SIBLINGS");
});

test("code that was written with other settings of V8 is not looked at", () => {
  const dist = copyOf("settings");
  const cli = join(dist, "cli.js");
  writeFileSync(cli, readFileSync(cli, "utf8").replace('"--liftoff-only", ', ""));
  expect(audited(dist, ["--version"]).code).toEqual(["none"]);
});

test("the bundle is plain ASCII, and what it knows beyond that is known still", () => {
  const dist = join(compiledPackage(), "dist");
  expect(readFileSync(join(dist, "bundle.cjs")).every((byte) => byte < 0x80)).toBe(true);
  const root = forgetfulRepository({ "docs/guide.md": "acme v1.2.0 \u4ee5\u524d\n" });
  git(root, "init", "--quiet", "--initial-branch=main");
  commit(root);
  for (const tag of ["v1.2.0", "v1.4.2"]) git(root, "tag", tag);
  const { stdout } = audited(dist, ["list", root, "--format", "json"]);
  expect(stdout).toContain("the words before it speak of a past version");
});
