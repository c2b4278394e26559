import { describe, expect, it } from "vitest";
import { agrees, tree } from "./real-packages.ts";
import { printed, rehearseFiles, rehearseFolder, withFiles } from "./rehearse-files.ts";

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

it("p-limit runs so many tasks at once and gives what they give", async () => {
  const rehearsal = await rehearseFiles({
    "bump.mjs": `import pLimit from "p-limit";
const limit = pLimit(2);
let [running, most] = [0, 0];
const task = async (n) => { most = Math.max(most, ++running); await Promise.resolve(); running--; return n * 2; };
console.log(await Promise.all([1, 2, 3, 4, 5].map((n) => limit(task, n))), most, limit.activeCount, limit.pendingCount);
console.log(await limit.map([1, 2], task), await limit(() => { throw new Error("no"); }).catch(({ message }) => message));
try { pLimit(0) } catch (error) { console.log(error.name) }`,
  });
  expect(printed(rehearsal)).toBe("[ 2, 4, 6, 8, 10 ] 2 0 0\n[ 2, 4 ] no\nTypeError\n");
});
