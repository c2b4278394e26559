import { describe, expect, test } from "vitest";
import { AuditError } from "../../src/audit-error.ts";
import { recogniseRelease } from "../../src/release/find/recognise-release.ts";
import { temporaryRepository } from "./temporary-repository.ts";

function recognised(files: Record<string, string>): unknown {
  const { value } = recogniseRelease(temporaryRepository(files));
  return value.entry === undefined
    ? { module: value.module, calls: value.calls }
    : { entry: value.entry, args: value.args };
}

const takesFirst = 'const version = process.argv[2];\nwriteFileSync("package.json", version);\n';

describe("a release script is recognised", () => {
  test.each([
    ["node scripts/cut.mjs", "scripts/cut.mjs", []],
    ["NODE_ENV=x node --import tsx ./scripts/cut.mjs --yes 'a'", "scripts/cut.mjs", ["--yes", "a"]],
    ["pnpm exec tsx scripts/cut.mjs", "scripts/cut.mjs", []],
    ["npm run build && bun run scripts/cut.mjs && npm publish", "scripts/cut.mjs", []],
    ["node tools/cut", "tools/cut.js", []],
  ])("by the package script `%s`", (command, entry, args) => {
    const files = {
      "package.json": JSON.stringify({ scripts: { test: "node scripts/other.js", release: command } }),
      "scripts/cut.mjs": takesFirst,
      "tools/cut.js": takesFirst,
    };
    expect(recognised(files)).toEqual({ entry, args: [...args, "{version}"] });
  });

  test("by its name, as a program with an option", () => {
    const script =
      'new Command().option("--version <v>").option("-y, --yes", "no questions").parse();\nimport "../lib/write.js";';
    const files = { "scripts/cut-release.ts": script, "lib/write.ts": "fs.writeFile(path, text)" };
    expect(recognised(files)).toEqual({
      entry: "scripts/cut-release.ts",
      args: ["--version", "{version}", "--yes"],
    });
  });

  test("by an option that sets a version, in what a package script runs for something else", () => {
    const script =
      'const commands = { "--check": check, "--set-version": (v) => fs.promises.writeFile(p, v) };\ncommands[process.argv[2]](process.argv[3]);\n';
    const files = {
      "package.json": JSON.stringify({ scripts: { lint: "node utils/workspace.js --check" } }),
      "utils/workspace.js": script,
    };
    expect(recognised(files)).toEqual({
      entry: "utils/workspace.js",
      args: ["--set-version", "{version}"],
    });
  });

  test.each([
    "tasks/version.js",
    "utils/bump.mjs",
    "hack/set-version.ts",
    "build/release.js",
  ])("by its name in a folder of tasks: %s", (path) => {
    expect(recognised({ [path]: takesFirst })).toEqual({ entry: path, args: ["{version}"] });
  });

  test.each([
    ["export function setVersion({ root, version }: Options) {}", [{ root: "{root}", version: "{version}" }]],
    ["export async function bumpVersion(repoRoot: string, newVersion: string) {}", ["{root}", "{version}"]],
    [
      "export function updateVersion(o: O) { use(o.root, o.version, o.other) }",
      [{ root: "{root}", version: "{version}" }],
    ],
    ["export function updateVersion(version: string, dryRun = false) {}", ["{version}"]],
  ])("by an exported function: %s", (text, args) => {
    const path = "scripts/update_version.ts";
    const name = /function (\w+)/.exec(text)?.[1];
    expect(recognised({ [path]: `${text}\nwriteFileSync(a, b);` })).toEqual({
      module: path,
      calls: [{ function: name, args }],
    });
  });

  test.each([
    `const { prompt } = require("enquirer");\nprompt({ message: "Select release type" });`,
    `import * as p from "@clack/prompts";\nawait p.text({ message: 'What is the new version?' });`,
  ])("by the question for a version: %s", (script) => {
    const files = { "scripts/release.js": `${script}\nwriteFileSync(a, b);` };
    expect(recognised(files)).toEqual({ entry: "scripts/release.js", args: [] });
  });

  test("though a module that it imports looks like one too", () => {
    const files = {
      "scripts/release.js": `import "./version.js";\n${takesFirst}`,
      "scripts/version.js": takesFirst,
    };
    expect(recognised(files)).toEqual({ entry: "scripts/release.js", args: ["{version}"] });
  });

  test("and says what it was recognised by", () => {
    const { source } = recogniseRelease(temporaryRepository({ "scripts/release.js": takesFirst }));
    expect(source).toEqual({
      from: "recognised",
      why: "scripts/release.js: its name says so, it writes files, and its text reads a version from its first argument",
    });
  });
});

describe("a release script is not guessed", () => {
  test("when there is none: the error holds the TOML to paste", () => {
    expect(() => recognised({ "src/release.ts": takesFirst, "scripts/release.test.js": takesFirst })).toThrow(
      expect.objectContaining({
        message: "nothing shows how this repository is released",
        help: expect.stringContaining(
          '[[release]]\nname = "release"\nentry = "scripts/release.ts"\nargs = ["{version}"]',
        ),
      }),
    );
  });

  test("when two are equally good", () => {
    const files = { "scripts/release.js": takesFirst, "tools/bump.js": takesFirst };
    expect(() => recognised(files)).toThrow(
      "2 scripts look equally like the release script: scripts/release.js, tools/bump.js",
    );
  });

  test("when its text does not show how it takes a version, or writes nothing", () => {
    const files = {
      "scripts/release.js": "writeFileSync(a, b)",
      "scripts/version.js": "log(process.argv[2])",
      "scripts/bump.js": 'import prompts from "prompts"; prompts("Sure?"); writeFileSync(a, b)',
    };
    expect(() => recognised(files)).toThrow(
      "scripts/bump.js (does not show how it takes a version), scripts/release.js (does not show how it takes a version), scripts/version.js (writes no file)",
    );
  });
});

describe("where no script is recognised, the help names what the repository shows", () => {
  const told = (files: Record<string, string>): AuditError => {
    try {
      recogniseRelease(temporaryRepository(files));
    } catch (error) {
      if (error instanceof AuditError) return error;
    }
    throw new Error("a release was recognised");
  };
  const help = (files: Record<string, string>): string => told(files).help;
  const npm = "npm version {version} --no-git-tag-version";

  test.each([
    ["lerna.json", { "lerna.json": "{}", "package.json": "{}" }, "lerna", "npx lerna version {version}"],
    [
      'the package script "release"',
      { "package.json": JSON.stringify({ scripts: { release: "yarn build && bumpp -r" } }) },
      "bumpp",
      "npx bumpp {version}",
    ],
    ["package.json", { "package.json": '{ "version": "1.2.0" }', "docs/lerna.json": "{}" }, "npm", npm],
    [
      "Cargo.toml",
      { "Cargo.toml": '[package]\nversion = "1.2.0"\n', "package.json": "{}" },
      "cargo-edit",
      "cargo set-version",
    ],
    [
      "its name",
      { "package.json": "{}", "ci/bump-version.sh": "", "ci/release.sh": "" },
      "ci/bump-version.sh",
      "sh ci/bump-version.sh {version}",
    ],
  ])("%s", (by, files, name, command) => {
    expect(told(files).seen).toEqual([`by ${by} the release seems to be that of ${name}`]);
    expect(help(files)).toContain(`If it is ${name}, say so`);
    expect(help(files)).toContain(`command = "${command}`);
  });

  test("and a script where it shows nothing", () => {
    expect(help({ "main.go": "" })).toContain('entry = "scripts/release.ts"');
  });

  test("and init where scripts look like one, of which some are shown", () => {
    const script = "writeFileSync(a, b)";
    const files = Object.fromEntries(
      ["a", "b", "c", "d", "e"].map((name) => [`scripts/release-${name}.js`, script]),
    );
    expect(help(files).match(/entry = .*/g)).toEqual(['entry = "scripts/release-a.js"']);
    expect(help(files)).toContain("`version-audit init` tries them");
    expect(() => recognised(files)).toThrow(/release-c\.js \(does not show .*\) and 2 more$/);
  });
});
