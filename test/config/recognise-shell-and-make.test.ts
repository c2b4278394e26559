import { expect, test } from "vitest";
import { craftCommand } from "../../src/release/find/craft-command.ts";
import { makeTargets } from "../../src/release/find/make-targets.ts";
import { shellScripts } from "../../src/release/find/shell-scripts.ts";
import { temporaryRepository } from "./temporary-repository.ts";

const tables = (found: readonly { readonly table: unknown }[]) => found.map(({ table }) => table);

test("a target of the makefile that takes a version and changes files may be the release", () => {
  const makefile = [
    "VERSION ?= $(shell cat VERSION)",
    "build:",
    "\tgo build -ldflags '-X main.version=$(VERSION)' > build.log",
    "release: bump",
    "\tgit tag v$(VERSION)",
    "bump:",
    "\techo $(VERSION) > VERSION",
    "version:",
    "\t@echo $(VERSION)",
    "set-version: ; sed -i 's/1/2/' VERSION",
    "",
  ].join("\n");
  expect(tables(makeTargets(temporaryRepository({ Makefile: makefile })))).toEqual([
    { name: "release", target: "bump", makefile: "Makefile", args: ["VERSION={version}"] },
    { name: "release", target: "release", makefile: "Makefile", args: ["VERSION={version}"] },
  ]);
  expect(makeTargets(temporaryRepository({ "a.txt": "" }))).toEqual([]);
});

test("a makefile that holds the current version is given the new one by the variable that it does not set", () => {
  const makefile = (held: string) => [
    held,
    "release-manifest:",
    "\tsed -i 's/$(VERSION)/$(NEWVERSION)/' chart.yaml",
    "\tsed -i 's/$(CURRENTVERSION)/$(NEWVERSION)/' a.yaml",
    "",
  ];
  const argsFor = (held: string) =>
    makeTargets(temporaryRepository({ Makefile: makefile(held).join("\n") })).map(
      ({ table }) => table["args"],
    );
  expect(argsFor("VERSION := v1.2.3")).toEqual([["CURRENTVERSION={current}", "NEWVERSION=v{version}"]]);
  expect(argsFor("VERSION ?= 1.2.3")).toEqual([["CURRENTVERSION={current}", "NEWVERSION={version}"]]);
});

test("a script of a shell that takes a version and changes files may be the release", () => {
  const found = shellScripts(
    temporaryRepository({
      "package.json": JSON.stringify({ scripts: { cut: "bash ci/release.sh" } }),
      "bump-version.sh": 'sed -i "s/a/$1/" a.txt\n',
      "ci/release.sh": 'case $1 in --version) v=$2 ;; esac\necho "$v" > VERSION\n',
      "ci/show-version.sh": 'echo "$1"\n',
      "ci/set-version.sh": "echo 1 > VERSION # not $1\n",
      "ci/update-version.sh": 'sed -i "s/$1/$2/" a.txt\n',
      "tests/bump.sh": 'echo "$1" > VERSION\n',
      "tools/bump-version": '#!/usr/bin/env bash\necho "$1" > VERSION\n',
      "tools/release": '#!/usr/bin/env python3\nopen("VERSION", "w") # > $1\n',
      release: 'echo "$1" > VERSION\n',
    }),
  );
  expect(tables(found)).toEqual([
    { name: "release", entry: "ci/release.sh", args: ["--version", "{version}"], env: {} },
    { name: "release", entry: "bump-version.sh", args: ["{version}"], env: {} },
    { name: "release", entry: "tools/bump-version", args: ["{version}"], env: {} },
  ]);
  expect(found[0]?.why).toBe(
    'ci/release.sh: the package script "cut" names it, it changes files and takes a version',
  );
});

const change = 'sed -i "s/1/2/" a.txt\n';

test.each([
  [
    "the former version before the new one",
    `OLD_VERSION="\${1}"\nNEW_VERSION="\${2}"\n`,
    ["{current}", "{version}"],
  ],
  ["the new version before the former one", "new=$1 old=$2\n", ["{version}", "{current}"]],
  ["a version and what can be left out", `v=$1\n[ "\${2:-}" = --dry-run ] && exit\n`, ["{version}"]],
  [
    "a version, with functions of their own arguments",
    'set_it() { echo "$2" > "$1"; }\nset_it VERSION "$1"\n',
    ["{version}"],
  ],
  [
    "what a function takes that is given all",
    'main() { local previous_version=$1 version=$2; }\nmain "$@"\n',
    ["{current}", "{version}"],
  ],
  [
    "the smallest step as an option",
    "case $1 in\n --minor) x=1 ;;\n --patch) x=2 ;;\nesac\n",
    ["{version}"],
    ["--patch"],
  ],
])("a script is told %s", (_, text, ...calls) => {
  const found = shellScripts(temporaryRepository({ "bump-version.sh": text + change }));
  expect(tables(found)).toEqual(
    calls.map((args) => ({ name: "release", entry: "bump-version.sh", args, env: {} })),
  );
});

test("a script that takes no argument is told the version by its environment", () => {
  const text = `: "\${RELEASE_VERSION:?}"\nNAME=x\necho "$RELEASE_VERSION $OLD_VERSION $NAME" > VERSION\n`;
  const found = shellScripts(temporaryRepository({ "release.sh": text }));
  expect(tables(found)).toEqual([
    {
      name: "release",
      entry: "release.sh",
      args: [],
      env: { RELEASE_VERSION: "{version}", OLD_VERSION: "{current}" },
    },
  ]);
});

test("a script whose second argument is anything else is not called", () => {
  expect(
    shellScripts(temporaryRepository({ "release.sh": 'echo "$1" > VERSION\necho "$2" > NAME\n' })),
  ).toEqual([]);
});

test("Craft starts its script with the former version and the new one", () => {
  const script = 'echo "$2" > VERSION\n';
  const entry = (path: string, args: string[]) => ({
    name: "release",
    entry: path,
    args: [...args, "{current}", "{version}"],
    env: { CRAFT_OLD_VERSION: "{current}", CRAFT_NEW_VERSION: "{version}" },
  });
  expect(
    tables(
      craftCommand(
        temporaryRepository({
          ".craft.yml": "preReleaseCommand: bash ./ci/cut.sh --quiet\n",
          "ci/cut.sh": script,
        }),
      ),
    ),
  ).toEqual([entry("ci/cut.sh", ["--quiet"])]);
  expect(
    tables(
      craftCommand(temporaryRepository({ ".craft.yml": "targets: []\n", "scripts/bump-version.sh": script })),
    ),
  ).toEqual([entry("scripts/bump-version.sh", [])]);
  expect(craftCommand(temporaryRepository({ ".craft.yml": "preReleaseCommand: make bump\n" }))).toEqual([]);
  expect(craftCommand(temporaryRepository({ "scripts/bump-version.sh": script }))).toEqual([]);
});

test("a makefile for releases is told both versions as the environment of its recipes", () => {
  const makefile =
    'bump-version:\n\tsed -i "s/^version = \\"$$LUMEN_OLD_VERSION\\"/version = \\"$$LUMEN_NEW_VERSION\\"/" Cargo.toml\n';
  expect(tables(makeTargets(temporaryRepository({ "etc/release.Makefile": makefile })))).toEqual([
    {
      name: "release",
      target: "bump-version",
      makefile: "etc/release.Makefile",
      args: ["LUMEN_OLD_VERSION={current}", "LUMEN_NEW_VERSION={version}"],
    },
  ]);
});
