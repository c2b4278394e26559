import type { Situation } from "./situation.ts";

const pkg = (line = "changelogen --release", more: object = {}) => ({
  name: "solo",
  version: "1.0.0",
  ...more,
  scripts: { release: line },
});

/** The changelog, whose words come from commits, is not compared; authors would be asked for on the network. */
const quiet = ["--output", "", "--no-github", "--noAuthors"];

/** Called with the words of the script of its package.json, so that changelogen decides on the version. */
const called = (name: string, words: readonly string[], more: object = {}): Situation => ({
  name,
  files: { "package.json": pkg(`changelogen ${words.join(" ")}`, more) },
  args: [...words, ...quiet],
});

export const changelogenSituations: readonly Situation[] = [
  { name: "package.json alone", to: "1.1.0", files: { "package.json": pkg() } },
  {
    name: "a lockfile and a workspace, which are left",
    to: "1.1.0",
    files: {
      "package.json": pkg(undefined, { workspaces: ["packages/*"] }),
      "package-lock.json": { name: "solo", version: "1.0.0", lockfileVersion: 3, packages: {} },
      "packages/a/package.json": { name: "a", version: "1.0.0" },
    },
  },
  {
    name: "tabs, lists on one line, and no line break at the end",
    to: "1.1.0",
    files: {
      "package.json":
        '{\n\t"name": "solo",\n\t"version": "1.0.0",\n\t"files": ["dist", "bin"],\n\t"scripts": { "release": "changelogen --bump" }\n}',
    },
  },
  {
    name: "four blanks, and more around it",
    to: "1.1.0",
    files: {
      "package.json": `\n${JSON.stringify(pkg(), null, 4)}\n\n`,
    },
  },
  {
    name: "one line",
    to: "1.1.0",
    files: { "package.json": JSON.stringify(pkg()) },
  },
  called("a minor that is told", ["--bump", "--minor"]),
  called("a major below 1.0.0", ["--release", "--major"], { version: "0.4.2" }),
  called("a minor below 1.0.0", ["--release", "--minor"], { version: "0.4.2" }),
  called("a patch below 1.0.0", ["--release", "--patch"], { version: "0.4.2" }),
  called("the next prerelease", ["--release", "--prerelease"], { version: "2.0.0-alpha.3" }),
  called("a first prerelease with its name", ["--release", "--premajor", "beta"]),
  called("a prerelease of another name", ["--release", "--prerelease", "rc"], { version: "2.0.0-beta.1" }),
  {
    name: "a package in a folder",
    to: "2.0.1",
    files: {
      "package.json": pkg("changelogen --release --dir packages/a"),
      "packages/a/package.json": { name: "a", version: "2.0.0" },
    },
    args: ["--release", "--dir", "packages/a", "-r", "2.0.1", ...quiet],
  },
  {
    name: "a package in a folder, named behind the flags",
    to: "2.0.1",
    files: {
      "package.json": pkg("changelogen --release -r 2.0.1 packages/a"),
      "packages/a/package.json": { name: "a", version: "2.0.0" },
    },
    args: ["--release", ...quiet, "-r", "2.0.1", "packages/a"],
  },
];
