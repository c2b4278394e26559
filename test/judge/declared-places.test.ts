import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { historyOfTrain } from "../../src/release/trains.ts";
import { committing } from "../repository/files/git-environment.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { write } from "../rules/fixture-copy.ts";
import { verdicts } from "./judged.ts";

const said = (files: Readonly<Record<string, string>>): string[] =>
  verdicts(files).map((line) => line.split(":").slice(0, 2).join(":"));

test("a requirement that excludes current is behind, and one that admits it is not", () => {
  const files = {
    "version-audit.toml": '[product]\nnames = ["glow"]\n',
    "README.md": 'gem "glow", "~> 2.3.0"\n\ngem "glow", "~> 2.3"\n\ngem "glow", ">= 2.3.0"\n',
  };
  expect(said(files)).toEqual([
    "README.md:1 2.3.0 likely behind",
    "README.md:3 2.3 independent",
    "README.md:5 2.3.0 pinned",
  ]);
});

test("a chart says by appVersion which release it deploys, whatever it is called", () => {
  const chart = (app: string) => `apiVersion: v2\nname: web\nversion: 0.1.0\nappVersion: "${app}"\n`;
  expect(said({ "charts/a/Chart.yaml": chart("2.3.0") })).toEqual([
    "charts/a/Chart.yaml:3 0.1.0 independent",
    "charts/a/Chart.yaml:4 2.3.0 likely behind",
  ]);
  expect(said({ "charts/b/Chart.yaml": chart("7.0.0") })).toContain(
    "charts/b/Chart.yaml:4 7.0.0 independent",
  );
});

test("a label with the whole name of a released package is about that package", () => {
  const files = {
    "Cargo.toml": '[package]\nname = "lumenkit"\nversion = "2.4.0"\n',
    "a.ts": "/*\n  Lumenkit version: 2.3.0\n*/\n",
    "b.ts": "/*\n  Lantern version: 2.3.0\n*/\n",
  };
  const lines = verdicts(files, { bumped: ["package.json", "Cargo.toml"] });
  expect(lines.filter((line) => line.startsWith("a.ts"))).toEqual([
    "a.ts:2 2.3.0 likely behind: labelled as the version of a package of the train; it holds 2.3.0 while the train holds 2.4.0",
  ]);
  expect(lines.filter((line) => line.startsWith("b.ts")).join()).toContain("external");
});

test("tags that had another form for a while are not all that a train was released as", () => {
  const train = {
    name: "fern",
    current: "2.0.0",
    target: "2.0.9901",
    folders: [""],
    packages: [],
    tag: "fern@{version}",
  };
  const git = (...tags: string[]) =>
    ({ topLevel: "/", tags, head: null, branch: null, remote: null, shallow: false }) as const;
  const other = { ...train, name: "moss", folders: ["moss"] };
  const latest = (...tags: string[]) => historyOfTrain(train, [train, other], git(...tags)).latest;
  expect(latest("fern@1.0.0", "v1.9.0", "v2.0.0")).toBe("2.0.0");
  expect(latest("fern@2.0.0", "v1.9.0", "v7.0.0")).toBe("2.0.0");
  expect(latest("v1.9.0")).toBe("1.9.0");
});

test("an API document with the short name of the repository that is raised after each release is wrong in each", async () => {
  const root = temporaryFolder();
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, env: committing, stdio: "ignore" });
  const at = (manifest: string, api: string, message: string): void => {
    write(root, "package.json", `{ "name": "fen", "version": "${manifest}" }\n`);
    write(root, "api.json", `{ "openapi": "3.0.3", "info": { "title": "FEN API", "version": "${api}" } }\n`);
    git("add", "-A");
    git("commit", "-q", "-m", message);
  };
  git("init", "-q", "-b", "main");
  write(
    root,
    "release.mjs",
    'import { writeFileSync } from "node:fs";\nwriteFileSync("package.json", JSON.stringify({ name: "fen", version: process.argv[2] }));\n',
  );
  write(
    root,
    "version-audit.toml",
    '[[release]]\nname = "cut"\nentry = "release.mjs"\nargs = ["{version}"]\n',
  );
  for (const [version, before] of [
    ["1.0.0", "0.9.0"],
    ["1.1.0", "1.0.0"],
    ["1.2.0", "1.1.0"],
  ] as const) {
    at(version, before, version);
    git("tag", `v${version}`);
    at(version, version, "after");
  }
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule, location: { path } }) => `${rule} ${path}`)).toContain(
    "stale-after-bump api.json",
  );
});
