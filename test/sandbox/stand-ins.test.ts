import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Files, printed, rehearseFiles, rehearseFolder, withFiles } from "./rehearse-files.ts";

const tree: Files = {
  ".gitignore": "node_modules\n",
  "package.json": "{}",
  "README.md": "",
  "packages/a/package.json": "{}",
  "packages/a/src/index.ts": "",
  "packages/a/src/deep/er.ts": "",
  "packages/b/package.json": "{}",
  "packages/b/.hidden/x.json": "{}",
  "packages/B2/Package.json": "{}",
  "packages/b/node_modules/dep/package.json": "{}",
  "examples/one/package.json": "{}",
  "examples/one/nested/package.json": "{}",
  "examples/two/package.json": "{}",
};

/** What a script prints with the real packages, which are installed for this project. */
function native(root: string): string {
  const run = spawnSync(process.execPath, ["bump.mjs"], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  expect(run.stderr).toBe("");
  return run.stdout.replaceAll(root, "/repo");
}

async function agrees(script: string, files: Files = tree): Promise<void> {
  await withFiles({ "bump.mjs": script, ...files }, async (root) => {
    symlinkSync(join(import.meta.dirname, "../../node_modules"), join(root, "node_modules"));
    const rehearsal = await rehearseFolder(root);
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toBe(native(root));
  });
}

describe("globs agree with the real packages", () => {
  it("glob, in its order", async () => {
    await agrees(`import { glob, globSync, Glob, hasMagic, escape } from "glob"; import { sync } from "glob";
const show = (found) => console.log(JSON.stringify(found));
show(globSync("**/package.json", { ignore: ["**/node_modules/**"] }));
show(await glob("examples/**/package.json", { cwd: import.meta.dirname, ignore: "**/node_modules/**" }));
show(globSync("packages/*")); show(globSync("packages/*/", { ignore: "packages/b" })); show(globSync("packages/*", { nodir: true }));
show(globSync(["*.md", "packages/{a,b}/package.json"]).sort()); show(globSync("**/*.json", { dot: true, ignore: "**/node_modules/**" }));
show(globSync("**/*.ts", { cwd: "packages", absolute: true })); show(globSync("./packages/*/src/**/*.ts")); show(globSync("packages/a/**"));
show(globSync("none/**")); show(sync("**/package.json", { nocase: true, ignore: ["**/node_modules/**", "examples/**"] }));
show(globSync("packages/*", { mark: true }));
show([...new Glob("examples/*/package.json", {})]); show([hasMagic("a*b"), hasMagic("ab"), escape("a*[b]")]);
show(globSync("packages/a/*", { withFileTypes: true }).map((path) => [path.name, path.isDirectory(), path.relative(), path.fullpath()]));
show(globSync("**/*.ts", { ignore: { ignored: (path) => path.name === "er.ts" } }));`);
  });

  it("node:fs of Node 22", async () => {
    const script = `import fs, { globSync } from "node:fs"; import { glob } from "node:fs/promises";
const show = (found) => console.log(JSON.stringify(found.sort()));
show(globSync("packages/*/package.json")); show(globSync(["*.md", "packages/a/src/*"]));
show(globSync("**/*.ts", { cwd: "packages", exclude: ["**/deep/**"] }));
show(globSync("examples/*", { exclude: (path) => path.endsWith("two") }));
show(globSync("packages/a/src/*", { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory()]));
const found = []; for await (const path of glob("packages/a/**/*.ts")) found.push(path); show(found);
fs.glob("*.md", (error, paths) => show(paths));`;
    await withFiles({ "bump.mjs": script, ...tree }, async (root) => {
      const said = printed(await rehearseFolder(root));
      expect(said).toBe(
        [
          '["packages/a/package.json","packages/b/package.json"]',
          '["README.md","packages/a/src/deep","packages/a/src/index.ts"]',
          '["a/src/index.ts"]',
          '["examples/one"]',
          '[["deep",true],["index.ts",false]]',
          '["packages/a/src/deep/er.ts","packages/a/src/index.ts"]',
          '["README.md"]\n',
        ].join("\n"),
      );
      const [major = 0] = process.versions.node.split(".").map(Number);
      if (major >= 23) expect(native(root)).toBe(said);
    });
  });

  it("fast-glob", async () => {
    await agrees(`import fg from "fast-glob";
const show = (found) => console.log(JSON.stringify(found));
show(fg.sync("**/package.json", { ignore: ["**/node_modules/**"] })); show((await fg(["packages/*/package.json", "!packages/b/**"])).sort());
show(fg.sync("packages/*", { onlyDirectories: true })); show(fg.sync("**/*.json", { dot: true, ignore: ["**/node_modules"] }).sort());
show(fg.sync("**/*.ts", { cwd: "packages", absolute: true })); show(fg.sync("**", { deep: 1 })); show(fg.globSync("PACKAGES/*/*.json", { caseSensitiveMatch: false }).sort());
show(fg.sync("package.json", { baseNameMatch: true, ignore: ["**/node_modules/**"] }).sort());`);
  });

  it("tinyglobby", async () => {
    await agrees(`import { glob, globSync } from "tinyglobby";
const show = (found) => console.log(JSON.stringify(found.sort()));
show(globSync(["**/package.json", "!**/node_modules/**"])); show(await glob({ patterns: "packages/a", ignore: "**/deep" }));
show(globSync("packages/*", { onlyDirectories: true, expandDirectories: false })); show(globSync("**/*.ts", { cwd: "packages", absolute: true }));
show(globSync("examples/*", { expandDirectories: false })); show(globSync("**/*.json", { dot: true, ignore: ["**/node_modules/**"] }));`);
  });

  it("records the question with what it matched", async () => {
    const script = `import { glob } from "glob"; import fg from "fast-glob"; import { globby } from "globby";
await glob("*.md", { cwd: "packages/..", ignore: "x" }); fg.sync(["packages/a/**/*.ts"], { cwd: "packages", absolute: true });
console.log(await globby(["packages", "!**/src"], { gitignore: true }));`;
    const { globs, log } = await rehearseFiles({ "bump.mjs": script, ...tree });
    expect(
      globs.map(({ patterns, ignore, cwd, matches }) => ({ patterns, ignore, cwd, matches })).slice(0, 2),
    ).toEqual([
      { patterns: ["*.md"], ignore: ["x"], cwd: "", matches: ["README.md"] },
      { patterns: ["packages/a/**/*.ts"], ignore: [], cwd: "packages", matches: [] },
    ]);
    expect(log[0]?.text).toContain("'packages/a/package.json'");
    expect(log[0]?.text).not.toContain("node_modules");
  });

  it("sees what the script has written", async () => {
    const script = `import { writeFileSync, rmSync, mkdirSync } from "node:fs"; import { globSync } from "glob";
mkdirSync("new"); writeFileSync("new/package.json", "{}"); rmSync("examples", { recursive: true });
console.log(globSync("**/package.json", { ignore: "packages/**" }));`;
    const rehearsal = await rehearseFiles({ "bump.mjs": script, ...tree });
    expect(printed(rehearsal)).toBe("[ 'package.json', 'new/package.json' ]\n");
  });

  it("takes the callbacks and names of older versions", async () => {
    const script = `const glob = require("glob"); const fg = require("fast-glob"); const globby = require("globby");
glob("*.md", (error, found) => console.log(error, found)); glob("*.md", { nodir: true }, (error, found) => console.log(found.length));
console.log(glob.sync("*.md"), typeof glob.Glob, fg.sync("*.md"), globby.sync("*.md"));`;
    const rehearsal = await rehearseFiles({ "bump.cjs": script, ...tree });
    expect(printed(rehearsal)).toBe(
      "[ 'README.md' ] function [ 'README.md' ] [ 'README.md' ]\nnull [ 'README.md' ]\n1\n",
    );
  });
});

it("minimist agrees with the real package", async () => {
  await agrees(`import minimist from "minimist";
const options = { boolean: ["c", "dry"], alias: { v: "version", d: ["dry"] }, default: { tag: "latest", n: 1 }, string: ["version"] };
for (const line of ["--version 1.2.3", "-v 2 -d", "-abc x --no-push --n=5 -- --y", "a 1 --list x --list y", "-n5 --dry=false", "--version", "--x -1", ""]) {
  console.log(JSON.stringify(minimist(line === "" ? [] : line.split(" "), options)), JSON.stringify(minimist(line.split(" "))));
}`);
});

describe("commands agree with the real packages", () => {
  it("execa", async () => {
    const line =
      "const show = (result) => console.log(JSON.stringify([result.stdout, result.stderr, result.exitCode, result.failed, result.command]));";
    await agrees(
      `import { $, execa, execaCommand, execaSync, execaCommandSync, ExecaError } from "execa"; ${line}
const word = "two words"; const list = ["a", "b c"];
show(await $\`echo one\`); show(await $\`echo \${word} \${list} x\${1}y\`); show(await execa("echo", [word])); show(execaSync("echo", ["s"])); show($.sync\`echo \${word}\`);
show(await $({ cwd: "packages" })\`pwd\`); show(await execaCommand("echo a b")); show(execaCommandSync("echo c")); show(await $({ shell: true })\`echo "in \${word}" && echo more\`);
show(await $({ stdio: "pipe", reject: false })\`false\`); show(await execa({ cwd: "packages/a" })\`pwd\`); show(await execa("echo", ["x"], { stripFinalNewline: false }));
try { await $\`false\` } catch (error) { console.log(error instanceof ExecaError, error.exitCode, error.shortMessage, error.failed) }
try { execaSync("false") } catch (error) { console.log(error.name, error.exitCode) }
const { stdout } = await execa("echo", ["piped"]).pipe("cat"); console.log(stdout); console.log((await $({ lines: true })\`cat lines\`).stdout);
console.log((await execa({ input: "given" })\`cat\`).stdout); for await (const text of execa("cat", ["lines"])) console.log(text);`,
      { ...tree, lines: "1\n2\n" },
    );
  });

  it("cross-spawn", async () => {
    await agrees(`import spawn from "cross-spawn"; console.log(String(spawn.sync("echo", ["a"]).stdout));
spawn("echo", ["b"]).stdout.on("data", (data) => console.log(String(data)));`);
  });
});

describe("what has no counterpart here", () => {
  it("zx", async () => {
    const script = `#!/usr/bin/env zx
import { $, argv, cd, chalk, echo, fs, glob, path, ProcessOutput, question, quote, within } from "zx";
const name = "it's x";
console.log((await $\`echo \${name} \${["a b", "c"]}\`).stdout, String(await $\`echo text\`), await $\`echo t\`.text(), (await $\`false\`.nothrow()).exitCode);
try { await $\`false\` } catch (error) { console.log(error instanceof ProcessOutput, error.exitCode) }
await within(async () => { cd("packages"); console.log((await $\`pwd\`).stdout.trim()) }); console.log(process.cwd(), $.sync\`echo s\`.stdout.trim());
fs.writeJsonSync("made.json", { a: 1 }); echo\`said \${1}\`; console.log(chalk.red.bold("red"), path.join("a", "b"), await glob("*.md"), argv._, quote("x y"));
console.log(await question("Publish this version? "), (await $({ cwd: "packages/a" })\`pwd\`).stdout.trim(), await $\`echo 1\`.pipe($\`cat\`).stdout);`;
    const rehearsal = await rehearseFiles({ "bump.mjs": script, ...tree });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toMatch(
      /^it's x a b c\n text\n t 1\ntrue 1\n\/repo\/packages\n\/repo s\nsaid 1\nred a\/b \[ 'README.md' \] \[\] 'x y'\n/,
    );
    expect(printed(rehearsal)).toContain("9.8.7 /repo/packages/a");
    expect(rehearsal.writes.map(({ path, after }) => [path, after])).toEqual([["made.json", '{"a":1}\n']]);
  });

  it("shelljs", async () => {
    const script = `const shell = require("shelljs"); shell.config.silent = true;
shell.mkdir("-p", "out/deep"); shell.cp("packages/a/src/*.ts", "out"); shell.mv("README.md", "out/"); shell.rm("-rf", "examples");
shell.ShellString("v1.0.0\\nv1.0.0\\n").to("V"); shell.sed("-i", /v[0-9.]+/, "v2", "V"); shell.echo("x").toEnd("V");
console.log(shell.cat("V").stdout, shell.ls("out").length, shell.test("-d", "examples"), shell.exec("git push", { silent: true }).code, shell.grep("v2", "V").stdout, String(shell.pwd()));
shell.cd("packages"); console.log(shell.exec("pwd").stdout, shell.which("git") !== null); shell.exec("make", (code) => console.log("done", code));`;
    const rehearsal = await rehearseFiles({ "bump.cjs": script, ...tree });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toContain("v2\nv2\nx\n 3 false 0 v2\nv2\n /repo\n");
    expect(rehearsal.commands.map(({ command, cwd }) => `${cwd}: ${command}`)).toEqual([
      ": git push",
      "packages: which git",
      "packages: make",
    ]);
  });

  it.each([
    "chalk",
    "fs-extra",
    "fs-extra/esm",
  ])("%s gives way to the package where it is installed", async (name) => {
    const [folder = ""] = name.split("/");
    const files = {
      ".gitignore": "node_modules\n",
      "bump.mjs": `import { said } from "${name}"; console.log(said);`,
      [`node_modules/${folder}/package.json`]:
        '{ "exports": { ".": "./index.mjs", "./esm": "./index.mjs" } }',
      [`node_modules/${folder}/index.mjs`]: 'export const said = "the package itself";',
    };
    expect(await withFiles(files, async (root) => printed(await rehearseFolder(root)))).toBe(
      "the package itself\n",
    );
  });

  it("fs-extra/esm", async () => {
    const script = `import { outputJson, readJson } from "fs-extra/esm"; await outputJson("made/a.json", 1); console.log(await readJson("made/a.json"));`;
    expect(printed(await rehearseFiles({ "bump.mjs": script }))).toBe("1\n");
  });

  it("fs-extra", async () => {
    const script = `import fs, { outputFile, readJson, writeJson } from "fs-extra"; import { createRequire } from "node:module";
await outputFile("made/deep/a.txt", "text"); await writeJson("b.json", { v: 1 }, { spaces: 2 }); console.log(await readJson("b.json"), await fs.pathExists("b.json"));
await fs.copy("packages/a", "copied"); await fs.move("b.json", "moved/b.json"); fs.removeSync("examples"); await fs.emptyDir("made"); fs.ensureDirSync("x/y");
console.log(fs.readdirSync("copied"), fs.existsSync("moved/b.json"), await fs.readFile("moved/b.json", "utf8"), fs.readdirSync("made")); fs.readJson("moved/b.json", (error, value) => console.log(value));
console.log(typeof createRequire(import.meta.url)("fs-extra").readJsonSync, typeof fs.promises.readFile);`;
    const rehearsal = await rehearseFiles({ "bump.mjs": script, ...tree });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toBe(
      "{ v: 1 } true\n[ 'package.json', 'src' ] true {\n  \"v\": 1\n}\n []\nfunction function\n{ v: 1 }\n",
    );
  });

  it("colours, spinners, arguments and environments", async () => {
    const script = `import chalk, { Chalk } from "chalk"; import pc from "picocolors"; import kleur from "kleur"; import { bold, red as paint } from "kleur/colors"; import { cyan } from "colorette"; import colors from "ansi-colors";
import ora from "ora"; import minimist from "minimist"; import dotenv from "dotenv"; import "dotenv/config"; import "source-map-support/register";
console.log(chalk.red("a"), chalk.bold.hex("#fff")("b", 1), chalk\`c\`, new Chalk({ level: 1 }).blue("d"), pc.green(pc.bold("e")), kleur.red().bold("f"), bold(paint("g")), cyan("h"), colors.red.bold("i"), chalk.level);
ora("x").start().succeed("done"); console.log(dotenv.config().parsed, minimist(["--version", "1.2.3", "-abc", "x", "--no-push", "--n=5", "--", "--y"], { boolean: ["c"], alias: { v: "version" }, default: { d: 1 }, string: "version" }));`;
    const rehearsal = await rehearseFiles({ "bump.mjs": script });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toBe(`a b 1 c d e f g h i 0
done
{} {
  _: [ 'x', '--y' ],
  c: true,
  version: '1.2.3',
  v: '1.2.3',
  a: true,
  b: true,
  push: false,
  n: 5,
  d: 1
}
`);
  });
});

describe("questions to the user", () => {
  it.each([
    [
      'import readline from "node:readline"; const rl = readline.createInterface({ input: process.stdin }); rl.question("Release? (yes/no) ", (a) => { console.log(a); rl.close(); });',
      "yes",
    ],
    [
      'import { createInterface } from "node:readline/promises"; const rl = createInterface({ input: process.stdin }); console.log(await rl.question("Push (y/N) ")); rl.close();',
      "y",
    ],
    [
      'import prompts from "prompts"; const { v, ok } = await prompts([{ type: "text", name: "v", message: "New version" }, { type: (prev) => (prev ? "confirm" : null), name: "ok", message: "Sure" }]); console.log(v, ok);',
      "9.8.7 true",
    ],
    [
      'import inquirer from "inquirer"; console.log(await inquirer.prompt([{ type: "list", name: "r", message: "Which", choices: ["patch (9.8.6)", { name: "next 9.8.7", value: "next" }] }, { name: "tag", message: "Tag", default: "latest", when: ({ r }) => r === "next" }]));',
      "{ r: 'next', tag: 'latest' }",
    ],
    [
      'import { prompt } from "enquirer"; console.log(await prompt({ type: "confirm", name: "yes", message: "Sure?" }));',
      "{ yes: true }",
    ],
    [
      'import { prompt } from "enquirer"; console.log((await prompt({ type: "select", name: "r", message: "Which", choices: ["patch (1.0.1)", "custom"] })).r);',
      "custom",
    ],
    [
      'import { confirm, input, select } from "@inquirer/prompts"; console.log(await confirm({ message: "?" }), await input({ message: "Name", default: "n" }), await select({ message: "?", choices: [{ value: 1 }, { value: 2 }], default: 2 }));',
      "true n 2",
    ],
    [
      'import * as p from "@clack/prompts"; p.intro("hi"); console.log(await p.select({ message: "?", options: [{ value: "a", label: "A" }, { value: "b", label: "to 9.8.7" }] }), p.isCancel("b")); p.outro("bye");',
      "b false",
    ],
    [
      'import * as p from "@clack/prompts"; p.box("text", "title"); const bar = p.progress(); bar.start("a"); bar.advance(1, "b"); bar.stop("c"); p.taskLog({ title: "d" }).success("e"); console.log(await p.autocomplete({ message: "?", options: [{ value: "a" }, { value: "9.8.7" }] }), p.isTTY());',
      "9.8.7 false",
    ],
  ])("are answered and shown in the log: %s", async (script, answer) => {
    const rehearsal = await rehearseFiles({ "bump.mjs": script });
    expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(printed(rehearsal)).toContain(`${answer}\n`);
    expect(printed(rehearsal)).toMatch(/^\? /m);
  });
});
