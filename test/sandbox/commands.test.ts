import { describe, expect, it } from "vitest";
import type { Release } from "../../src/config/schema.ts";
import { type Files, printed, rehearseFiles, written } from "./rehearse-files.ts";

const imports = `import { exec, execFile, execFileSync, execSync, spawn, spawnSync } from "node:child_process";
import { promisify } from "node:util";\n`;

async function run(script: string, files: Files = {}, release: Partial<Release> = {}) {
  const rehearsal = await rehearseFiles({ "bump.mjs": imports + script, ...files }, release);
  const asked = rehearsal.commands.map(({ command, answer }) => `${answer}: ${command}`);
  return { ...rehearsal, asked, text: printed(rehearsal) };
}

describe("child_process", () => {
  it("runs a script of the repository that the running node is asked for", async () => {
    const { text, asked } = await run(
      `console.log(execFileSync(process.execPath, ["child.mjs", "a"], { encoding: "utf8" }).trim());
      console.log(spawnSync("/bin/sh", ["-c", "echo b"], { encoding: "utf8" }).stdout.trim());
      console.log(execSync("node --version", { encoding: "utf8" }).trim() === process.version);`,
      { "child.mjs": "console.log(process.argv[2]);\n" },
    );
    expect(text).toBe("a\nb\ntrue\n");
    expect(asked[0]).toBe("computed: /usr/local/bin/node child.mjs a");
  });

  it("records every way of starting a process, in order, and starts none", async () => {
    const { commands, text, outcome } = await run(
      `
      console.log(JSON.stringify(execSync("make one", { encoding: "utf8" })), execSync("make two").length);
      console.log(execFileSync("make", ["th ree"], { encoding: "utf8", cwd: "sub" }) === "", spawnSync("make", ["four"]).status);
      exec("make five", (error, stdout) => console.log("exec", error, stdout));
      execFile("make", ["six"], { cwd: import.meta.dirname }, (error) => console.log("execFile", error));
      spawn("make", ["seven"], { stdio: "inherit" }).on("close", (code) => console.log("close", code));
      console.log((await promisify(exec)("make eight")).stdout === "");`,
      { "sub/x": "" },
    );
    expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
    expect(commands.map(({ command, argv, cwd }) => [command, argv, cwd])).toEqual([
      ["make one", ["make", "one"], ""],
      ["make two", ["make", "two"], ""],
      ["make 'th ree'", ["make", "th ree"], "sub"],
      ["make four", ["make", "four"], ""],
      ["make five", ["make", "five"], ""],
      ["make six", ["make", "six"], ""],
      ["make seven", ["make", "seven"], ""],
      ["make eight", ["make", "eight"], ""],
    ]);
    expect(commands.every(({ answer, stdout }) => answer === "not run" && stdout === "")).toBe(true);
    expect(text).toBe('"" 0\ntrue 0\nexec null \nexecFile null\nclose 0\ntrue\n');
  });

  it("answers from the configuration: exact, by prefix, filled in, for a whole line", async () => {
    const answers = {
      "git rev-parse --abbrev-ref HEAD": "main",
      "gh *": "v{version} in {root}",
      "gh api user": "exact",
      "cat x | wc -l": "7\n",
    };
    const { asked, text } = await run(
      `for (const line of ["git rev-parse --abbrev-ref HEAD", "gh release list", "gh api user", "cat x | wc -l"]) console.log(JSON.stringify(String(execSync(line))));`,
      {},
      { answers },
    );
    expect(text).toBe('"main\\n"\n"v9.8.7 in /repo\\n"\n"exact\\n"\n"7\\n"\n');
    expect(asked).toEqual([
      "configured: git rev-parse --abbrev-ref HEAD",
      "configured: gh release list",
      "configured: gh api user",
      "configured: cat x | wc -l",
    ]);
  });

  it("answers pure questions from the repository and from what was written", async () => {
    const files = { "package.json": '{ "name": "root", "version": "1.0.0" }\n' };
    const { asked, text, commands } = await run(
      `import { writeFileSync } from "node:fs";
       console.log(String(execSync("git status --porcelain")) === "");
       writeFileSync("package.json", '{ "version": "9.8.7" }');
       console.log(String(execSync("git status --porcelain")), String(execSync("git rev-parse --show-toplevel")));`,
      files,
    );
    expect(text).toBe("true\n M package.json\n /repo\n\n");
    expect(asked.every((line) => line.startsWith("computed: "))).toBe(true);
    expect(commands.map(({ writesBefore }) => writesBefore)).toEqual([0, 1, 1]);
  });

  it("throws as Node does for a command that fails", async () => {
    const { text } = await run(`
      try { execSync("test -f nothing") } catch (error) { console.log(error.status, error.message, String(error.stdout)) }
      exec("false", (error) => console.log(error.code, error.cmd));
      await promisify(execFile)("false").catch((error) => console.log(error.code));`);
    expect(text).toBe("1 Command failed: test -f nothing \n1 false\n1\n");
  });
});

describe("shell lines", () => {
  it("records each command that a shell would start, and none that it would not", async () => {
    const script = `execSync("cd sub && make a; make b || make c\\nFOO=1 make 'd e' \\"$X f\\" >out 2>&1 && test -d no && make g | tee h", { env: { X: "x" } });`;
    const { asked, commands } = await run(script, { "sub/f": "" });
    expect(asked).toEqual(["not run: make a", "not run: make b", "not run: make 'd e' 'x f'"]);
    expect(commands.map(({ cwd }) => cwd)).toEqual(["sub", "sub", "sub"]);
  });

  it("puts substitutions, variables and wildcards into words", async () => {
    const script = `console.log(String(execSync('V=$(cat VERSION) && echo "v$V" \${V}x \`echo in\` *.txt none-* "*.txt"')));`;
    const { text, asked } = await run(script, { VERSION: "1.2.3\n", "a.txt": "", "b.txt": "" });
    expect(text).toBe("v1.2.3 1.2.3x in a.txt b.txt none-* *.txt\n\n");
    expect(asked).toContain("computed: cat VERSION");
  });

  it.each([
    ["for f in *; do make $f; done", ["make bump.mjs"]],
    ["(cd / && make) & wait", ["make"]],
    ["make <<EOF\nx\nEOF", ["make"]],
    ["if ! make; then make no; fi", ["make"]],
    [`make \${X:-y} k#l # a comment`, ["make y 'k#l'"]],
    ["make a\rb", ["make 'a\rb'"]],
  ])("starts what a shell starts: %s", async (line, started) => {
    const { asked } = await run(`execSync(${JSON.stringify(line)});`);
    expect(asked).toEqual(started.map((command) => `not run: ${command}`));
  });

  it.each([
    "a &&",
    "a ||",
    "a |",
    "a; ; b",
    'make "',
    "$(".repeat(1000),
  ])("ends the rehearsal at %s", async (line) => {
    const { outcome } = await run(`\nexecSync(${JSON.stringify(line)});`);
    expect(outcome).toMatchObject({
      ended: "stopped",
      message: expect.stringContaining("the shell cannot read"),
      origin: { path: "bump.mjs", line: 4 },
    });
  });

  it("takes apart what is given to a shell as an argument", async () => {
    const { asked } = await run(
      `spawnSync("bash", ["-c", "make a && make b"]); spawnSync("make c && make d", { shell: true });`,
    );
    expect(asked).toEqual([
      "computed: bash -c 'make a && make b'",
      "not run: make a",
      "not run: make b",
      "not run: make c",
      "not run: make d",
    ]);
  });
});

describe("commands that are carried out", () => {
  it("moves, copies, makes and removes files of the view", async () => {
    const { asked, text, writes, outcome } = await run(
      `execSync("mkdir -p new/deep && cp a.txt new/deep/ && mv b.txt new/c.txt && rm -rf gone && touch empty && echo hi > said.txt && echo ho >> said.txt && cp -r new copied && rm d.txt");
       console.log(String(execSync("cat said.txt new/c.txt copied/deep/a.txt | head -n 3; pwd")));`,
      { "a.txt": "A\n", "b.txt": "B\n", "gone/x": "X", "d.txt": "D" },
    );
    expect(outcome.ended).toBe("completed");
    expect(asked.every((line) => line.startsWith("computed: "))).toBe(true);
    expect(text).toBe("hi\nho\nB\n/repo\n\n");
    expect(writes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["new/deep/a.txt", null, "A\n"],
      ["b.txt", "B\n", null],
      ["new/c.txt", null, "B\n"],
      ["gone/x", "X", null],
      ["empty", null, ""],
      ["said.txt", null, "hi\n"],
      ["said.txt", "hi\n", "hi\nho\n"],
      ["copied/c.txt", null, "B\n"],
      ["copied/deep/a.txt", null, "A\n"],
      ["d.txt", "D", null],
    ]);
  });

  it.each([
    [
      'sed -i \'s/version = ".*"/version = "2.0.0"/\' f',
      'a version = "1.0.0"\nversion = "1"\n',
      'a version = "2.0.0"\nversion = "2.0.0"\n',
    ],
    [
      "sed -i.bak -E 's|([a-z]+)=v?[0-9]+|\\1=&!|g' f",
      "a=1 b=v2\nc",
      "a=a=1! b=b=v2!\nc".replace("a=a=1!", "a=a=1!"),
    ],
    ["sed -i '' -e 's/a/b/' -e 's/B/c/I' f", "a\nxa\n", "c\nxc\n"],
    ["sed -i -e 's/\\(x\\)\\{2\\}/<\\1>/' f", "xxx", "<x>x"],
    ["sed -i 's,/old/,/new/$1,' f", "/old/\n", "/new/$1\n"],
  ])("replaces as sed does: %s", async (line, before, after) => {
    const rehearsal = await run(`execSync(${JSON.stringify(line)});`, { f: before });
    expect(rehearsal.asked).toEqual([expect.stringMatching(/^computed: /)]);
    expect(written(rehearsal, "f")).toBe(after);
  });

  it.each([
    "sed -i 's/a\\{2/b/' f",
    "sed -i 's/a[/b/' f",
    "sed -i -E 's/(?:a)/b/' f",
  ])("does not half do what it cannot: %s", async (line) => {
    const { outcome, writes } = await run(`execSync(${JSON.stringify(line)});`, { f: "a" });
    expect(outcome.ended).not.toBe("completed");
    expect(writes).toEqual([]);
  });

  it("rewrites what npm version rewrites, in the style of the file", async () => {
    const files = {
      "package.json": '{\n\t"name": "x",\n\t"version": "1.0.0"\n}\n',
      "package-lock.json":
        '{\n  "name": "x",\n  "version": "1.0.0",\n  "packages": {\n    "": {\n      "version": "1.0.0"\n    }\n  }\n}\n',
    };
    const rehearsal = await run(
      "console.log(String(execSync('npm version minor --no-git-tag-version')));",
      files,
    );
    expect(rehearsal.text).toBe("v1.1.0\n\n");
    expect(written(rehearsal, "package.json")).toBe('{\n\t"name": "x",\n\t"version": "1.1.0"\n}\n');
    expect(written(rehearsal, "package-lock.json")).toBe(
      files["package-lock.json"].replaceAll("1.0.0", "1.1.0"),
    );
  });

  it.each([
    "npm version 2.0.0 --workspaces --no-git-tag-version",
    "cargo set-version 2.0.0",
    "lerna version 2.0.0",
    "changeset version",
  ])("says that it did not run what would change versions: %s", async (line) => {
    const { asked, writes } = await run(`execSync("${line}");`, { "package.json": '{ "version": "1.0.0" }' });
    expect(asked).toEqual([`not run: ${line}`]);
    expect(writes).toEqual([]);
  });
});
