import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { forgetfulRepository, run, transcript, versionAudit } from "./command-line.ts";

/** The command in a process of its own, which does not tell a busy machine how far it has come. */
const quietly = `VERSION_AUDIT_PROGRESS=never ${versionAudit}`;

describe("an audit", () => {
  test("prints what the release forgets and ends with 1", async () => {
    await expect(transcript(forgetfulRepository(), [])).toMatchFileSnapshot("__transcripts__/audit.md");
  });

  test("goes to several reports at once, and one of them to standard output", () => {
    const root = forgetfulRepository();
    const args = ["--format", "json", "--format", "junit:report.xml", "--format", "text:report.txt"];
    const { stdout, code } = run(root, args);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.findings.error).toBeGreaterThan(0);
    expect(readFileSync(join(root, "report.xml"), "utf8")).toMatch(/^<\?xml.*<\/testsuites>\n$/s);
    expect(readFileSync(join(root, "report.txt"), "utf8")).toContain("\nfound ");
  });

  test("goes whole to the file of --output", () => {
    const root = forgetfulRepository();
    expect(run(root, ["--format", "json", "--output", "audit.json"])).toMatchObject({ stdout: "", code: 1 });
    expect(JSON.parse(readFileSync(join(root, "audit.json"), "utf8")).schemaVersion).toBe(1);
  });

  test.each([
    [["--format", "json", "--format", "sarif"], "standard output cannot take json and sarif at once"],
    [["--format", "json:a", "--output", "b"], "--output has no format left to take"],
    [["--output", "no/such/folder/x"], "the report cannot be written"],
    [["--to", "v2.0.0"], "Write it bare: 2.0.0."],
    [["dif"], "Did you mean the command diff?"],
    [["no-such-folder"], "no-such-folder is not a folder"],
    [["--config", "none.toml"], "the configuration none.toml cannot be read"],
  ])("is not made for %j", (args, message) => {
    const { stderr, code } = run(forgetfulRepository(), args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test("passes when nothing is as severe as --fail-on", () => {
    expect(run(forgetfulRepository(), ["--fail-on", "never"]).code).toBe(0);
  });

  test("is not made when the configuration is wrong: the place is shown", async () => {
    const config = '[[release]]\nname = "cut"\n\tentri = "scripts/release.mjs"\n';
    const root = forgetfulRepository({ "version-audit.toml": config });
    await expect(transcript(root, [])).toMatchFileSnapshot("__transcripts__/wrong-configuration.md");
  });

  test("is not made when no release script is recognised: the table to paste is shown", async () => {
    const root = temporaryFolder({ "package.json": '{ "name": "acme", "version": "1.4.2" }\n' });
    await expect(transcript(root, [])).toMatchFileSnapshot("__transcripts__/no-release.md");
  });

  test("that checked nothing does not pass, whatever --fail-on says", () => {
    const root = forgetfulRepository({ "scripts/release.mjs": "process.argv[2]; let writeFile;\n" });
    expect(run(root, ["--fail-on", "never"]).code).toBe(2);
  });
});

describe("a file that cannot be written whole", () => {
  /** Runs with files that cannot grow beyond 1 KiB, as on a full disk. */
  function onFullDisk(root: string, args: string): { said: string; names: string[] } {
    const command = `ulimit -f 1; ${quietly} ${args} 2>&1 || true`;
    const said = execFileSync("bash", ["-c", command], { cwd: root, encoding: "utf8" });
    return { said, names: readdirSync(root).sort() };
  }

  test("is not there, and its folder holds nothing else", () => {
    const root = forgetfulRepository();
    const before = readdirSync(root).sort();
    const { said, names } = onFullDisk(root, "--format json --output audit.json");
    expect(said).toContain("error: the report cannot be written: EFBIG: file too large");
    expect(names).toEqual(before);
  });

  test("holds what it held before, through a link as well", () => {
    const root = forgetfulRepository();
    writeFileSync(join(root, "audit.json"), "the report of yesterday\n");
    symlinkSync("audit.json", join(root, "latest.json"));
    onFullDisk(root, "--format json --output latest.json");
    expect(readFileSync(join(root, "audit.json"), "utf8")).toBe("the report of yesterday\n");
    run(root, ["--format", "json", "--output", "latest.json"]);
    expect(JSON.parse(readFileSync(join(root, "audit.json"), "utf8")).schemaVersion).toBe(1);
  });
});

test.skipIf(!existsSync("/dev/full")).each(["--format json", "diff --to 2.0.0", "--help"])(
  "standard output that takes no more is an error: %s",
  (args) => {
    const command = `${quietly} ${args} 2>&1 >/dev/full; echo $?`;
    expect(execFileSync("sh", ["-c", command], { cwd: forgetfulRepository(), encoding: "utf8" })).toBe(
      "error: standard output cannot be written: ENOSPC: no space left on device\n2\n",
    );
  },
);

test("a report is written into what is no regular file", () => {
  const command = `${quietly} --format json --output /dev/stdout | head -c 10`;
  expect(execFileSync("sh", ["-c", command], { cwd: forgetfulRepository(), encoding: "utf8" })).toBe(
    '{\n  "schem',
  );
});

describe("colours", () => {
  const colour = "\u001B[";
  test.each<[string[], Record<string, string>, boolean]>([
    [[], {}, false],
    [[], { FORCE_COLOR: "1" }, true],
    [["--color", "always"], { NO_COLOR: "1" }, true],
    [["--color", "never"], { FORCE_COLOR: "1" }, false],
  ])("%j with %j: %s", (args, env, expected) => {
    expect(run(forgetfulRepository(), args, env).stdout.includes(colour)).toBe(expected);
  });
});

test("a reader that closes the pipe early is no failure", () => {
  const root = forgetfulRepository();
  const command = `${quietly} --format json 2>err | head -c 10; cat err`;
  const env = { PATH: process.env["PATH"] };
  expect(execFileSync("sh", ["-c", command], { cwd: root, env, encoding: "utf8" })).toBe('{\n  "schem');
});

test.each([
  ["INT", 130],
  ["TERM", 143],
])("SIG%s ends it as a shell expects", (signal, code) => {
  const script = 'import { writeFileSync } from "node:fs"; process.argv[2]; writeFileSync; while (true);\n';
  const root = forgetfulRepository({ "scripts/release.mjs": script });
  const command = `set -m; ${versionAudit} & sleep 1.5; kill -${signal} $!; wait $!; echo $?`;
  expect(execFileSync("bash", ["-c", command], { cwd: root, encoding: "utf8", stdio: "pipe" })).toBe(
    `${code}\n`,
  );
});
