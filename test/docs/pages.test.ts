import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfigFile } from "../../src/config/config-file.ts";
import { verdictMeaning } from "../../src/judge/verdict.ts";
import { releaseTools } from "../../src/release/tools/release-tools.ts";
import { formatNames } from "../../src/report/format-names.ts";
import { rules } from "../../src/rules/rules.ts";
import { keptVersionAudit } from "../cli/command-line.ts";
import { compiledPackage } from "../cli/compiled-command.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { configurationPage } from "./configuration-page.ts";
import { blocks, commandLines, inlineCode, pages, readPage } from "./page-pieces.ts";
import { rulesPage } from "./rules-page.ts";

const project = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(project, path), "utf8");

test("the configuration reference is what the schema says", async () => {
  await expect(configurationPage()).toMatchFileSnapshot(join(project, "docs/configuration.md"));
});

test("the index of the rules is what the rules say", async () => {
  await expect(rulesPage()).toMatchFileSnapshot(join(project, "docs/rules.md"));
});

test("every link within the pages leads to a file", () => {
  for (const page of pages)
    for (const [, target = ""] of readPage(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(project, dirname(page), target)), `${page}: ${target}`).toBe(true);
});

test("the page about verdicts and the schema of the output say of every verdict what `explain` says", () => {
  const meanings = Object.entries(verdictMeaning);
  const rows = [...readPage("docs/verdicts.md").matchAll(/^\| `(\w+)` \| (.*) \|$/gm)];
  expect(rows.map(([, verdict, meaning]) => [verdict, meaning])).toEqual(meanings);
  const described = JSON.parse(read("schema/audit.json")).properties.summary.properties.verdicts.properties;
  const descriptions = Object.keys(described).map((verdict) => [verdict, described[verdict].description]);
  expect(descriptions).toEqual(meanings);
});

test("the README and the page about release tools name the tools that are known, and no other", () => {
  const known = releaseTools.map(({ id }) => id).sort();
  const cells = [...readPage("README.md").matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = ""]) => cell);
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id = ""]) => id));
  expect(named.sort()).toEqual(known);
  const rows = [...readPage("docs/release-tools.md").matchAll(/^\| `([^`]+)` \|/gm)].map(([, id]) => id);
  expect(rows.sort()).toEqual(known);
});

test("the README fits one screen of a browser, and defines the words of the report", () => {
  expect(readPage("README.md").split("\n").length).toBeLessThan(75);
  for (const word of ["train", "owed", "covered", "kept"])
    expect(readPage("README.md")).toContain(`**${word}**`);
});

test("the page about formats names every format", () => {
  const page = readPage("docs/output-formats.md");
  for (const name of formatNames) expect(page).toContain(`\`${name}\``);
});

/** The example repository in git, with the command in its path and some files more. */
function example(more: Readonly<Record<string, string>> = {}): {
  readonly root: string;
  readonly bin: string;
} {
  const root = temporaryFolder(more);
  cpSync(Object.keys(more).length > 0 ? join(project, "fixtures/mini-monorepo") : committed, root, {
    recursive: true,
  });
  if (Object.keys(more).length > 0) commitAll(root);
  const bin = join(root, ".git/bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "version-audit"), `#!/bin/sh\nexec ${keptVersionAudit()} "$@"\n`, { mode: 0o755 });
  return { root, bin };
}

/** The example as it is, of which every test gets a copy. */
let committed = "";
beforeAll(() => {
  committed = mkdtempSync(join(tmpdir(), "version-audit-example-"));
  cpSync(join(project, "fixtures/mini-monorepo"), committed, { recursive: true });
  commitAll(committed);
});
afterAll(() => rmSync(committed, { recursive: true }));

function commitAll(root: string): void {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "first");
}

function shell(line: string, root: string, bin: string) {
  const env = { PATH: `${bin}:${process.env["PATH"]}`, HOME: bin };
  return spawnSync("bash", ["-c", line], { cwd: root, encoding: "utf8", env });
}

describe("every command of the pages runs in the example repository", () => {
  const inline = inlineCode
    // A word in capitals stands for something that the reader has to fill in.
    .filter(([, code]) => code.startsWith("version-audit ") && !/ [A-Z]/.test(code));
  const all = [...commandLines("sh run"), ...inline];
  const commands = all.filter(([, line], index) => all.findIndex(([, other]) => other === line) === index);

  test("there are some", () => expect(commands.length).toBeGreaterThan(15));

  test.each(commands)("%s: %s", (_page, line) => {
    const { root, bin } = example();
    const { status, stderr } = shell(line, root, bin);
    expect(stderr).not.toContain("error:");
    // 0 and 1 are both answers of the gate; everything else is a command that does not work.
    expect([0, 1]).toContain(status);
  });
});

test("what is installed is this package, and what is started is its command", () => {
  const { name, bin } = JSON.parse(read("package.json"));
  expect(Object.keys(bin)).toEqual([name]);
  const lines = commandLines("sh install").map(([, line]) => line);
  expect(lines).toEqual(["npm pack --pack-destination /tmp", `npm install --save-dev /tmp/${name}-*.tgz`]);
  expect(readPage("docs/commands.md")).toContain(`/${bin[name]}`);
});

test("nobody is told to run what a registry holds under a name that is not ours", () => {
  const told = ["action.yml", "action/audit.sh", "action/install.sh", ".pre-commit-hooks.yaml", "README.md"];
  const pages = readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path));
  const sources = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join("src", path));
  const ofRegistry =
    /(?:npx|bunx|(?:pnpm|yarn|bun) (?:dlx|x)|(?:npm|pnpm) exec)(?: -\S+)* version-audit|(?:npm i|npm install|npm add|pnpm add|yarn add|bun add)(?: -\S+)* version-audit|["'\s]version-audit@\$/;
  for (const path of [...told, ...pages, ...sources])
    expect([path, ofRegistry.exec(read(path))?.[0]]).toEqual([path, undefined]);
});

test("every other command of this project is one that .ci/run starts, or a script of it", () => {
  const run = read(".ci/run").replaceAll("--silent ", "");
  const started = new Set(run.split("\n").map((line) => line.trim()));
  const isStarted = (line: string) =>
    [...started].some((one) => one === line || one.startsWith(`${line} `)) || line === ".ci/run";
  const shown = commandLines("sh").flatMap(([page, line]) => (page === "README.md" ? [line] : []));
  expect(shown).toContain("npm run verify");
  for (const line of shown) expect(isStarted(line.replace(" -- /path/to/another", ""))).toBe(true);
  const { scripts } = JSON.parse(read("package.json"));
  const named = inlineCode.flatMap(([page, code]) => {
    const name = page === "docs/development.md" ? /^npm (?:run )?([\w:-]+)/.exec(code)?.[1] : undefined;
    return name ?? [];
  });
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("the one page with commands of its own shows a configuration with which they run", () => {
  const page = "docs/rules/not-rehearsed.md";
  const own = commandLines("sh").filter(([other]) => other !== "README.md");
  expect(own).toEqual([[page, "version-audit --engine command"]]);
  const config = blocks.find((block) => block.page === page && block.text.includes("command = "))?.text ?? "";
  const { root, bin } = example({
    "version-audit.toml": config,
    Makefile: "bump:\n\tsed -i 's/1\\.4\\.2/$(VERSION)/' packages/lumenkit/package.json\n",
  });
  const { stdout, stderr, status } = shell(own[0]?.[1] ?? "", root, bin);
  expect(stdout).toContain("make bump VERSION={version}");
  expect(status, stderr).toBe(1);
});

test("every block of the pages is of a kind that some test looks at", () => {
  const kinds = new Set(blocks.map(({ info }) => info));
  expect([...kinds].sort()).toEqual([
    ...["", "sh", "sh clones", "sh install", "sh jq", "sh run", "toml", "ts", "yaml"],
  ]);
});

describe("a block without a mark shows what is printed, word for word as in a transcript", () => {
  const printed = blocks.filter(({ info }) => info === "");
  /** The transcript of a page: that of the rule which it describes, or of the command. */
  const transcriptOf = (page: string) =>
    page.startsWith("docs/rules/")
      ? `fixtures/rules/${basename(page)}`
      : `test/cli/__transcripts__/${basename(page, ".md")}-release-please.md`;

  test("every rule shows one, and doctor does", () => {
    const shown = printed.map(({ page }) => page).sort();
    expect(shown).toEqual(["docs/doctor.md", ...rules.map(({ id }) => `docs/rules/${id}.md`)].sort());
  });

  test.each(printed.map(({ page, text }) => [page, text] as const))("%s", (page, text) => {
    expect(read(transcriptOf(page))).toContain(text);
  });
});

describe("every configuration of the pages is one that is taken", () => {
  const shown = blocks.filter(({ info }) => info === "toml").map(({ page, text }) => [page, text] as const);
  const ids = rules.map(({ id }) => id);

  test.each(shown)("%s", (page, text) => {
    expect(() => parseConfigFile({ path: page, text }, ids)).not.toThrow();
  });
});

test("the recipe for workflows is five lines that the action and the runner understand", () => {
  const recipe = blocks.find(({ page, info }) => page === "README.md" && info === "yaml")?.text ?? "";
  expect(recipe.trim().split("\n")).toHaveLength(5);
  const [checkout, audit] = parse(recipe);
  expect(checkout).toEqual({ uses: expect.stringMatching(/@[0-9a-f]{40}$/), with: { "fetch-depth": 0 } });
  expect(audit.uses).toMatch(/^version-audit\/version-audit@/);
  expect(Object.keys(parse(read("action.yml")).inputs)).toEqual(
    expect.arrayContaining(Object.keys(audit.with)),
  );
});

test("the library is used as its page shows it", () => {
  const shown = blocks.find(({ page, info }) => page === "docs/commands.md" && info === "ts")?.text ?? "";
  const { root } = example();
  const entry = join(compiledPackage(), "dist/index.js");
  const script = shown.replace('"version-audit"', JSON.stringify(entry));
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^\d+ findings, \d+ of \d+ places are kept\n$/);
});
