import { expect, test } from "vitest";
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
    }),
  );
  expect(tables(found)).toEqual([
    { name: "release", entry: "ci/release.sh", args: ["--version", "{version}"] },
    { name: "release", entry: "bump-version.sh", args: ["{version}"] },
  ]);
  expect(found[0]?.why).toBe(
    'ci/release.sh: the package script "cut" names it, it changes files and takes a version',
  );
});
