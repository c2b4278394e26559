import { describe, expect, test } from "vitest";
import { changelogen } from "../../../src/release/tools/changelogen/changelogen.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";
import { applyTool } from "./apply-plan.ts";
import { compareWithNative } from "./compare.ts";

compareWithNative(changelogen);

const manifest = (release: string, more: object = {}) =>
  `${JSON.stringify({ name: "solo", version: "1.0.0", ...more, scripts: { release } }, null, 2)}\n`;
const plan = (files: Readonly<Record<string, string>>) => changelogen.recognise(memoryRepository(files));
const called = (release: string, more: Readonly<Record<string, string>> = {}) =>
  plan({ "package.json": manifest(release), ...more });

describe("changelogen", () => {
  test("is recognised by a call that writes a version, and by no other", () => {
    expect(called("pnpm test && pnpm changelogen --release --push && pnpm publish")).toMatchObject({
      why: 'the script "release" calls changelogen, which writes package.json',
      call: "npm run release",
      trains: [{ name: "", current: "1.0.0", packages: ["solo"], tag: "v{version}" }],
    });
    expect(called("changelogen")).toBeNull();
    expect(called("changelogen gh release v1.0.0 --release")).toBeNull();
    expect(called("changelogen --publish --prerelease")).toBeNull();
    expect(called("changelogen --canary nightly --release")).toBeNull();
    expect(plan({ "package.json": manifest("tsc", { devDependencies: { changelogen: "1" } }) })).toBeNull();
  });

  test("is recognised by a page that tells to call it", () => {
    const page = "Then:\n\n```sh\nnpx changelogen@latest --release\n```\n";
    const found = plan({ "package.json": manifest("tsc"), "RELEASING.md": page });
    expect(found).toMatchObject({
      config: { path: "RELEASING.md", line: 4 },
      call: "npx changelogen --release -r {version}",
    });
  });

  test.each([
    ["changelog.config.ts", 'export default { templates: { tagBody: "rel-{{newVersion}}" } };\n'],
    ["changelog.config.json", '{ "templates": { "tagBody": "rel-{{newVersion}}" } }\n'],
    [".config/changelog.yaml", "templates:\n  tagBody: rel-{{newVersion}}\n"],
    [".changelogrc", 'output = false\ntemplates.tagBody = "rel-{{newVersion}}"\n'],
  ])("knows the form of its tags from %s", (path, text) => {
    expect(called("changelogen --release", { [path]: text })?.trains[0]?.tag).toBe("rel-{version}");
  });

  test("knows the form of its tags from package.json, and that some calls set none", () => {
    const more = { changelog: { templates: { tagBody: "{{newVersion}}" } } };
    expect(plan({ "package.json": manifest("changelogen --release", more) })?.trains[0]?.tag).toBe(
      "{version}",
    );
    expect(called("changelogen --bump")?.trains[0]?.tag).toBeNull();
    expect(called("changelogen --release --no-tag")?.trains[0]?.tag).toBeNull();
  });

  test("does what its script does before and behind it", async () => {
    const { lines, origins } = await applyTool(changelogen, {
      "package.json": manifest("node stamp.js && changelogen --bump && git commit -am release"),
    });
    expect(lines).toEqual(["node stamp.js", "git commit -am release"]);
    expect(origins).toEqual(["package.json <- package.json:5"]);
  });

  test("releases each folder that it is called for at a version of its own", async () => {
    const { plan: made, written } = await applyTool(
      changelogen,
      {
        "package.json": manifest("tsc", { name: "root", private: true }),
        "packages/a/package.json": manifest("changelogen --release", { name: "a" }),
        "packages/b/package.json": manifest("cd ../c && changelogen --release", { name: "b" }),
        "packages/c/package.json": manifest("tsc", { name: "c", version: "0.3.0" }),
      },
      { target: ({ name }) => (name === "packages/a" ? "1.0.1" : "0.3.1") },
    );
    expect(made.trains.map(({ name, current }) => [name, current])).toEqual([
      ["packages/a", "1.0.0"],
      ["packages/c", "0.3.0"],
    ]);
    expect(written["packages/a/package.json"]).toContain('"version": "1.0.1"');
    expect(written["packages/c/package.json"]).toContain('"version": "0.3.1"');
  });
});
