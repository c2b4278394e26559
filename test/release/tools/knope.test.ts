import { describe, expect, test } from "vitest";
import { knope } from "../../../src/release/tools/knope/knope.ts";
import { applyTool } from "./apply-plan.ts";

const one = (files: string) => `[package]\nversioned_files = [\n${files}\n]\n`;
const apply = (files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(knope, files, { target });

describe("knope", () => {
  test("rewrites TOML where the version stands", async () => {
    const { written, plan } = await apply({
      "knope.toml": one('"Cargo.toml", "Cargo.lock", "pyproject.toml", "gleam.toml"'),
      "Cargo.toml": '[package]\nname = "kit"\nversion = "1.2.3" # own\n',
      "Cargo.lock":
        '[[package]]\nname = "a"\nversion = "1.2.3"\n[[package]]\nname = "kit"\nversion = "1.2.3"\n',
      "pyproject.toml": '[project]\nversion = "1.2.3"\n[tool.poetry]\nversion = "1.2.3"\n',
      "gleam.toml": 'name = "kit"\nversion = "1.2.3"\n',
    });
    expect(plan.trains).toEqual([
      { name: "", current: "1.2.3", folders: [""], packages: [], tag: "v{version}" },
    ]);
    expect(written).toEqual({
      "Cargo.toml": '[package]\nname = "kit"\nversion = "1.3.0" # own\n',
      "Cargo.lock":
        '[[package]]\nname = "a"\nversion = "1.2.3"\n[[package]]\nname = "kit"\nversion = "1.3.0"\n',
      "pyproject.toml": '[project]\nversion = "1.3.0"\n[tool.poetry]\nversion = "1.3.0"\n',
      "gleam.toml": 'name = "kit"\nversion = "1.3.0"\n',
    });
  });

  test("writes JSON again with two blanks and no end of line", async () => {
    const { written } = await apply({
      "knope.toml": one('"package.json", "package-lock.json", "tauri.conf.json"'),
      "package.json": '{\n\t"version": "1.2.3"\n}\n',
      "package-lock.json": '{"version": "1.2.3", "packages": {"": {"version": "1.2.3"}}}',
      "tauri.conf.json": '{"version": "1.2.3"}',
    });
    expect(written["package.json"]).toBe('{\n  "version": "1.3.0"\n}');
    expect(JSON.parse(written["package-lock.json"] ?? "")).toEqual({
      version: "1.3.0",
      packages: { "": { version: "1.3.0" } },
    });
    expect(written["tauri.conf.json"]).toBe('{\n  "version": "1.3.0"\n}');
  });

  test("rewrites the group of its patterns, every copy within a match", async () => {
    const { written } = await apply({
      "knope.toml": one(
        `"gleam.toml", { path = "a.md", regex = ['v(?<version>\\d+\\.\\d+\\.\\d+)', 'kit@(?P<version>[\\d.]+)'] }`,
      ),
      "gleam.toml": 'version = "1.2.3"\n',
      "a.md": "v1.2.3 1.2.3 kit@1.2.3\nv0.1.0\n",
    });
    expect(written["a.md"]).toBe("v1.3.0 1.2.3 kit@1.3.0\nv1.3.0\n");
  });

  test("raises what others require", async () => {
    const { written } = await apply({
      "knope.toml": one(
        '"a/Cargo.toml", { path = "Cargo.toml", dependency = "a" }, { path = "b/Cargo.toml", dependency = "a" }, { path = "package.json", dependency = "a" }',
      ),
      "a/Cargo.toml": '[package]\nname = "a"\nversion = "1.2.3"\n',
      "Cargo.toml": '[workspace.dependencies]\na = { path = "a", version = "1.2.3" }\n',
      "b/Cargo.toml": '[dependencies]\na = "1.2.3"\n[dev-dependencies.a]\nversion = "1.2.3"\n',
      "package.json":
        '{"dependencies": {"a": "^1.2.3", "b": "1.2.3"}, "devDependencies": {"a": "workspace:^1.2.3"}}',
    });
    expect(written["Cargo.toml"]).toContain('version = "1.3.0"');
    expect(written["b/Cargo.toml"]).toBe(
      '[dependencies]\na = "1.3.0"\n[dev-dependencies.a]\nversion = "1.3.0"\n',
    );
    expect(JSON.parse(written["package.json"] ?? "")).toEqual({
      dependencies: { a: "1.3.0", b: "1.2.3" },
      devDependencies: { a: "workspace:^1.3.0" },
    });
  });

  test("writes the version behind a module of Go, and the line of a pubspec", async () => {
    const { written } = await apply({
      "knope.toml": one('"go.mod", "pubspec.yaml"'),
      "go.mod": "module example.org/kit // v1.2.3\n\ngo 1.22\n",
      "pubspec.yaml": "name: kit\nversion: 1.2.3 # own\n",
    });
    expect(written).toEqual({
      "go.mod": "module example.org/kit // v1.3.0\n\ngo 1.22\n",
      "pubspec.yaml": "name: kit\nversion: 1.3.0\n",
    });
  });

  test("has a train for each package", async () => {
    const { plan, written } = await applyTool(
      knope,
      {
        "knope.toml":
          '[packages.a]\nversioned_files = ["a/Cargo.toml"]\n[packages.b]\nversioned_files = ["b/package.json"]\n',
        "a/Cargo.toml": '[package]\nname = "x"\nversion = "1.2.3"\n',
        "b/package.json": '{"version": "0.4.0"}',
      },
      { target: ({ name }) => (name === "a" ? "1.3.0" : "0.5.0") },
    );
    expect(plan.trains.map(({ name, current, tag, folders }) => [name, current, tag, folders])).toEqual([
      ["a", "1.2.3", "a/v{version}", ["a"]],
      ["b", "0.4.0", "b/v{version}", ["b"]],
    ]);
    expect(written["b/package.json"]).toContain("0.5.0");
  });

  test("follows the version of a workspace that crates inherit", async () => {
    const { written, plan } = await apply({
      "knope.toml": one('"Cargo.toml"'),
      "Cargo.toml":
        '[workspace.package]\nversion = "1.2.3"\n[package]\nname = "kit"\nversion.workspace = true\n',
    });
    expect(plan.trains.map(({ current }) => current)).toEqual(["1.2.3"]);
    expect(written["Cargo.toml"]).toContain('[workspace.package]\nversion = "1.3.0"\n');
  });

  test("says which files lead to nothing, and refuses a form that is not known", async () => {
    const { inert } = await apply({
      "knope.toml": one('"gone/Cargo.toml",\n{ path = "a.md", regex = "v(?<version>9)" }'),
      "a.md": "v1",
    });
    expect(inert).toEqual([
      "knope.toml:3 gone/Cargo.toml is a versioned file and does not exist",
      "knope.toml:4 a.md is a versioned file, and nothing in it is rewritten",
    ]);
    await expect(apply({ "knope.toml": one('"a.cfg"'), "a.cfg": "" })).rejects.toThrow("a.cfg is not known");
  });

  test("is not recognised without a package", () => {
    return expect(apply({ "knope.toml": "[github]\nowner = 'a'\n" })).rejects.toThrow("was not recognised");
  });
});
