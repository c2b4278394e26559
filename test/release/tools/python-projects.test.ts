import { describe, expect, it } from "vitest";
import {
  hatchVersion,
  pdmBump,
  poetryVersion,
  uvVersion,
} from "../../../src/release/tools/python-projects/python-projects.ts";
import type { ReleaseTool } from "../../../src/release/tools/release-tool.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";
import { applyTool } from "./apply-plan.ts";

const project = '[project]\nname = "solo"\nversion = "1.2.0"\n';
const dynamic = '[project]\nname = "solo"\ndynamic = ["version"]\n';
const recipe = (line: string) => ({ Makefile: `bump:\n\t${line}\n` });

function recognised(tool: ReleaseTool, files: Readonly<Record<string, string>>): boolean {
  return tool.recognise(memoryRepository(files)) !== null;
}

describe("poetry version", () => {
  it("writes the version of poetry's own table", async () => {
    const { written, plan } = await applyTool(poetryVersion, {
      "pyproject.toml": '[tool.poetry]\nname = "solo"\nversion = "1.2.0" # now\n',
      ...recipe("poetry version patch"),
    });
    expect(written).toEqual({
      "pyproject.toml": '[tool.poetry]\nname = "solo"\nversion = "9.8.7" # now\n',
    });
    expect(plan.why).toBe("Makefile starts poetry version, which writes pyproject.toml");
    expect(plan.trains[0]).toMatchObject({ current: "1.2.0", packages: ["solo"] });
  });

  it("writes the version of the project where it stands there", async () => {
    const { written } = await applyTool(poetryVersion, {
      "pyproject.toml": project,
      ...recipe('poetry version "$NEW"'),
    });
    expect(written).toEqual({ "pyproject.toml": project.replace("1.2.0", "9.8.7") });
  });

  it("is not recognised where the version is only printed", () => {
    const files = { "pyproject.toml": project };
    expect(recognised(poetryVersion, { ...files, ...recipe("git tag $(poetry version -s)") })).toBe(false);
    expect(recognised(poetryVersion, { ...files, ...recipe("poetry version | cut -d' ' -f2") })).toBe(false);
  });
});

describe("hatch version", () => {
  const configured = (more = "") =>
    `${dynamic}\n[tool.hatch.version]\npath = "src/solo/__about__.py"\n${more}`;

  it("writes the file of its table, which is enough to show it", async () => {
    const { written } = await applyTool(hatchVersion, {
      "pyproject.toml": configured(),
      "src/solo/__about__.py": "# 1.2.0\n__version__ = 'v1.2.0'\nother = '1.2.0'\n",
    });
    expect(written).toEqual({
      "src/solo/__about__.py": "# 1.2.0\n__version__ = 'v9.8.7'\nother = '1.2.0'\n",
    });
  });

  it("finds it by the pattern of the table", async () => {
    const { written } = await applyTool(hatchVersion, {
      "pyproject.toml": configured("pattern = \"BUILD = 'b(?P<version>[^']+)'\"\n"),
      "src/solo/__about__.py": "VERSION = '3.0.0'\nBUILD = 'b1.2.0'\n",
    });
    expect(written).toEqual({ "src/solo/__about__.py": "VERSION = '3.0.0'\nBUILD = 'b9.8.7'\n" });
  });

  it("writes the version of the project where a line starts it", async () => {
    const { written } = await applyTool(hatchVersion, {
      "pyproject.toml": project,
      ...recipe("hatch version minor,rc"),
    });
    expect(written).toEqual({ "pyproject.toml": project.replace("1.2.0", "9.8.7") });
  });

  it.each([
    ["a tag", '[tool.hatch.version]\nsource = "vcs"\n'],
    ["code that is loaded", '[tool.hatch.version]\nsource = "code"\npath = "src/solo/__about__.py"\n'],
  ])("is not recognised where the version is that of %s", (_, table) => {
    const files = {
      "pyproject.toml": `${dynamic}\n${table}`,
      "src/solo/__about__.py": '__version__ = "1.2.0"\n',
    };
    expect(recognised(hatchVersion, files)).toBe(false);
  });
});

describe("uv version", () => {
  it("writes the project and its row of the lockfile", async () => {
    const lock = (version: string) =>
      `version = 1\n\n[[package]]\nname = "other"\nversion = "1.2.0"\n\n[[package]]\nname = "solo"\nversion = "${version}"\nsource = { editable = "." }\n`;
    const { written } = await applyTool(uvVersion, {
      "pyproject.toml": project,
      "uv.lock": lock("1.2.0"),
      ...recipe("uv version --bump patch"),
    });
    expect(written).toEqual({
      "pyproject.toml": project.replace("1.2.0", "9.8.7"),
      "uv.lock": lock("9.8.7"),
    });
  });

  it("is not recognised where the version is dynamic", () => {
    expect(recognised(uvVersion, { "pyproject.toml": dynamic, ...recipe("uv version 1.3.0") })).toBe(false);
  });
});

describe("pdm bump", () => {
  it("writes the file of its table", async () => {
    const { written } = await applyTool(pdmBump, {
      "pyproject.toml": `${dynamic}\n[tool.pdm.version]\nsource = "file"\npath = "solo/__init__.py"\n\n[tool.pdm.scripts]\nrelease = "pdm bump minor"\n`,
      "solo/__init__.py": '__version__ = "1.2.0"  # now\n',
    });
    expect(written).toEqual({ "solo/__init__.py": '__version__ = "9.8.7"  # now\n' });
  });

  it("is not recognised where nothing starts it", () => {
    expect(recognised(pdmBump, { "pyproject.toml": project })).toBe(false);
  });
});
