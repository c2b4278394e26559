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

test("numbers in what contributors read about releases illustrate", async () => {
  const sections = (heading: string) => ({
    "CONTRIBUTING.md": `# Contributing\n\n## ${heading}\n\n### Announce it\n\nWrite "Lumen 1.2.0: the one that glows".\n`,
  });
  await expect(reportedWith(sections("Releasing"))).resolves.toEqual([]);
  await expect(reportedWith(sections("Building"))).resolves.toEqual(["stale-after-bump CONTRIBUTING.md"]);
});
