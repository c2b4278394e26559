import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { repositoryOf } from "../release/past-releases/repository-of.ts";
import { committing } from "../repository/files/git-environment.ts";

test("while a prerelease is on its way, documents name the newest release", () => {
  const version = "0.9.0-alpha.1";
  const manifest = (held: string) => ({ "Cargo.toml": `[package]\nname = "mossy"\nversion = "${held}"\n` });
  const docs = (asked: string) => ({ "README.md": `\`\`\`toml\nmossy = { version = "${asked}" }\n\`\`\`\n` });
  const root = repositoryOf([
    { files: { ...manifest("0.7.4"), ...docs("0.7") }, tag: "v0.7.4" },
    { files: { ...manifest("0.8.6"), ...docs("0.8") }, tag: "v0.8.6" },
    { files: manifest(version) },
  ]);
  const told = async () =>
    (await audit({ root, environment: committing })).findings.map(
      ({ rule, location }) => `${rule} ${location.path}`,
    );
  return expect(told()).resolves.toEqual([]);
});

test("the revision of a LaTeX file is its own, and a page of a tag with a folder in its name leads to what was", async () => {
  const tree = (version: string, revision: string) => ({
    "package.json": `{ "name": "lumen", "version": "${version}" }\n`,
    "tex/lumen.cls": `\\ProvidesClass{lumen}[2019/12/01 v${revision} Document class (Lumen manual)]\n`,
    "src/manual.rs": "//! see https://github.com/acme/lumen/blob/v/1.1.0/examples/a.rs#L338\n",
  });
  const root = repositoryOf([
    { files: tree("1.0.0", "1.0.0"), tag: "v1.0.0" },
    { files: tree("1.1.0", "1.1.0"), tag: "v1.1.0" },
    { files: tree("1.2.0", "1.1.0"), tag: "v1.2.0" },
    { files: tree("1.3.0", "1.1.0"), tag: "v1.3.0" },
  ]);
  execFileSync("git", ["remote", "add", "origin", "https://github.com/acme/lumen"], { cwd: root });
  const { occurrences } = await audit({ root, environment: committing });
  const told = occurrences.filter(({ path }) => path !== "package.json");
  expect(told.map(({ path, unreported, reason }) => `${path}: ${unreported ?? reason}`)).toEqual([
    "src/manual.rs: a link to a page of a former release",
    "tex/lumen.cls: the revision of a LaTeX file, which moves with the file",
  ]);
});

test("a place that every release raises to numbers of its own is not behind, and one that the last left is", async () => {
  const tree = (version: string, ui: string, old: string) => ({
    VERSION: `${version}\n`,
    "web/ui/package.json": `{ "name": "@lumen/ui", "version": "${ui}" }\n`,
    "web/old/package.json": `{ "name": "@lumen/old", "version": "${old}" }\n`,
  });
  const root = repositoryOf([
    { files: tree("3.12.0", "0.312.0", "0.312.0"), tag: "v3.12.0" },
    { files: tree("3.13.0", "0.313.0", "0.313.0"), tag: "v3.13.0" },
    { files: tree("3.14.0", "0.314.0", "0.313.0"), tag: "v3.14.0" },
  ]);
  for (const tag of ["v0.313.0", "v0.314.0"]) execFileSync("git", ["tag", tag], { cwd: root });
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([
    "already-stale web/old/package.json",
  ]);
});

test("what is on the way to a release is not left as it is, whatever past releases were", async () => {
  const root = repositoryOf([
    { files: { "mossy.go": "package mossy // 1\n" }, tag: "v1.0.0" },
    { files: { "mossy.go": "package mossy // 2\n" }, tag: "v1.1.0" },
    { files: { "mossy.go": "package mossy // 3\n" }, tag: "v1.1.1" },
    { files: { "pyproject.toml": '[project]\nname = "mossy"\nversion = "1.2.0.dev0"\n' } },
  ]);
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule }) => rule)).not.toContain("stale-after-bump");
});

test("one version for all projects of a solution is what they take from the registry", async () => {
  const project = (version: string) =>
    `<Project><PropertyGroup><PackageId>Lumen</PackageId><Version>${version}</Version></PropertyGroup></Project>\n`;
  const props =
    '<Project><ItemGroup><PackageVersion Include="Lumen" Version="2.3.0" /></ItemGroup></Project>\n';
  const root = repositoryOf(
    ["2.3.0", "2.4.0", "2.5.0"].map((version) => ({
      files: { "Lumen.csproj": project(version), "Directory.Packages.props": props },
      tag: `v${version}`,
    })),
  );
  const { occurrences } = await audit({ root, environment: committing });
  const told = occurrences.filter(({ path }) => path === "Directory.Packages.props");
  expect(told.map(({ verdict, unreported }) => `${verdict}: ${unreported}`)).toEqual([
    "behind: a package that asks for itself means a release of before",
  ]);
});

test("a chart is given an image that is out, and follows each release", async () => {
  const tree = (version: string, deployed: string) => ({
    VERSION: `${version}\n`,
    "helm/lumen/Chart.yaml": `apiVersion: v2\nname: lumen\nversion: 0.4.0\nappVersion: ${deployed}\n`,
  });
  const root = repositoryOf([
    { files: tree("1.0.0", "0.9.0"), tag: "v1.0.0" },
    { files: tree("1.0.0", "1.0.0") },
    { files: tree("1.1.0", "1.0.0"), tag: "v1.1.0" },
    { files: tree("1.1.0", "1.1.0") },
    { files: tree("1.2.0", "1.1.0"), tag: "v1.2.0" },
    { files: tree("1.2.0", "1.2.0") },
  ]);
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([]);
});

test("beside packages with tags of their own, another field meets a release of the first by chance", async () => {
  const tree = (core: string, dom: string, app: string) => ({
    "packages/lumen/package.json": `{ "name": "@lumen/lumen", "version": "${core}" }\n`,
    "packages/dom/package.json": `{ "name": "@lumen/dom", "version": "${dom}" }\n`,
    "extension/manifest.json": `{ "manifest_version": 3, "name": "Lumen tools", "version": "${app}" }\n`,
  });
  const root = repositoryOf([
    { files: tree("1.2.1", "0.3.0", "1.2.0"), tag: "@lumen/lumen@1.2.1" },
    { files: tree("1.3.0", "0.4.0", "1.2.1"), tag: "@lumen/lumen@1.3.0" },
    { files: tree("1.4.0", "0.4.0", "1.2.1"), tag: "@lumen/lumen@1.4.0" },
  ]);
  for (const tag of ["@lumen/dom@0.3.0", "@lumen/dom@0.4.0"])
    execFileSync("git", ["tag", tag], { cwd: root });
  execFileSync("git", ["remote", "add", "origin", "https://github.com/acme/lumen"], { cwd: root });
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([]);
});
