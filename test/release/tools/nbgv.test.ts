import { describe, expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { countedVersion } from "../../../src/release/tools/nbgv/counted-version.ts";
import { nbgv } from "../../../src/release/tools/nbgv/nbgv.ts";
import { versionFile } from "../../../src/release/tools/nbgv/version-file.ts";
import { releasedRepository } from "../../audit/told.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";
import { committing } from "../../repository/files/git-environment.ts";

const schema = "https://example.org/Nerdbank.GitVersioning/version.schema.json";
const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const line = (version: string, more: object = {}) => ({
  "version.json": json({ $schema: schema, version, ...more }),
});
const held = (files: Readonly<Record<string, string>>) => {
  const file = versionFile(memoryRepository(files));
  return file === null ? null : [file.config.path, file.version, file.tag];
};

describe("version.json", () => {
  test("is known by its schema, by keys of its own, and by projects that ask for the package", () => {
    expect(held(line("1.2-beta"))).toEqual(["version.json", "1.2-beta", "v{version}"]);
    const keyed = { version: "1.2", publicReleaseRefSpec: ["^refs/heads/main$"] };
    expect(held({ "version.json": json(keyed) })).toEqual(["version.json", "1.2", "v{version}"]);
    const plain = { "version.json": json({ version: "1.2" }) };
    const props = '<GlobalPackageReference Include="Nerdbank.GitVersioning" Version="3.9.50" />\n';
    expect(held({ ...plain, "Directory.Packages.props": props })).not.toBeNull();
    expect(held({ ...plain, ".config/dotnet-tools.json": '{ "tools": { "nbgv": {} } }\n' })).not.toBeNull();
  });

  test("is not known by its name, nor where it holds what is no line", () => {
    expect(held({ "version.json": json({ version: "1.2" }) })).toBeNull();
    expect(held(line("latest"))).toBeNull();
    expect(held({ "version.json": "{ broken" })).toBeNull();
  });

  test("is the one nearest to the root that has a version of its own", () => {
    expect(
      held({
        "src/version.json": json({ $schema: schema, version: "2.0" }),
        "src/deep/version.json": json({ $schema: schema, version: "3.0" }),
        "lib/version.json": json({ $schema: schema, inherit: true, version: "4.0" }),
        "version.json": json({ $schema: schema, inherit: true, prerelease: "beta" }),
      }),
    ).toEqual(["src/version.json", "2.0", "v{version}"]);
  });

  test("names the form of the tags", () => {
    expect(held(line("1.2", { release: { tagName: "rel-{version}" } }))?.at(-1)).toBe("rel-{version}");
  });
});

test.each([
  ["1.2", "1.2.30", "1.2.31"],
  ["1.2-beta", "1.2.30-beta", "1.2.31-beta"],
  ["1.3-alpha", "1.2.30", "1.3.1-alpha"],
  ["1.3", "1.3.30-beta", "1.3.31"],
  ["1.2", "1.3.4", null],
  ["1.2.3", "1.2.3", null],
  ["1.2.4", "1.2.3", "1.2.4"],
  ["1.2.3-beta.{height}", "1.2.3-beta.7", null],
  ["1.3-beta.{height}", "1.2.3", "1.3.0-beta.1"],
])("the line %s counts from %s to %s", (version, current, next) => {
  expect(countedVersion(current, memoryRepository(line(version)))).toBe(next);
});

describe("a release by Nerdbank.GitVersioning", () => {
  const understood = async (root: string) => {
    const { release, findings, notes } = await audit({ root, environment: committing });
    const { current, target, how } = release;
    return { current, target, how, findings, notes };
  };

  test("is a tag on the newest build of the line, and writes nothing", async () => {
    const source = { "src/fennel.cs": "class Fennel {}\n" };
    const root = releasedRepository(
      { tag: "v1.1.40", files: { ...line("1.1"), ...source } },
      { tag: "v1.2.7-beta", files: { ...line("1.2-beta"), "src/fennel.cs": "class Fennel { int a; }\n" } },
      { tag: "v1.2.12-beta", files: { "src/fennel.cs": "class Fennel { int a; int b; }\n" } },
    );
    expect(await understood(root)).toEqual({
      current: "1.2.12-beta",
      target: "1.2.13-beta",
      how: "a tag alone, named after what Nerdbank.GitVersioning (version.json) counts",
      findings: [],
      notes: [],
    });
  });

  test("arrives at the line of the tree where that is a later one", async () => {
    const root = releasedRepository(
      { tag: "v1.1.38", files: { ...line("1.1"), "a.cs": "class A {}\n" } },
      { tag: "v1.1.40", files: { "a.cs": "class A { int a; }\n" } },
      { tag: "work", files: line("1.2-alpha") },
    );
    expect(await understood(root)).toMatchObject({ current: "1.1.40", target: "1.2.1-alpha", findings: [] });
  });

  test("says what it read, and has no version of a line of which nothing is tagged", () => {
    expect(nbgv.recognise(memoryRepository(line("1.2")))).toMatchObject({
      config: { path: "version.json", line: 3 },
      why: "version.json holds the line 1.2 of Nerdbank.GitVersioning, which counts commits and writes nothing",
      trains: [{ current: null, tag: "v{version}" }],
    });
    expect(nbgv.recognise(memoryRepository({ "version.json": json({ version: "1.2" }) }))).toBeNull();
  });
});
