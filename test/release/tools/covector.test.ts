import { describe, expect, test } from "vitest";
import { covector } from "../../../src/release/tools/covector/covector.ts";
import { applyTool } from "./apply-plan.ts";

const config = (packages: object, more: object = {}) =>
  JSON.stringify({
    pkgManagers: { rust: { version: true }, javascript: { version: true } },
    packages,
    ...more,
  });
const change = (head: string) => `---\n${head}\n---\n\nA change.\n`;
const target = ({ name }: { readonly name: string }) =>
  name === "a" ? "1.3.0" : name === "b" ? "0.4.1" : "2.0.0";
const pair = {
  ".changes/config.json": config({
    a: { path: "./crates/a", manager: "rust" },
    b: { path: "./packages/b", manager: "javascript", dependencies: ["a"] },
    c: { path: "./crates/c", manager: "rust", dependencies: ["a", "b"] },
  }),
  "crates/a/Cargo.toml": '[package]\nname = "a"\nversion = "1.2.3" # own\n',
  "packages/b/package.json": '{"name":"@acme/b","version":"0.4.0","dependencies":{"a":"^1.2.3"}}',
  "crates/c/Cargo.toml":
    '[package]\nname = "c"\nversion = "1.9.9"\n\n[dependencies]\na = { path = "../a", version = "1.2" }\nx = "1.2"\n\n[target."cfg(unix)".dev-dependencies]\na = { version = "=1.2.3" }\n',
};

describe("covector", () => {
  test("releases what change files name and what depends on it, and takes the files up", async () => {
    const { plan, written } = await applyTool(
      covector,
      { ...pair, ".changes/x.md": change('a: "minor:feat"'), ".changes/readme.md": change("a: major") },
      { target },
    );
    expect(plan.trains.map(({ name, current, next, tag }) => [name, current, next, tag])).toEqual([
      ["a", "1.2.3", "1.3.0", "a-v{version}"],
      ["b", "0.4.0", undefined, "b-v{version}"],
      ["c", "1.9.9", "1.9.10", "c-v{version}"],
    ]);
    expect(written).toEqual({
      ".changes/x.md": null,
      "crates/a/Cargo.toml": '[package]\nname = "a"\nversion = "1.3.0" # own\n',
      "crates/c/Cargo.toml":
        '[package]\nname = "c"\nversion = "2.0.0"\n\n[dependencies]\na = { path = "../a", version = "1.3" }\nx = "1.2"\n\n[target."cfg(unix)".dev-dependencies]\na = { version = "=1.3.0" }\n',
    });
  });

  test("leaves packages that no change reaches", async () => {
    const { written } = await applyTool(
      covector,
      { ...pair, ".changes/x.md": change('c: "patch"') },
      { target },
    );
    expect(Object.keys(written).sort()).toEqual([".changes/x.md", "crates/c/Cargo.toml"]);
  });

  test("takes the highest of several kinds", async () => {
    const files = {
      ".changes/x.md": change("a: patch"),
      ".changes/y.md": change("a: major"),
      ".changes/z.md": change("a: minor"),
    };
    const { plan } = await applyTool(covector, { ...pair, ...files }, { target });
    expect(plan.trains.map(({ next }) => next)).toContain("2.0.0");
  });

  test("releases everything where no change waits", async () => {
    const { written } = await applyTool(covector, pair, { target });
    expect(Object.keys(written)).toHaveLength(3);
  });

  test("reads manifests elsewhere, YAML and files of a version alone", async () => {
    const { written } = await applyTool(
      covector,
      {
        ".changes/config.json": config({
          a: { manifestPath: "./deep/Cargo.toml", manager: "rust" },
          b: { path: ".", manager: "none", packageFileName: "VERSION" },
          c: { path: "app", manager: "flutter", packageFileName: "pubspec.yaml" },
        }),
        "deep/Cargo.toml": '[workspace.package]\nversion = "1.2.3"\n',
        VERSION: "0.4.0\n",
        "app/pubspec.yaml": "name: c\nversion: 1.9.9\n",
      },
      { target },
    );
    expect(written["deep/Cargo.toml"]).toBe('[workspace.package]\nversion = "1.3.0"\n');
    expect(written["app/pubspec.yaml"]).toBe("name: c\nversion: 2.0.0\n");
  });

  test("leaves requirements that a workspace fills in, and ranges", async () => {
    const dependencies = { a: "workspace:*", a2: "1.2.3" };
    const { written } = await applyTool(
      covector,
      {
        ...pair,
        "packages/b/package.json": JSON.stringify({
          name: "b",
          version: "0.4.0",
          dependencies,
          devDependencies: { a: ">=1 <2" },
        }),
      },
      { target },
    );
    expect(JSON.parse(written["packages/b/package.json"] ?? "")).toMatchObject({
      dependencies,
      devDependencies: { a: ">=1 <2" },
    });
  });

  test("starts the commands around a version", async () => {
    const { lines } = await applyTool(
      covector,
      {
        ...pair,
        ".changes/config.json": config({
          a: {
            path: "./crates/a",
            manager: "rust",
            postversion: ["node ../sync.js $" + "{ pkg.pkg } $" + "{ release.type }"],
          },
        }),
        ".changes/x.md": change("a: minor"),
      },
      { target },
    );
    expect(lines).toEqual(["node ../sync.js a minor"]);
  });

  test("is not recognised without a package that has a version", () => {
    const files = { ".changes/config.json": config({ a: { path: "./gone", manager: "rust" } }) };
    return expect(applyTool(covector, files)).rejects.toThrow("was not recognised");
  });
});
