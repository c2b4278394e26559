import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { readerText } from "../../../src/release/past-releases/tag-reader.ts";
import { versionFromTag } from "../../../src/release/past-releases/version-from-tag.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";
import { release } from "../../rules/fixture-copy.ts";

test("where commits are counted, the next version is that of the commit which is checked out", async () => {
  const root = temporaryFolder({
    ".mvn/maven.config": "-Pmight-produce-incrementals\n-Dchangelist.format=%d.v%s\n",
    "pom.xml":
      "<project>\n  <artifactId>moss</artifactId>\n  <version>@{revision}.@{changelist}</version>\n  <properties>\n    <revision>1.2</revision>\n  </properties>\n</project>\n".replaceAll(
        "@",
        "$",
      ),
  });
  release(root, "1.2.1.vdeadb_0123456");
  execFileSync("git", ["commit", "-q", "--allow-empty", "-m", "more"], { cwd: root, env: committing });
  const head = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, env: committing, encoding: "utf8" });
  const commit = head.slice(0, 12).replaceAll("a", "a_").replaceAll("b", "b_");
  const { current, target, how } = (await audit({ root, environment: committing })).release;
  expect([current, target]).toEqual(["1.2.1.vdeadb_0123456", `1.2.2.v${commit}`]);
  expect(how).toBe("a tag alone, named after what the changelist of Maven (.mvn/maven.config) counts");
});

test.each([
  ["pyproject.toml", '[build-system]\nrequires = ["setuptools-scm>=8"]\n', "setuptools-scm"],
  ["pyproject.toml", "[tool.setuptools_scm]\n", "setuptools-scm"],
  ["setup.py", "setup(use_scm_version=True)\n", "setuptools-scm"],
  ["pyproject.toml", '[tool.hatch.version]\nsource = "vcs"\n', "hatch-vcs"],
  ["pyproject.toml", '[tool.hatch.version]\npath = "lumen/about.py"\n', null],
  ["setup.cfg", "[versioneer]\nVCS = git\n", "versioneer"],
  ["Directory.Build.props", '<PackageReference Include="MinVer" Version="6.0.0" />\n', "MinVer"],
  ["Directory.Build.props", '<PackageReference Include="Lumen" Version="6.0.0" />\n', null],
  ["GitVersion.yml", "mode: Mainline\n", "GitVersion"],
  [
    "build.gradle",
    "plugins { id 'pl.allegro.tech.build.axion-release' version '1.18.0' }\n",
    "axion-release",
  ],
  [".mvn/extensions.xml", "<artifactId>jgitver-maven-plugin</artifactId>\n", "jgitver"],
  ["project/plugins.sbt", 'addSbtPlugin("com.github.sbt" % "sbt-ci-release" % "1.9.0")\n', "sbt-dynver"],
  [".goreleaser.yaml", "version: 2\n", "goreleaser"],
  ["mix.exs", 'System.cmd("git", ["describe"])\n', null],
  ["Makefile", "VERSION := $(shell git describe --tags)\n", "git describe"],
  [
    ".github/workflows/release.yml",
    `on:\n  release:\n    types: [created]\nenv:\n  version: \${{ github.ref_name }}\n`,
    "the workflow",
  ],
  [".github/workflows/test.yml", `on: push\nenv:\n  version: \${{ github.ref_name }}\n`, null],
  ["go.mod", "module lumen\n", "Go"],
  ["tests/go.mod", "module lumen\n", null],
  ["README.md", "setuptools-scm\n", null],
])("%s with %j takes its version by way of %s", (path, text, name) => {
  const reader = versionFromTag(temporaryRepository({ [path]: text }));
  expect(reader && readerText(reader)).toBe(name && `${name} (${path})`);
});

test("a repository with one tag whose version is taken from that needs no file to be written", async () => {
  const root = temporaryFolder({
    "pyproject.toml": '[project]\nname = "lumen"\ndynamic = ["version"]\n[tool.setuptools_scm]\n',
  });
  release(root, "v1.2.0");
  const { release: understood, findings } = await audit({ root, environment: committing });
  expect([understood.current, understood.how, findings]).toEqual([
    "1.2.0",
    "a tag alone, from which setuptools-scm (pyproject.toml) takes the version",
    [],
  ]);
});

test("where nothing takes the version from a tag, one tag does not show how a release is made", async () => {
  const root = temporaryFolder({ "README.md": "# Lumen\n" });
  release(root, "v1.2.0");
  await expect(audit({ root, environment: committing })).rejects.toThrow("nothing shows how");
});
