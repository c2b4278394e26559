import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { forgetfulRepository, run } from "./command-line.ts";

const secret = "//registry.example.com/:_authToken=secret\n";

/** A repository in which a file of ours is a link to one beside the repository. */
function linking(name: string): { root: string; outside: string } {
  const folder = forgetfulRepository();
  const outside = join(folder, "secret");
  const root = join(folder, "scripts");
  writeFileSync(outside, secret);
  symlinkSync("../secret", join(root, name));
  return { root, outside };
}

test.each<[string, string[]]>([
  ["version-audit.toml", []],
  ["version-audit.toml", ["--config", "version-audit.toml"]],
  ["version-audit.toml", ["init", "--force"]],
  ["known.json", ["--baseline", "known.json"]],
  ["version-audit.baseline.json", ["baseline"]],
])("%s that leads out of the repository is neither shown nor written: %j", (name, args) => {
  const { root, outside } = linking(name);
  const { stdout, stderr, code } = run(root, args);
  expect(stderr).toContain(`${name} is not a regular file of this repository`);
  expect(stdout + stderr).not.toContain("secret");
  expect(code).toBe(2);
  expect(readFileSync(outside, "utf8")).toBe(secret);
});

test.each<[string, (file: string) => void]>([
  ["a pipe", (file) => execFileSync("mkfifo", [file])],
  ["an endless device", (file) => symlinkSync("/dev/zero", file)],
  ["a link to nothing", (file) => symlinkSync("nothing", file)],
  ["a folder", (file) => mkdirSync(file)],
])("a configuration that is %s is refused at once", (_, make) => {
  const root = forgetfulRepository();
  rmSync(join(root, "version-audit.toml"), { force: true });
  make(join(root, "version-audit.toml"));
  const { stderr, code } = run(root, []);
  expect(stderr).toContain("version-audit.toml is not a regular file of this repository");
  expect(code).toBe(2);
});

test("a link to a file of the repository is followed", () => {
  const config = '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n';
  const root = forgetfulRepository({ "config/audit.toml": config });
  symlinkSync("config/audit.toml", join(root, "version-audit.toml"));
  expect(run(root, []).code).toBe(1);
});

test.each<[string, string, string[]]>([
  ["a report", "out.sarif", ["--format", "sarif:out.sarif"]],
  ["a report that --output names", "out.json", ["--format", "json", "--output", "out.json"]],
  ["a diff", "out.patch", ["diff", "--to", "2.0.0", "--output", "out.patch"]],
  ["repairs", "out.patch", ["suggest", "--output", "out.patch"]],
  ["a list", "out.json", ["list", "--format", "json", "--output", "out.json"]],
])("%s does not follow a link out of the repository", (_, name, args) => {
  const root = forgetfulRepository();
  const outside = join(forgetfulRepository(), "precious");
  writeFileSync(outside, "precious");
  symlinkSync(outside, join(root, name));
  const { stderr, code } = run(root, args);
  expect(stderr).toContain(`a link leads from ${name} out of the repository`);
  expect(code).toBe(2);
  expect(readFileSync(outside, "utf8")).toBe("precious");
});

test("a report does not follow a linked folder, nor a link to what is not there yet, and goes where it is told", () => {
  const root = forgetfulRepository();
  const other = forgetfulRepository();
  symlinkSync(other, join(root, "reports"));
  symlinkSync(join(other, "new.json"), join(root, "new.json"));
  expect(run(root, ["--format", "json:reports/out.json"]).code).toBe(2);
  expect(run(root, ["--format", "json:new.json"]).code).toBe(2);
  expect(run(root, ["--format", `json:${join(other, "told.json")}`]).code).toBe(1);
  expect(JSON.parse(readFileSync(join(other, "told.json"), "utf8"))).toHaveProperty("findings");
});
