import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

type Files = Readonly<Record<string, string>>;

/** What is said of places that are behind, as `severity rule path:line`, where bumpversion rewrites the named files. */
async function behind(files: Files, bumped: readonly string[]): Promise<string[]> {
  const entries = bumped.map((path) => `[[tool.bumpversion.files]]\nfilename = "${path}"\n`).join("\n");
  const root = temporaryFolder({
    ".bumpversion.toml": `[tool.bumpversion]\ncurrent_version = "1.4.2"\n\n${entries}`,
    ...files,
  });
  const { findings } = await audit({ root, environment: {} });
  return findings
    .filter(({ rule }) => rule === "already-stale" || rule === "lockfile-behind")
    .map(({ severity, rule, location: { path, line } }) => `${severity} ${rule} ${path}:${line}`);
}

const npm = (name: string, version: string, more: object = {}) =>
  `${JSON.stringify({ name, version, ...more }, null, 2)}\n`;

test("a lockfile that the release leaves beside a manifest that it writes is an error, and one among examples is not", async () => {
  const lock = (version: string) =>
    npm("fern", version, { lockfileVersion: 3, packages: { "": { name: "fern", version } } });
  const files = { "package.json": npm("fern", "1.4.2"), "package-lock.json": lock("1.4.1") };
  expect(await behind(files, ["package.json"])).toEqual([
    "error lockfile-behind package-lock.json:3",
    "error lockfile-behind package-lock.json:8",
  ]);
  const example = {
    "package.json": npm("fern", "1.4.2"),
    "examples/a/package.json": npm("fern-a", "1.4.2"),
    "examples/a/package-lock.json": lock("1.4.1").replaceAll('"fern"', '"fern-a"'),
  };
  expect(await behind(example, ["package.json", "examples/a/package.json"])).toEqual([
    "warning lockfile-behind examples/a/package-lock.json:3",
    "warning lockfile-behind examples/a/package-lock.json:8",
  ]);
});

test("the binaries of a package are those of its release", async () => {
  const main = npm("fern", "1.4.2", {
    optionalDependencies: { "@fern/fern-linux-x64": "1.4.0", "@fern/fern-darwin-arm64": "^1.4.0" },
    workspaces: ["npm/*"],
  });
  const files = {
    "package.json": main,
    "npm/linux/package.json": npm("@fern/fern-linux-x64", "1.4.2"),
    "npm/darwin/package.json": npm("@fern/fern-darwin-arm64", "1.4.0"),
  };
  expect(await behind(files, ["package.json", "npm/linux/package.json"])).toEqual([
    "error already-stale npm/darwin/package.json:3",
    "error already-stale package.json:5",
  ]);
});

test("two documents of one API hold one version", async () => {
  const api = (version: string, title = "Fern API") =>
    `{ "openapi": "3.0.3", "info": { "title": "${title}", "version": "${version}" } }\n`;
  const files = {
    "package.json": npm("fern", "1.4.2"),
    "api/openapi.json": api("1.4.2"),
    "api/openapi-3.0.json": api("1.4.1"),
    "api/admin.json": api("1.4.1", "Fern admin API"),
  };
  expect(await behind(files, ["package.json", "api/openapi.json"])).toEqual([
    "error already-stale api/openapi-3.0.json:1",
    "warning already-stale api/admin.json:1",
  ]);
});

test("what the configuration of the release declares is meant to be written", async () => {
  const files = {
    "package.json": npm("fern", "1.4.2"),
    "README.md": "# fern\n\n`npm install fern@1.4.1`\n",
    "docs/a.md": "# fern\n\n`npm install fern@1.4.1`\n",
  };
  expect(await behind(files, ["package.json", "README.md"])).toEqual([
    "error already-stale README.md:3",
    "warning already-stale docs/a.md:3",
  ]);
});
