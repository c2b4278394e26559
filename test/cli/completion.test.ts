import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Language, Parser } from "@vscode/tree-sitter-wasm";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { run } from "./command-line.ts";

const powershellGrammar = createRequire(import.meta.url).resolve(
  "@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm",
);

const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

/** A folder with two things in it and the script of a shell, which `words` completes there. */
function script(shell: string): { root: string; file: string } {
  const root = temporaryFolder({ "apps/a.txt": "", "notes.txt": "" });
  const { stdout, code } = run(root, ["completion", shell]);
  expect(code).toBe(0);
  const file = join(root, "completion");
  writeFileSync(file, stdout);
  return { root, file };
}

const cases: readonly (readonly [line: string, contains: string[], lacks: string[]])[] = [
  ["version-audit d", ["diff"], ["list", "explain"]],
  ["version-audit --fail-on n", ["note", "never"], ["error"]],
  ["version-audit --format s", ["sarif"], ["text"]],
  ["version-audit diff --st", ["--stat"], ["--verdict"]],
  ["version-audit list --verdict st", ["stale"], ["covered"]],
  ["version-audit list --fo", ["--format"], ["--stat"]],
  ["version-audit completion ", ["bash", "zsh", "fish", "powershell"], []],
];

describe("completion", () => {
  test.each(cases)("bash completes %j", (line, contains, lacks) => {
    const { root, file } = script("bash");
    const words = line.split(" ");
    const program = `source completion; COMP_WORDS=(${words.map((word) => `"${word}"`).join(" ")}); COMP_CWORD=${words.length - 1}; _version_audit; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const offered = execFileSync("bash", ["-c", program], { cwd: root, encoding: "utf8" }).split("\n");
    expect(file).toContain(root);
    expect(offered).toEqual(expect.arrayContaining(contains));
    for (const other of lacks) expect(offered).not.toContain(other);
  });

  test.runIf(has("fish")).each(cases)("fish completes %j", (line, contains, lacks) => {
    const { root } = script("fish");
    const program = `source completion; complete -C '${line}'`;
    const printed = execFileSync("fish", ["--no-config", "-c", program], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: root },
    });
    const offered = printed.split("\n").map((each) => each.split("\t")[0] ?? "");
    expect(offered).toEqual(expect.arrayContaining(contains));
    for (const other of lacks) expect(offered).not.toContain(other);
  });

  test.runIf(has("zsh"))("zsh takes its script", () => {
    const { root } = script("zsh");
    const program =
      "autoload -Uz compinit; compinit -u -d ./dump; source ./completion; print $_comps[version-audit]";
    const printed = execFileSync("zsh", ["-f", "-c", program], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: root },
    });
    expect(printed).toBe("_version_audit\n");
  });

  test("the script of PowerShell parses, and would not with a brace or a comma too few", async () => {
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(powershellGrammar));
    const isSound = (text: string) => parser.parse(text)?.rootNode.hasError === false;
    const text = readFileSync(script("powershell").file, "utf8");
    expect(isSound(text)).toBe(true);
    expect(isSound(text.replace(/\}\n$/, ""))).toBe(false);
    expect(isSound(text.replace("', '", "' '"))).toBe(false);
  });

  test.runIf(has("pwsh")).each(cases)("PowerShell completes %j", (line, contains, lacks) => {
    const { root } = script("powershell");
    const program = `Get-Content -Raw completion | Invoke-Expression; (TabExpansion2 -inputScript '${line}' -cursorColumn ${line.length}).CompletionMatches.CompletionText`;
    const printed = execFileSync("pwsh", ["-NoProfile", "-NonInteractive", "-Command", program], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: root },
    });
    const offered = printed.split(/\r?\n/);
    expect(offered).toEqual(expect.arrayContaining(contains));
    for (const other of lacks) expect(offered).not.toContain(other);
  });

  test("another shell is refused", () => {
    const { stderr, code } = run(temporaryFolder({}), ["completion", "fissh"]);
    expect(stderr).toContain("Did you mean fish?");
    expect(code).toBe(2);
  });
});
