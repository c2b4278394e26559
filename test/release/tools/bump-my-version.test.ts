import { describe, expect, test } from "vitest";
import { bumpMyVersion } from "../../../src/release/tools/bump-my-version/bump-my-version.ts";
import { applyTool } from "./apply-plan.ts";

const toml = (options: string, files = "") =>
  `[tool.bumpversion]\ncurrent_version = "1.2.3"\n${options}\n${files}`;
const apply = (files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(bumpMyVersion, files, { target });

describe("bump-my-version", () => {
  test("rewrites its files, its own line and the version of the project", async () => {
    const { written, plan } = await apply({
      "pyproject.toml": `[project]\nversion = '1.2.3'\n${toml('tag = true\ntag_name = "rel-{new_version}"', '[[tool.bumpversion.files]]\nfilename = "src/a.py"\n')}`,
      "src/a.py": 'a = "1.2.3"\nb = "1.2.3"\n',
    });
    expect(plan.trains).toEqual([
      { name: "", current: "1.2.3", folders: [""], packages: [], tag: "rel-{version}" },
    ]);
    expect(written["src/a.py"]).toBe('a = "1.3.0"\nb = "1.3.0"\n');
    expect(written["pyproject.toml"]).toMatch(
      /^\[project\]\nversion = "1\.3\.0"\n\[tool\.bumpversion\]\ncurrent_version = "1\.3\.0"\n/,
    );
  });

  test("searches and replaces by the words of an entry, several of one file together", async () => {
    const entry = (search: string, replace: string, more = "") =>
      `[[tool.bumpversion.files]]\nfilename = "a.txt"\nsearch = ${JSON.stringify(search)}\nreplace = ${JSON.stringify(replace)}\n${more}`;
    const { written } = await apply({
      ".bumpversion.toml": toml(
        "",
        entry("v{current_version} {{x}}", "v{new_version} {{x}}") +
          entry("date: \\d{{4}}-(\\d{{2}})", "date: {now:%Y}-\\1", "regex = true\n") +
          entry("\nminor: {current_minor}", "\nminor: {new_minor}"),
      ),
      "a.txt": "1.2.3 v1.2.3 {x}\ndate: 2024-07\nminor: 2\n",
    });
    expect(written["a.txt"]).toBe("1.2.3 v1.3.0 {x}\ndate: 2000-07\nminor: 3\n");
  });

  test("puts a version together with the shortest format that leaves nothing out", async () => {
    const parse =
      'parse = """(?x)(?P<major>\\\\d+)\\\\.(?P<minor>\\\\d+) # the rest\n\\\\.(?P<patch>\\\\d+)(-(?P<pre_l>[a-z]+)\\\\.(?P<pre_n>\\\\d+))?"""';
    const serialize = 'serialize = ["{major}.{minor}.{patch}-{pre_l}.{pre_n}", "{major}.{minor}.{patch}"]';
    const parts = '[tool.bumpversion.parts.pre_l]\noptional_value = "final"\nvalues = ["beta", "final"]\n';
    const files = {
      ".bumpversion.toml": toml(
        `${parse}\n${serialize}`,
        `[[tool.bumpversion.files]]\nfilename = "a.txt"\n[[tool.bumpversion.files]]\nfilename = "b.txt"\nserialize = ["{major}.{minor}"]\n${parts}`,
      ),
      "a.txt": "1.2.3\n",
      "b.txt": "API 1.2\n",
    };
    expect((await apply(files, "1.3.0-beta.2")).written).toMatchObject({
      "a.txt": "1.3.0-beta.2\n",
      "b.txt": "API 1.3\n",
    });
    expect((await apply(files, "1.3.0")).written["a.txt"]).toBe("1.3.0\n");
  });

  test("reads the older format, with its globs, parts and lists in lines", async () => {
    const { written, plan } = await apply(
      {
        "setup.cfg":
          "[metadata]\nname = x\n\n[bumpversion]\ncurrent_version = 1.2.3\nparse = (?P<major>\\d+)\\.(?P<minor>\\d+)\\.(?P<patch>\\d+)(rc(?P<rc>\\d+))?\nserialize =\n\t{major}.{minor}.{patch}rc{rc}\n\t{major}.{minor}.{patch}\n\n[bumpversion:file:a.txt]\nsearch = version = {current_version}\nreplace = version = {new_version}\n\n[bumpversion:file(second):a.txt]\nsearch = tag {current_version}\n\tline\nreplace = tag {new_version}\n\tline\n\n[bumpversion:glob:docs/*.md]\n",
        "a.txt": "version = 1.2.3\ntag 1.2.3\nline\n1.2.3\n",
        "docs/a.md": "1.2.3",
      },
      "1.2.4rc1",
    );
    expect(plan.config).toMatchObject({ path: "setup.cfg", line: 5 });
    expect(written).toMatchObject({
      "a.txt": "version = 1.2.4rc1\ntag 1.2.4rc1\nline\n1.2.3\n",
      "docs/a.md": "1.2.4rc1",
    });
    expect(written["setup.cfg"]).toContain("current_version = 1.2.4rc1\n");
  });

  test("hands its hooks to a shell, with the versions in the environment", async () => {
    const { lines } = await apply({
      ".bumpversion.toml": toml(
        'setup_hooks = ["echo a"]\npre_commit_hooks = ["uv lock", "git add uv.lock"]\npost_commit_hooks = ["echo c"]',
      ),
    });
    expect(lines).toEqual(["echo a", "uv lock", "git add uv.lock", "echo c"]);
  });

  test("leaves out the files that are not meant for this part", async () => {
    const file = (name: string, more: string) =>
      `[[tool.bumpversion.files]]\nfilename = "${name}"\n${more}\n`;
    const files = {
      ".bumpversion.toml": toml(
        "",
        file("a", 'include_bumps = ["major"]') + file("b", 'exclude_bumps = ["minor"]') + file("c", ""),
      ),
      a: "1.2.3",
      b: "1.2.3",
      c: "1.2.3",
    };
    expect((await apply(files, "1.3.0")).written).toMatchObject({ c: "1.3.0" });
    expect((await apply(files, "1.3.0")).written).not.toHaveProperty("a");
    expect((await apply(files, "2.0.0")).written).toMatchObject({ a: "2.0.0", b: "2.0.0", c: "2.0.0" });
  });

  test("takes the current version from the project or from tags", async () => {
    const bare = "[tool.bumpversion]\nallow_dirty = true\n[[tool.bumpversion.files]]\nfilename = 'a'\n";
    const { written, plan } = await apply({
      "pyproject.toml": `[project]\nversion = "1.2.3"\n${bare}`,
      a: "1.2.3",
    });
    expect(plan.trains.map(({ current }) => current)).toEqual(["1.2.3"]);
    expect(written).toMatchObject({ a: "1.3.0" });
  });

  test("is one train for each folder with a configuration", async () => {
    const { written, plan } = await applyTool(
      bumpMyVersion,
      {
        ".bumpversion.toml": toml("", "[[tool.bumpversion.files]]\nfilename = 'a'\n"),
        "python/.bumpversion.cfg": "[bumpversion]\ncurrent_version = 0.4.0\n[bumpversion:file:a]\n",
        "tests/.bumpversion.cfg": "[bumpversion]\ncurrent_version = 0.1.0\n",
        a: "1.2.3",
        "python/a": "0.4.0",
      },
      { target: ({ name }) => (name === "" ? "1.3.0" : "0.5.0") },
    );
    expect(plan.trains.map(({ name, current }) => `${name} ${current}`)).toEqual([" 1.2.3", "python 0.4.0"]);
    expect(written).toMatchObject({ a: "1.3.0", "python/a": "0.5.0" });
  });

  test("says which entries lead to nothing, and where the bump would fail", async () => {
    const file = (line: string) => `[[tool.bumpversion.files]]\n${line}\n`;
    const { inert } = await apply({
      ".bumpversion.toml": toml(
        "",
        file('filename = "gone"') +
          file('filename = "gone2"\nignore_missing_file = true') +
          file('filename = "other"') +
          file('filename = "other"\nignore_missing_version = true') +
          file('glob = "no/*.x"'),
      ),
      other: "1.2.4\n",
    });
    expect(inert).toEqual([
      ".bumpversion.toml:5 gone does not exist, and the bump fails",
      ".bumpversion.toml:7 gone2 does not exist",
      ".bumpversion.toml:10 other does not hold what is searched for, and the bump fails",
      ".bumpversion.toml:12 other does not hold what is searched for",
      ".bumpversion.toml:15 no/*.x matches no file",
    ]);
  });

  test("refuses a field that nothing fills, and a pattern that takes for ever", async () => {
    const entry = (text: string) => ({
      ".bumpversion.toml": toml("", `[[tool.bumpversion.files]]\nfilename = "a"\n${text}\n`),
      a: `${"a".repeat(60)}!`,
    });
    await expect(apply(entry('replace = "{nobody}"'))).rejects.toThrow("nothing says what {nobody} is");
    await expect(apply(entry('search = "^(\\\\w+\\\\s?)*$"\nregex = true'))).rejects.toThrow(
      "takes too long",
    );
  });

  test("is not recognised by a file that only speaks of it", () => {
    expect(bumpMyVersion.recognise).toBeTypeOf("function");
    return expect(apply({ "pyproject.toml": "[project]\nversion = '1.2.3'\n" })).rejects.toThrow(
      "was not recognised",
    );
  });
});
