import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandHelp, rootExamples } from "../../src/cli/command-help.ts";
import { commit, git } from "../repository/files/git-repository.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { forgetfulRepository, keptVersionAudit, run, transcript } from "./command-line.ts";

test("the help shows commands, options, examples and exit codes", async () => {
  await expect(transcript(temporaryFolder({}), ["--help"])).toMatchFileSnapshot("__transcripts__/help.md");
});

test("the help of a command shows what has an effect on it, examples and exit codes", async () => {
  await expect(transcript(temporaryFolder({}), ["list", "--help"])).toMatchFileSnapshot(
    "__transcripts__/help-list.md",
  );
});

const examples = new Set(
  [rootExamples, ...Object.values(commandHelp).map(({ examples }) => examples)].flat().map(([line]) => line),
);

describe("every example of a help runs", () => {
  test("every command has some", () => {
    const { stdout } = run(temporaryFolder({}), ["--help"]);
    const commands = /\nCommands:\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? "";
    const names = [...commands.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual([...Object.keys(commandHelp), "help"].sort());
  });

  test("the command help says what --help says", () => {
    const root = temporaryFolder({});
    expect(run(root, ["help", "list"])).toEqual(run(root, ["list", "--help"]));
    expect(run(root, ["help"])).toEqual(run(root, ["--help"]));
    expect(run(root, ["help", "lits"]).code).toBe(2);
  });

  test.each([...examples])("%s", (line) => {
    const root = forgetfulRepository();
    git(root, "init", "--quiet", "--initial-branch=main");
    commit(root);
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD");
    const bin = join(root, ".git/bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "version-audit"), `#!/bin/sh\nexec ${keptVersionAudit()} "$@"\n`, {
      mode: 0o755,
    });
    // What the example refers to has to be there.
    if (/--prune|--baseline/.test(line)) run(root, ["baseline"]);
    const { status, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", line], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: `${bin}:${process.env["PATH"]}`, HOME: bin },
    });
    expect(stderr).not.toContain("error:");
    expect([0, 1]).toContain(status);
  });
});

describe("a shared option that has no effect on a command is refused", () => {
  test.each([
    ["diff --to 1.5.0 --format json", "--format has no effect on diff, which takes --config, --to, --engine"],
    ["suggest --format json", "--format has no effect on suggest"],
    ["suggest --since HEAD", "--since has no effect on suggest"],
    ["list --fail-on note", "--fail-on has no effect on list"],
    ["list --staged", "--staged has no effect on list"],
    ["explain package.json --baseline known.json", "--baseline has no effect on explain"],
    ["rehearse --fail-on never", "--fail-on has no effect on rehearse"],
    ["baseline --staged", "--staged has no effect on baseline"],
    ["baseline --output known.json", "--output has no effect on baseline"],
    ["init --to 1.5.0", "--to has no effect on init, which takes --color, --quiet"],
    ["--fail-on never completion bash", "--fail-on has no effect on completion, which takes none"],
  ])("%s", (line, message) => {
    const { stdout, stderr, code } = run(forgetfulRepository(), line.split(" "));
    expect(stderr).toContain(`error: ${message}`);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });

  test("what is merely printed less or in other colours can be asked of every command", () => {
    const root = forgetfulRepository();
    const shared = ["--quiet", "--color", "never", "--verbose"];
    expect(run(root, ["completion", "bash", ...shared]).code).toBe(0);
    expect(run(root, ["list", ...shared]).code).toBe(0);
  });
});

describe("what is not understood is refused with exit code 2 and what was probably meant", () => {
  test.each([
    [["--formt", "json"], "unknown option '--formt'\n(Did you mean --format?)"],
    [["--format", "jsn"], "Did you mean json?"],
    [["--format", "json:"], "There is no file name behind json:"],
    [["--fail-on", "warn"], "The choices are error, warning, note, never."],
    [["--color", "alway"], "Did you mean always?"],
    [["list", "--verdict", "covered,stal"], "Did you mean stale?"],
    [["list", "--kind", "dependancy"], "Did you mean dependency?"],
    [["sugest"], "Did you mean the command suggest?"],
    [["explain"], "missing required argument 'place'"],
    [[".", "more"], "too many arguments"],
  ])("%j", (args, message) => {
    const { stdout, stderr, code } = run(temporaryFolder({}), args);
    expect(stderr).toContain(message);
    expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  });
});
