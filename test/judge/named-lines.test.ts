import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { namesItsLine } from "../../src/judge/reported/named-line.ts";
import { repositoryOf } from "../release/past-releases/repository-of.ts";
import { committing } from "../repository/files/git-environment.ts";

/** What is asked for in a manifest at a path, without what else an occurrence has. */
function asked(path: string, version: string): Parameters<typeof namesItsLine>[0] {
  return { kind: "dependency", text: `^${version}`, version, keyPath: ["dependencies", "lumen"], path };
}

test.each([
  ["playgrounds/v3/package.json", "3"],
  ["apps/lumen-v3/package.json", "3.4.1"],
  ["apps/lumen-3/package.json", "3.4.1"],
  ["docs/3.x/package.json", "3.4.1"],
  ["demo/v3.4/package.json", "3.4.1"],
])("what lies at %s asks for %s on purpose", (path, version) => {
  expect(namesItsLine(asked(path, version))).toBe(true);
});

test.each([
  ["playgrounds/v3/package.json", "2.4.1"],
  ["apps/lumen/package.json", "3.4.1"],
  ["apps/s3/package.json", "3.4.1"],
  ["apps/h3.ts", "3.4.1"],
])("what lies at %s has no line that %s is of", (path, version) => {
  expect(namesItsLine(asked(path, version))).toBe(false);
});

/** What is reported of a repository in which each release writes the manifests of all packages, as `rule path`. */
async function reportedWith(newcomer: Readonly<Record<string, string>>): Promise<string[]> {
  const packages = (version: string) =>
    Object.fromEntries(
      ["core", "desk", "lamp"].map((name) => [
        `packages/${name}/package.json`,
        `{ "name": "@lumen/${name}", "version": "${version}" }\n`,
      ]),
    );
  const root = repositoryOf([
    {
      files: {
        "package.json": '{ "name": "lumen", "private": true, "workspaces": ["packages/*", "apps/*"] }\n',
        ...packages("1.0.0"),
      },
      tag: "v1.0.0",
    },
    { files: packages("1.1.0"), tag: "v1.1.0" },
    { files: packages("1.2.0"), tag: "v1.2.0" },
    { files: newcomer },
  ]);
  const { findings } = await audit({ root, environment: committing });
  return findings.map(({ rule, location }) => `${rule} ${location.path}`);
}

test("a package that came after the last release is expected to be written where all beside it were", async () => {
  const manifest = '{ "name": "@lumen/wick", "version": "1.2.0" }\n';
  await expect(reportedWith({ "packages/wick/package.json": manifest })).resolves.toEqual([]);
  await expect(reportedWith({ "apps/wick/package.json": manifest })).resolves.toEqual([
    "stale-after-bump apps/wick/package.json",
  ]);
});

test("a range that admits what comes next is met by it, and an exact number is not", async () => {
  const example = (range: string) => ({
    "examples/a/package.json": `{ "name": "a", "private": true, "dependencies": { "@lumen/core": "${range}" } }\n`,
  });
  await expect(reportedWith(example("^1.2.0"))).resolves.toEqual([]);
  await expect(reportedWith(example("1.2.0"))).resolves.toEqual(["stale-after-bump examples/a/package.json"]);
});

test("while a preview is on its way, a range that admits the newest release asks for what is there", async () => {
  const tree = (version: string) => ({
    "package.json": '{ "name": "lumen", "private": true, "workspaces": ["packages/*", "apps/*"] }\n',
    "packages/core/package.json": `{ "name": "@lumen/core", "version": "${version}" }\n`,
  });
  const site = (range: string) => ({
    "apps/site/package.json": `{ "name": "site", "private": true, "dependencies": { "@lumen/core": "${range}" } }\n`,
    "pnpm-workspace.yaml": 'packages: ["packages/*", "apps/*"]\n',
    "pnpm-lock.yaml": `lockfileVersion: '9.0'\n\nimporters:\n\n  apps/site:\n    dependencies:\n      '@lumen/core':\n        specifier: ${range}\n        version: 7.8.1\n`,
  });
  const reported = async (range: string) => {
    const root = repositoryOf([
      { files: tree("7.8.0"), tag: "v7.8.0" },
      { files: tree("7.8.1"), tag: "v7.8.1" },
      { files: tree("8.0.0-beta.0"), tag: "v8.0.0-beta.0" },
      { files: site(range) },
    ]);
    const { findings } = await audit({ root, environment: committing });
    return findings.map(({ rule, location }) => `${rule} ${location.path}`);
  };
  await expect(reported("^7.5.1")).resolves.toEqual([]);
  await expect(reported("^6.5.1")).resolves.toEqual([
    "already-stale apps/site/package.json",
    "lockfile-behind pnpm-lock.yaml",
  ]);
});

test("a requirement in a file that came after the last release is expected to be written as others of its package", async () => {
  const asking = (version: string) => ({ dependencies: { "@lumen/core": version } });
  const packages = (version: string) =>
    Object.fromEntries(
      ["desk", "lamp", "wick"].map((name) => [
        `examples/${name}/package.json`,
        `${JSON.stringify({ name, private: true, ...asking(version) }, null, 2)}\n`,
      ]),
    );
  const tree = (version: string) => ({
    "package.json": `{ "name": "@lumen/core", "version": "${version}" }\n`,
    ...packages(version),
  });
  const root = repositoryOf([
    { files: tree("1.0.0"), tag: "v1.0.0" },
    { files: tree("1.1.0"), tag: "v1.1.0" },
    { files: tree("1.2.0"), tag: "v1.2.0" },
    {
      files: {
        "examples/new/package.json": `${JSON.stringify({ name: "new", ...asking("1.2.0") }, null, 2)}\n`,
      },
    },
  ]);
  const { findings, occurrences } = await audit({ root, environment: committing });
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([]);
  expect(occurrences.find(({ path }) => path === "examples/new/package.json")?.unreported).toBe(
    "it came after the last release, which wrote 4 places beside it, in its file or of its package",
  );
});

test("numbers in what contributors read about releases illustrate", async () => {
  const sections = (heading: string) => ({
    "CONTRIBUTING.md": `# Contributing\n\n## ${heading}\n\n### Announce it\n\nWrite "Lumen 1.2.0: the one that glows".\n`,
  });
  await expect(reportedWith(sections("Releasing"))).resolves.toEqual([]);
  await expect(reportedWith(sections("Building"))).resolves.toEqual(["stale-after-bump CONTRIBUTING.md"]);
});
