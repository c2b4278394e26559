import { describe, expect, test } from "vitest";
import { commitizen } from "../../../src/release/tools/commitizen/commitizen.ts";
import { applyTool } from "./apply-plan.ts";

const table = (lines: string) => `[tool.commitizen]\nname = "cz_conventional_commits"\n${lines}\n`;
const apply = (files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(commitizen, files, { target });

describe("commitizen", () => {
  test("rewrites the lines with the version, and its own one", async () => {
    const { written, plan } = await apply({
      "pyproject.toml": table(
        'version = "1.2.3" # cz\ntag_format = "v$version"\nversion_files = ["a.py", "b.md:^kit"]',
      ),
      "a.py": '__version__ = "1.2.3"\nother = "1.2.4"\n',
      "b.md": "kit 1.2.3\nother 1.2.3\n",
    });
    expect(plan.trains).toMatchObject([{ current: "1.2.3", tag: "v{version}" }]);
    expect(written).toMatchObject({
      "a.py": '__version__ = "1.3.0"\nother = "1.2.4"\n',
      "b.md": "kit 1.3.0\nother 1.2.3\n",
    });
    expect(written["pyproject.toml"]).toContain('version = "1.3.0" # cz\n');
  });

  test("reads its own files before pyproject.toml", async () => {
    const { plan } = await apply({
      ".cz.toml": table('version = "1.2.3"'),
      "pyproject.toml": table('version = "0.1.0"'),
    });
    expect(plan.config).toMatchObject({ path: ".cz.toml", line: 3 });
  });

  test("writes JSON again as Python does", async () => {
    const { written } = await apply({
      ".cz.json": '{"commitizen": {"version": "1.2.3", "name": "ü", "list": []}}',
    });
    expect(written[".cz.json"]).toBe(
      '{\n  "commitizen": {\n    "version": "1.3.0",\n    "name": "\\u00fc",\n    "list": []\n  }\n}',
    );
  });

  test("rewrites one line of YAML", async () => {
    const { written } = await apply({ ".cz.yaml": "commitizen:\n  name: x\n  version: 1.2.3\n" });
    expect(written[".cz.yaml"]).toBe("commitizen:\n  name: x\n  version: 1.3.0\n");
  });

  test.each([
    [
      "pep621",
      { "pyproject.toml": '[project]\nversion = "1.2.3"\n' },
      { "pyproject.toml": '[project]\nversion = "1.3.0"\n' },
    ],
    [
      "poetry",
      { "pyproject.toml": '[tool.poetry]\nversion = "1.2.3"\n' },
      { "pyproject.toml": '[tool.poetry]\nversion = "1.3.0"\n' },
    ],
    [
      "uv",
      {
        "pyproject.toml": '[project]\nname = "My_Kit"\nversion = "1.2.3"\n',
        "uv.lock":
          '[[package]]\nname = "a"\nversion = "1.2.3"\n\n[[package]]\nname = "my-kit"\nversion = "1.2.3"\n',
      },
      {
        "uv.lock":
          '[[package]]\nname = "a"\nversion = "1.2.3"\n\n[[package]]\nname = "my-kit"\nversion = "1.3.0"\n',
      },
    ],
    [
      "cargo",
      {
        "pyproject.toml": "",
        "Cargo.toml": '[workspace]\nmembers = ["a", "b"]\n[workspace.package]\nversion = "1.2.3"\n',
        "a/Cargo.toml": '[package]\nname = "a"\nversion.workspace = true\n',
        "b/Cargo.toml": '[package]\nname = "b"\nversion = "1.2.3"\n',
        "Cargo.lock":
          '[[package]]\nname = "a"\nversion = "1.2.3"\n[[package]]\nname = "b"\nversion = "1.2.3"\n',
      },
      {
        "Cargo.toml": '[workspace]\nmembers = ["a", "b"]\n[workspace.package]\nversion = "1.3.0"\n',
        "Cargo.lock":
          '[[package]]\nname = "a"\nversion = "1.3.0"\n[[package]]\nname = "b"\nversion = "1.2.3"\n',
      },
    ],
    [
      "npm",
      {
        "pyproject.toml": "",
        "package.json": '{"version": "1.2.3"}',
        "package-lock.json": '{"version": "1.2.3", "packages": {"": {"version": "1.2.3"}}}',
      },
      {
        "package.json": '{\n  "version": "1.3.0"\n}\n',
        "package-lock.json":
          '{\n  "version": "1.3.0",\n  "packages": {\n    "": {\n      "version": "1.3.0"\n    }\n  }\n}\n',
      },
    ],
    [
      "composer",
      { "pyproject.toml": "", "composer.json": '{"version":"1.2.3"}' },
      { "composer.json": '{\n    "version": "1.3.0"\n}\n' },
    ],
  ])("keeps the version by the provider %s", async (provider, files, expected) => {
    const all = {
      ...files,
      "pyproject.toml": `${files["pyproject.toml"]}${table(`version_provider = "${provider}"`)}`,
    };
    const { written } = await apply(all as unknown as Record<string, string>);
    for (const [path, text] of Object.entries(expected)) expect(written[path]).toContain(text);
  });

  test("starts its hooks with the versions in the environment", async () => {
    const { lines } = await apply({
      ".cz.toml": table('version = "1.2.3"\npre_bump_hooks = ["make a"]\npost_bump_hooks = ["make b"]'),
    });
    expect(lines).toEqual(["make a", "make b"]);
  });

  test.each([
    ["v$major.$minor.$patch$prerelease", "v{version}"],
    ["kit-$" + "{version}", "kit-{version}"],
    ["$version", "{version}"],
  ])("knows the tag of the format %s", async (format, tag) => {
    const { plan } = await apply({ ".cz.toml": table(`version = "1.2.3"\ntag_format = "${format}"`) });
    expect(plan.trains.map((train) => train.tag)).toEqual([tag]);
  });

  test("says which entries lead to nothing", async () => {
    const { inert } = await apply({
      ".cz.toml": table('version = "1.2.3"\nversion_files = [\n"gone.py",\n"a.py:nothing",\n"docs/*.md",\n]'),
      "a.py": "1.2.3\n",
      "docs/a.md": "1.2.2\n",
    });
    expect(inert).toEqual([
      ".cz.toml:5 gone.py is named in version_files and does not exist",
      ".cz.toml:6 a.py does not hold 1.2.3 where it is searched for",
      ".cz.toml:7 docs/a.md does not hold 1.2.3 where it is searched for",
    ]);
  });

  test("is not recognised where it only checks commit messages", () => {
    return expect(apply({ "pyproject.toml": table("") })).rejects.toThrow("was not recognised");
  });
});
