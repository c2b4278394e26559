import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { type Files, repositoryOf, verdictsOf } from "./repository-of.ts";

const versions = ["1.1.0", "1.2.0", "2.0.0"];

function releasedAs(filesAt: (numbers: readonly string[]) => Files): string {
  return repositoryOf(
    versions.map((version) => ({ files: filesAt(version.split(".")), tag: `v${version}` })),
  );
}

async function lineOf(root: string): Promise<string> {
  const { current, target, how } = (await audit({ root, environment: committing })).release;
  return `${current} → ${target} · ${how}`;
}

test("numbers of a header that each release raised are written by the next one", async () => {
  const root = releasedAs(([major, minor, patch]) => ({
    "include/moss.hpp": `#pragma once\n#define MOSS_VERSION_MAJOR ${major}\n#define MOSS_VERSION_MINOR ${minor}\n#define MOSS_VERSION_PATCH ${patch}\n`,
  }));
  expect(await lineOf(root)).toBe("2.0.0 → 2.0.1 · the last 2 releases");
  expect(await verdictsOf(root)).toEqual(["include/moss.hpp:4 covered"]);
});

test("so are those of a build of Gradle", async () => {
  const root = releasedAs(([major, minor, patch]) => ({
    "app/build.gradle": `def versionMajor = ${major}\ndef versionMinor = ${minor}\ndef versionPatch = ${patch}\n`,
  }));
  expect(await lineOf(root)).toBe("2.0.0 → 2.0.1 · the last 2 releases");
  expect(await verdictsOf(root)).toEqual(["app/build.gradle:3 covered"]);
});

test("a tuple of numbers is one version, and may be current before a tag says so", async () => {
  const files = ([major, minor, patch]: readonly string[]): Files => ({
    "pyproject.toml": '[project]\nname = "moss"\ndynamic = ["version"]\n',
    "moss/__init__.py": `version_info = (${major}, ${minor}, ${patch})\n__version__ = ".".join(str(n) for n in version_info)\n`,
  });
  const root = releasedAs(files);
  expect(await lineOf(root)).toBe("2.0.0 → 2.0.1 · the last 2 releases");
  expect(await verdictsOf(root)).toEqual(["moss/__init__.py:1 covered"]);
  const raised = repositoryOf([
    ...versions.map((version) => ({ files: files(version.split(".")), tag: `v${version}` })),
    { files: files(["2", "1", "0"]) },
  ]);
  expect(await lineOf(raised)).toMatch(/^2\.1\.0 → /u);
});

test("so is one that is given to a type of its own", async () => {
  const root = releasedAs(([major, minor, patch]) => ({
    "moss/constants.py": `from typing import NamedTuple\nversion: Version = Version(${major}, ${minor}, ${patch})\n`,
  }));
  expect(await lineOf(root)).toBe("2.0.0 → 2.0.1 · the last 2 releases");
  expect(await verdictsOf(root)).toEqual(["moss/constants.py:2 covered"]);
});

test("numbers that the last releases left are not expected of the next one", async () => {
  const header = "#define MOSS_VERSION_MAJOR 1\n#define MOSS_VERSION_MINOR 1\n#define MOSS_VERSION_PATCH 0\n";
  const root = releasedAs(() => ({ "include/moss.hpp": header }));
  expect(await lineOf(root)).toMatch(/^2\.0\.0 → 2\.0\.1 · a tag/u);
});
