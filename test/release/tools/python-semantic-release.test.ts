import { describe, expect, test } from "vitest";
import { pythonSemanticRelease } from "../../../src/release/tools/python-semantic-release.ts";
import { applyTool } from "./apply-plan.ts";

const apply = (files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(pythonSemanticRelease, files, { target });
const table = (lines: string) => `[tool.semantic_release]\n${lines}\n`;

describe("python-semantic-release", () => {
  test("stamps the variables of files, in all their spellings", async () => {
    const { written, plan } = await apply({
      "pyproject.toml": table(
        'version_variables = ["a.py:__version__", "b.h:KIT_VERSION", "c.json:version"]',
      ),
      "a.py": "__version__ = '1.2.3'\nmy__version__ = '1.2.3'\n__version__: str = '1.2.3'\n",
      "b.h": "#define KIT_VERSION 1.2.3-rc.1\n",
      "c.json": '{"version": "1.2.3", "api-version": "1.2.3"}',
    });
    expect(plan.trains).toMatchObject([{ current: "1.2.3", tag: "v{version}" }]);
    expect(written).toEqual({
      "a.py": "__version__ = '1.3.0'\nmy__version__ = '1.2.3'\n__version__: str = '1.2.3'\n",
      "b.h": "#define KIT_VERSION 1.3.0\n",
      "c.json": '{"version": "1.3.0", "api-version": "1.2.3"}',
    });
  });

  test("stamps the tag where it is asked for", async () => {
    const { written } = await apply({
      "pyproject.toml": table(
        'tag_format = "rel-{version}"\nversion_variables = ["a.yml:ref:tf", "b.yml:ref:nf"]',
      ),
      "a.yml": "ref: rel-1.2.3\n",
      "b.yml": "ref: 1.2.3\n",
    });
    expect(written).toEqual({ "a.yml": "ref: rel-1.3.0\n", "b.yml": "ref: 1.3.0\n" });
  });

  test("stamps values of TOML", async () => {
    const { written } = await apply({
      "pyproject.toml": `[project]\nversion = "1.2.3" # own\n${table('version_toml = ["pyproject.toml:project.version"]')}`,
    });
    expect(written["pyproject.toml"]).toContain('version = "1.3.0" # own\n');
  });

  test("reads the words of its older versions", async () => {
    const { written } = await apply({
      "setup.cfg":
        "[semantic_release]\nversion_variable = a.py:__version__,b.py:v\nversion_pattern = c.txt:kit v{version}\n",
      "a.py": '__version__ = "1.2.3"\n',
      "b.py": 'v = "1.2.3"\n',
      "c.txt": "kit v1.2.3, other v1.2.3\n",
    });
    expect(written).toEqual({
      "a.py": '__version__ = "1.3.0"\n',
      "b.py": 'v = "1.3.0"\n',
      "c.txt": "kit v1.3.0, other v1.2.3\n",
    });
  });

  test("replaces a whole file", async () => {
    const { written } = await apply({
      "pyproject.toml": table('version_variables = ["VERSION:*"]'),
      VERSION: "1.2.3\n",
    });
    expect(written).toEqual({ VERSION: "1.3.0\n" });
  });

  test("reads releaserc files", async () => {
    const toml = await apply({
      "releaserc.toml": '[semantic_release]\nversion_variables = ["a:v"]\n',
      a: "v=1.2.3",
    });
    const json = await apply({
      "releaserc.json": '{"semantic_release": {"version_variables": ["a:v"]}}',
      a: "v=1.2.3",
    });
    expect([toml.written, json.written]).toEqual([{ a: "v=1.3.0" }, { a: "v=1.3.0" }]);
  });

  test("hands its build command to a shell", async () => {
    const { lines } = await apply({ "pyproject.toml": table('build_command = "uv lock && uv build"') });
    expect(lines).toEqual(["uv lock && uv build"]);
  });

  test("says which places lead to nothing", async () => {
    const { inert } = await apply({
      "pyproject.toml": table(
        'version_variables = ["gone.py:v", "a.py:w"]\nversion_toml = ["pyproject.toml:project.version"]',
      ),
      "a.py": "v = 1.2.3",
    });
    expect(inert).toEqual([
      "pyproject.toml:2 gone.py is named in version_variables and does not exist",
      "pyproject.toml:2 a.py holds no version at w",
      "pyproject.toml:3 pyproject.toml holds no version at project.version",
    ]);
  });

  test("is not recognised where it stamps nothing", async () => {
    await expect(apply({ "pyproject.toml": table('branch = "main"') })).rejects.toThrow("was not recognised");
    await expect(apply({ "pyproject.toml": "[project]\n" })).rejects.toThrow("was not recognised");
  });
});
