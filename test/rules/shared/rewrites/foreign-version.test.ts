import { expect, test } from "vitest";
import { foreignnessOf } from "../../../../src/rules/shared/rewrites/foreign-version.ts";
import { soFar } from "../../../judge/judged.ts";

/** What a release should not have rewritten, if it did: `path:line version error|warning: why`; `may` where it may. */
function reaches(files: Readonly<Record<string, string>>, tags?: readonly string[]): string[] {
  const { occurrences, evidence } = soFar(files, tags === undefined ? {} : { tags });
  return occurrences
    .filter(({ path }) => path in files)
    .map((occurrence) => {
      const reach = foreignnessOf(occurrence, evidence);
      const { line } = evidence.repository.locate(occurrence.path, occurrence.span);
      const said = reach === null ? "may" : `${reach.proved ? "error" : "warning"}: ${reach.because}`;
      return `${occurrence.path}:${line} ${occurrence.version} ${said}`;
    });
}

test("a name at the place takes it from the release", () => {
  const manifest = {
    name: "@lumen/docs",
    version: "2.4.0",
    dependencies: {
      "@lumen/core": "2.4.0",
      "@lumen/desk": "0.3.0",
      loupe: "2.4.0",
      lens: "4.0.0",
      lumen: "2.4.0",
    },
    peerDependencies: { "@lumen/core": "^2.3.0" },
  };
  const files = {
    "docs/package.json": JSON.stringify(manifest, null, 1),
    "docs/README.md":
      "npm i loupe@2.4.0\nnpm i lens@4.0.0\nnpm i @lumen/core@2.3.0\nsince Lumen 2.3.0\n4.5.6\nLumen 2.3.0\n",
    Dockerfile: "FROM node:2.4.0\nFROM node:22.1.0\n",
    ".nvmrc": "2.4.0\n",
  };
  expect(reaches(files)).toMatchInlineSnapshot(`
    [
      ".nvmrc:1 2.4.0 error: this is the version of a toolchain",
      "Dockerfile:1 2.4.0 may",
      "Dockerfile:2 22.1.0 error: the image node is not ours",
      "docs/README.md:1 2.4.0 may",
      "docs/README.md:2 4.0.0 error: lens is not defined in this repository",
      "docs/README.md:3 2.3.0 may",
      "docs/README.md:4 2.3.0 warning: the words before it speak of a past version",
      "docs/README.md:5 4.5.6 warning: a number that nothing binds to a subject of ours",
      "docs/README.md:6 2.3.0 may",
      "docs/package.json:3 2.4.0 may",
      "docs/package.json:5 2.4.0 may",
      "docs/package.json:6 0.3.0 error: @lumen/desk lives here with a version line of its own, 0.3.0",
      "docs/package.json:7 2.4.0 error: loupe is not defined in this repository",
      "docs/package.json:8 4.0.0 error: lens is not defined in this repository",
      "docs/package.json:9 2.4.0 may",
      "docs/package.json:12 2.3.0 error: a peer requirement says what it works with",
    ]
  `);
});

test("a constant is a stranger when its name means something and its value was never the train's", () => {
  const files = {
    "src/a.ts": [
      'export const LOUPE_VERSION = "4.0.0";',
      'export const LOUPE_VERSION_NOW = "2.4.0";',
      'export const APP_VERSION = "4.0.0";',
      'export const LUMEN_VERSION = "4.0.0";',
      'export const MIN_LUMEN_VERSION = "2.3.0";',
      'export const PREVIEW = "0.0.0-dev.1";',
      "export const PROTOCOL_VERSION = 3;",
    ].join("\n"),
    "env.sh": "NODE_VERSION=22.1.0\nVERSION=4.0.0\n",
  };
  expect(reaches(files)).toMatchInlineSnapshot(`
    [
      "env.sh:1 22.1.0 error: NODE_VERSION does not name anything of ours",
      "env.sh:2 4.0.0 may",
      "src/a.ts:1 4.0.0 error: LOUPE_VERSION does not name anything of ours",
      "src/a.ts:2 2.4.0 may",
      "src/a.ts:3 4.0.0 may",
      "src/a.ts:4 4.0.0 may",
      "src/a.ts:5 2.3.0 error: MIN_LUMEN_VERSION is a bound, not the version of a release",
      "src/a.ts:6 0.0.0-dev.1 may",
      "src/a.ts:7 3 may",
    ]
  `);
});

test("a manifest is a stranger when the train never held its version, unless a package manager wrote that", () => {
  const manifest = (name: string, version: string) =>
    `{ "name": "@lumen/${name}", "version": "${version}" }\n`;
  const files = {
    "packages/a/package.json": manifest("a", "2.3.0"),
    "packages/b/package.json": manifest("b", "4.0.0"),
    "packages/c/package.json": manifest("c", "0.1.0"),
    "packages/d/package.json": manifest("d", "0.0.0"),
    "fixtures/v2_3_0/package.json": manifest("e", "2.3.0"),
  };
  expect(reaches(files)).toMatchInlineSnapshot(`
    [
      "fixtures/v2_3_0/package.json:1 2.3.0 error: a fixture of the version that its path names",
      "packages/a/package.json:1 2.3.0 may",
      "packages/b/package.json:1 4.0.0 warning: the train never held 4.0.0, so it has a version line of its own",
      "packages/c/package.json:1 0.1.0 may",
      "packages/d/package.json:1 0.0.0 may",
    ]
  `);
});

test("the entry of a package that has no name is the release's to rewrite", () => {
  const lock = { name: "web", version: "2.4.0", lockfileVersion: 3, packages: { "": { version: "2.4.0" } } };
  const files = { "web/package-lock.json": JSON.stringify(lock, null, 1) };
  const said = (all: Readonly<Record<string, string>>) =>
    reaches(all).filter((line) => line.startsWith("web/package-lock.json"));
  expect(said({ ...files, "web/package.json": '{ "workspaces": ["a"] }' })).toEqual([
    "web/package-lock.json:3 2.4.0 may",
    "web/package-lock.json:7 2.4.0 may",
  ]);
  expect(said(files).every((line) => line.endsWith(" error: web is not defined in this repository"))).toBe(
    true,
  );
});

test("a release may write the packages with its binaries for platforms, and no others of such a name", () => {
  const manifest = {
    name: "lumenc",
    version: "2.4.0",
    optionalDependencies: { "lumenc-darwin-arm64": "2.4.0", "loupe-darwin-arm64": "2.4.0" },
  };
  expect(reaches({ "packages/lumenc/package.json": JSON.stringify(manifest, null, 1) })).toEqual([
    "packages/lumenc/package.json:3 2.4.0 may",
    "packages/lumenc/package.json:5 2.4.0 may",
    "packages/lumenc/package.json:6 2.4.0 error: loupe-darwin-arm64 is not defined in this repository",
  ]);
});
