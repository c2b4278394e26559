import { expect, test } from "vitest";
import { ask, folderWith } from "./asked.ts";

/** The answers of some commands in a folder, by command; null where the question is left to the configuration. */
function answers(
  files: Parameters<typeof folderWith>[0],
  lines: readonly string[],
  cwd = "",
): Record<string, string | null> {
  const folder = folderWith(files);
  return Object.fromEntries(
    lines.map((line) => [
      line,
      ask(folder, line.split(" "), { cwd })?.stdout.replaceAll(folder, "/repo") ?? null,
    ]),
  );
}

const commands = [
  "cargo metadata --format-version 1 --no-deps",
  "cargo metadata --no-deps --format-version 1 --manifest-path none/Cargo.toml",
  "npm pkg get version",
  "npm pkg get version --workspaces",
  "npm query .workspace",
  "npm root",
  "npm prefix",
  "pnpm list --json",
  "pnpm -r list --json",
  "pnpm -w list --json",
  "yarn workspaces list --json",
  "yarn workspaces info",
  "yarn workspaces info --json",
];

test("a folder without a manifest answers nothing about packages", () => {
  expect(answers({ "a.txt": "" }, commands)).toMatchInlineSnapshot(`
    {
      "cargo metadata --format-version 1 --no-deps": null,
      "cargo metadata --no-deps --format-version 1 --manifest-path none/Cargo.toml": null,
      "npm pkg get version": null,
      "npm pkg get version --workspaces": null,
      "npm prefix": null,
      "npm query .workspace": null,
      "npm root": null,
      "pnpm -r list --json": "",
      "pnpm -w list --json": null,
      "pnpm list --json": null,
      "yarn workspaces info": null,
      "yarn workspaces info --json": null,
      "yarn workspaces list --json": null,
    }
  `);
});

test("neither do manifests that are broken or no objects", () => {
  const broken = { "package.json": "{ ", "Cargo.toml": "[package\n", "pnpm-workspace.yaml": "packages: [\n" };
  const nothing = Object.fromEntries(commands.map((line) => [line, null]));
  expect(answers(broken, commands)).toEqual(nothing);
  const lists = { "package.json": "[]\n", "pnpm-workspace.yaml": "- a\n" };
  expect(answers(lists, commands)).toEqual(nothing);
});

test("cargo metadata is answered in its first format, and without dependencies only", () => {
  const files = {
    "Cargo.toml": '[package]\nname = "a"\nversion = "1.0.0"\n',
  };
  const told = answers(files, [
    "cargo metadata --no-deps",
    "cargo metadata --format-version 2 --no-deps",
    "cargo metadata --format-version 1",
    "cargo metadata --format-version",
  ]);
  expect(
    Object.entries(told)
      .filter(([, answer]) => answer !== null)
      .map(([line]) => line),
  ).toEqual(["cargo metadata --no-deps"]);
});

test("git in an odd folder or with odd options is left to the configuration", () => {
  const lines = [
    "git -C none status",
    "git -C sub status --porcelain",
    "git -c a=b status --porcelain",
    "git --git-dir=x status",
    "git ls-files --unknown",
    "git ls-files :(glob)*",
    "git ls-files",
    "git diff --name-only",
    "git diff --exit-code",
    "git diff --quiet :/x",
    "git tag --list v[0-9]",
    "git describe",
  ];
  expect(answers({ "sub/a.txt": "" }, lines)).toMatchInlineSnapshot(`
    {
      "git --git-dir=x status": null,
      "git -C none status": null,
      "git -C sub status --porcelain": "",
      "git -c a=b status --porcelain": "",
      "git describe": "",
      "git diff --exit-code": "",
      "git diff --name-only": "",
      "git diff --quiet :/x": null,
      "git ls-files": "sub/a.txt
    ",
      "git ls-files --unknown": null,
      "git ls-files :(glob)*": null,
      "git tag --list v[0-9]": null,
    }
  `);
});
