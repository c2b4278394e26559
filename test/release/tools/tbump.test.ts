import { describe, expect, test } from "vitest";
import { tbump } from "../../../src/release/tools/tbump.ts";
import { applyTool } from "./apply-plan.ts";

const head = `[version]
current = "1.2.3"
regex = '''
  (?P<major>\\d+)\\.(?P<minor>\\d+)  # two numbers
  \\.(?P<patch>\\d+)
  (-(?P<channel>[a-z]+))?
'''
[git]
message_template = "v{new_version}"
tag_template = "rel-{new_version}"
`;
const file = (lines: string) => `[[file]]\n${lines}\n`;
const apply = (toml: string, files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(tbump, { "tbump.toml": head + toml, ...files }, { target });

describe("tbump", () => {
  test("rewrites its own line, and every line with the version", async () => {
    const { written, plan } = await apply(file('src = "a"'), { a: "1.2.3 and 1.2.3\n1.2.30\nother\n" });
    expect(plan.trains).toMatchObject([{ current: "1.2.3", tag: "rel-{version}" }]);
    expect(written["a"]).toBe("1.3.0 and 1.3.0\n1.3.00\nother\n");
    expect(written["tbump.toml"]).toContain('current = "1.3.0"\n');
  });

  test("rewrites only the lines that are searched for", async () => {
    const { written } = await apply(file('search = \'^version = "{current_version}"\'\nsrc = "a"'), {
      a: 'version = "1.2.3"\n version = "1.2.3"\n',
    });
    expect(written["a"]).toBe('version = "1.3.0"\n version = "1.2.3"\n');
  });

  test("a dot of the version is a dot", async () => {
    const { inert } = await apply(file('search = "v{current_version}"\nsrc = "a"'), { a: "v1x2x3 1.2.3\n" });
    expect(inert).toEqual([
      expect.stringContaining("a does not hold 1.2.3 where it is searched for, and the bump fails"),
    ]);
  });

  test("fills templates with the parts of the version", async () => {
    const { written } = await apply(file('src = "a"\nversion_template = "{major}.{minor}"'), {
      a: "API 1.2\n",
    });
    expect(written["a"]).toBe("API 1.3\n");
  });

  test("passes a template over that gives the same before and after", async () => {
    const { inert, written } = await apply(file('src = "a"\nversion_template = "{major}"'), { a: "API 1\n" });
    expect(inert).toEqual([expect.stringContaining("a holds a part of the version that does not change")]);
    expect(written["a"]).toBeUndefined();
  });

  test("takes the default of a field that is not there", async () => {
    const field = '[[field]]\nname = "channel"\ndefault = "stable"\n';
    const { written } = await apply(
      file('src = "a"\nversion_template = "{channel}"') + field,
      { a: "stable\n" },
      "1.3.0-beta",
    );
    expect(written["a"]).toBe("beta\n");
  });

  test("follows globs", async () => {
    const { written } = await apply(file('src = "docs/**/*.md"'), {
      "docs/a.md": "1.2.3",
      "docs/b/c.md": "1.2.3",
    });
    expect(Object.keys(written).sort()).toEqual(["docs/a.md", "docs/b/c.md", "tbump.toml"]);
  });

  test("keeps the ends of lines as they are", async () => {
    const { written } = await apply(file('src = "a"'), { a: "1.2.3\r\nx\r\n" });
    expect(written["a"]).toBe("1.3.0\r\nx\r\n");
  });

  test("starts its hooks before the commit and none after the push", async () => {
    const hook = (kind: string, cmd: string) => `[[${kind}]]\nname = "n"\ncmd = "${cmd}"\n`;
    const { lines } = await apply(
      file('src = "a"') +
        hook("before_commit", "make x V={new_version} W={current_version}") +
        hook("after_push", "publish"),
      { a: "1.2.3" },
    );
    expect(lines).toEqual(["make x V=1.3.0 W=1.2.3"]);
  });

  test("reads the table of pyproject.toml where it has no file of its own", async () => {
    const toml = head.replace("[version]", "[tool.tbump.version]").replace("[git]", "[tool.tbump.git]");
    const { written, plan } = await applyTool(tbump, {
      "pyproject.toml": `${toml}[[tool.tbump.file]]\nsrc = "a"\n`,
      a: "1.2.3",
    });
    expect(plan.config).toMatchObject({ path: "pyproject.toml", line: 2 });
    expect(Object.keys(written).sort()).toEqual(["a", "pyproject.toml"]);
  });

  test("says which files are gone, and refuses what it cannot fill", async () => {
    expect((await apply(file('src = "gone"'), {})).inert).toEqual([
      expect.stringContaining("gone does not exist, and the bump fails"),
    ]);
    await expect(apply(file('src = "a"\nversion_template = "{build}"'), { a: "" })).rejects.toThrow(
      "{build}",
    );
  });
});
