import { describe, expect, test } from "vitest";
import { cargoRelease } from "../../../src/release/tools/cargo-release/cargo-release.ts";
import { upgradedRequirement } from "../../../src/release/tools/shared/rust/requirement.ts";
import { applyTool } from "./apply-plan.ts";

const crate = (name: string, more = "", version = '"1.2.3"') =>
  `[package]\nname = "${name}"\nversion = ${version} # own\n${more}`;
const apply = (files: Readonly<Record<string, string>>, target = "1.3.0") =>
  applyTool(cargoRelease, files, { target });

describe("cargo-release", () => {
  test("rewrites the version, the lockfile and what the replacements match, one after the other", async () => {
    const replacements = `[package.metadata.release]
pre-release-replacements = [
  { file = "CHANGELOG.md", search = "Unreleased", replace = "{{version}}", min = 1 },
  { file = "CHANGELOG.md", search = "ReleaseDate", replace = "{{date}}" },
  { file = "CHANGELOG.md", search = "<!-- next -->", replace = "<!-- next -->\\n## Unreleased - ReleaseDate", exactly = 1 },
  { file = "src/lib.rs", search = "(kit = )\\"[0-9.]+\\"", replace = "$1\\"{{version}}\\"" },
]\n`;
    const { written, plan, inert } = await apply({
      "Cargo.toml": crate("kit", replacements),
      "Cargo.lock":
        '[[package]]\nname = "kit"\nversion = "1.2.3"\ndependencies = [\n "serde",\n]\n\n[[package]]\nname = "serde"\nversion = "1.2.3"\nsource = "registry"\n',
      "CHANGELOG.md": "<!-- next -->\n## Unreleased - ReleaseDate\n",
      "src/lib.rs": '//! kit = "1.2.3"\n',
    });
    expect(plan.trains).toEqual([
      { name: "", current: "1.2.3", folders: [""], packages: ["kit"], tag: "v{version}" },
    ]);
    expect(inert).toEqual([]);
    expect(written["Cargo.toml"]).toContain('version = "1.3.0" # own\n');
    expect(written["CHANGELOG.md"]).toBe(
      "<!-- next -->\n## Unreleased - ReleaseDate\n## 1.3.0 - 2000-01-01\n",
    );
    expect(written["src/lib.rs"]).toBe('//! kit = "1.3.0"\n');
    expect(written["Cargo.lock"]).toMatch(/"kit"\nversion = "1\.3\.0"[\s\S]*"serde"\nversion = "1\.2\.3"/);
  });

  test("raises what members ask of each other, by paths alone", async () => {
    const { written } = await apply({
      "release.toml": "shared-version = true\n",
      "Cargo.toml":
        '[workspace]\nmembers = ["crates/*"]\n\n[workspace.dependencies]\na = { path = "crates/a", version = "1.2" }\nserde = "1.2.3"\n',
      "crates/a/Cargo.toml": crate("a"),
      "crates/b/Cargo.toml": crate(
        "b",
        '[dependencies]\na = { path = "../a", version = "=1.2.3" }\nx = "1.2.3"\n\n[target."cfg(unix)".dev-dependencies.a]\npath = "../a"\nversion = "^1.2.3"\n',
      ),
    });
    expect(written["Cargo.toml"]).toContain('a = { path = "crates/a", version = "1.3" }\nserde = "1.2.3"\n');
    expect(written["crates/b/Cargo.toml"]).toContain('version = "=1.3.0" }\nx = "1.2.3"\n');
    expect(written["crates/b/Cargo.toml"]).toContain('version = "^1.3.0"\n');
  });

  test("keeps a requirement that still fits where it is only fixed", async () => {
    const { written } = await apply({
      "Cargo.toml":
        '[workspace]\nmembers = ["a", "b"]\n[workspace.metadata.release]\ndependent-version = "fix"\nshared-version = "all"\n',
      "a/Cargo.toml": crate("a"),
      "b/Cargo.toml": crate(
        "b",
        '[dependencies]\na = { path = "../a", version = "1.2.3" }\n[dev-dependencies]\na = { path = "../a", version = "~1.2.3" }\n',
      ),
    });
    expect(written["b/Cargo.toml"]).toContain('a = { path = "../a", version = "1.2.3" }');
    expect(written["b/Cargo.toml"]).toContain('a = { path = "../a", version = "~1.3.0" }');
  });

  test("writes the version that members inherit where it stands", async () => {
    const { written, plan } = await apply({
      "Cargo.toml":
        '[workspace]\nmembers = ["a", "b"]\n[workspace.package]\nversion = "1.2.3"\n[workspace.metadata.release]\ntag-name = "rel-{{version}}"\n',
      "a/Cargo.toml": '[package]\nname = "a"\nversion.workspace = true\n',
      "b/Cargo.toml": '[package]\nname = "b"\nversion = { workspace = true }\n',
    });
    expect(plan.trains).toMatchObject([{ current: "1.2.3", packages: ["a", "b"], tag: "rel-{version}" }]);
    expect(Object.keys(written)).toEqual(["Cargo.toml"]);
    expect(written["Cargo.toml"]).toContain('version = "1.3.0"');
  });

  test("has a train for each crate with a version of its own, and none for those left out", async () => {
    const { plan, written } = await applyTool(
      cargoRelease,
      {
        "Cargo.toml": `[workspace]\nmembers = ["b", "c"]\n${crate("a")}`,
        "b/Cargo.toml": crate("b", "", '"0.4.0"'),
        "c/Cargo.toml": crate("c", "[package.metadata.release]\nrelease = false\n", '"0.1.0"'),
      },
      { target: ({ name }) => (name === "a" ? "1.3.0" : "0.5.0") },
    );
    expect(plan.trains.map(({ name, current, tag }) => [name, current, tag])).toEqual([
      ["a", "1.2.3", "v{version}"],
      ["b", "0.4.0", "b-v{version}"],
    ]);
    expect(Object.keys(written).sort()).toEqual(["Cargo.toml", "b/Cargo.toml"]);
  });

  test("carries out replacements of a prerelease only where they are meant for one", async () => {
    const { written } = await apply(
      {
        "Cargo.toml": crate("kit"),
        "release.toml":
          'pre-release-replacements = [\n{ file = "a", search = "1.2.3", replace = "{{version}}" },\n{ file = "b", search = "1.2.3", replace = "{{version}} of {{crate_name}} {{tag_name}}", prerelease = true },\n]\n',
        a: "1.2.3",
        b: "1.2.3",
      },
      "1.3.0-rc.1",
    );
    expect(written["a"]).toBeUndefined();
    expect(written["b"]).toBe("1.3.0-rc.1 of kit v1.3.0-rc.1");
  });

  test("says which replacements lead to nothing, and which fail the release", async () => {
    const { inert } = await apply({
      "Cargo.toml": crate("kit"),
      "release.toml":
        'pre-release-replacements = [\n{ file = "gone", search = "a", replace = "b" },\n{ file = "a", search = "none", replace = "b" },\n{ file = "a", search = "none", replace = "b", min = 0 },\n{ file = "a", search = "x", replace = "b", exactly = 1 },\n]\n',
      a: "x x\n",
    });
    expect(inert).toEqual([
      "release.toml:3 a matches 0 times where at least 1 are asked for, and the release fails",
      "release.toml:4 a does not hold what is searched for",
      "release.toml:5 a matches 2 times where at most 1 are asked for, and the release fails",
      "release.toml:2 gone does not exist, and the release fails",
    ]);
  });

  test("starts its hook in the folder of each crate", async () => {
    const { lines } = await apply({
      "Cargo.toml":
        '[workspace]\nmembers = ["a"]\n[workspace.metadata.release]\npre-release-hook = ["../bump.sh", "{{version}} is new"]\n',
      "a/Cargo.toml": crate("a"),
    });
    expect(lines).toEqual(["../bump.sh '1.3.0 is new'"]);
  });

  test("is recognised by a workflow that starts it, and not by crates alone", async () => {
    const workflow = "jobs:\n  a:\n    steps:\n      - run: cargo release patch --execute\n";
    const { plan } = await apply({ "Cargo.toml": crate("kit"), ".github/workflows/r.yml": workflow });
    expect(plan.config).toMatchObject({ path: ".github/workflows/r.yml", line: 4 });
    await expect(apply({ "Cargo.toml": crate("kit") })).rejects.toThrow("was not recognised");
    await expect(
      apply({ "tests/x/Cargo.toml": crate("kit"), "tests/x/release.toml": "tag = false\n" }),
    ).rejects.toThrow("was not recognised");
  });

  test.each([
    ["1.2.3", "2.0.1", "2.0.1"],
    ["1", "2.0.1", "2"],
    ["~1.2", "2.0.1", "~2.0"],
    ["=1.2.3", "2.0.0-rc.1", "=2.0.0-rc.1"],
    ["1.*", "2.0.1", "2.*"],
    ["*", "2.0.1", null],
    [">=1.2.3", "2.0.1", null],
    ["1.2.3", "1.2.3", null],
  ])("a requirement %s on %s becomes %s", (requirement, version, raised) => {
    expect(upgradedRequirement(requirement, version)).toBe(raised);
  });
});
