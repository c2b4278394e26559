import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { releasePlease } from "../../../src/release/tools/release-please/release-please.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";
import { applyTool } from "./apply-plan.ts";
import { shownFiles, textsOf } from "./release-please-files.ts";
import { releasedAs, releasePleaseReleases } from "./release-please-situations.ts";

const recorded = new Map(
  readFileSync(join(import.meta.dirname, "__transcripts__/release-please.txt"), "utf8")
    .split(/^=== /m)
    .map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n") + 1)]),
);

describe("our reading equals what release-please 17.11.2 wrote itself", () => {
  test.each(releasePleaseReleases)("$name", async ({ name, files }) => {
    const texts = textsOf(files);
    const { written } = await applyTool(releasePlease, texts, { target: releasedAs });
    expect(shownFiles(texts, written)).toBe(recorded.get(name));
  });
});

const simple = JSON.stringify({ packages: { ".": { "release-type": "simple" } } });
const step = (inputs: string, action = "googleapis/release-please-action@v4") =>
  `jobs:\n  a:\n    steps:\n      - uses: ${action}\n        with:\n${inputs.replace(/^/gm, "          ")}\n`;

describe("release-please is recognised", () => {
  test("by its configuration beside workflows that do not start it", () => {
    const plan = planOf({
      ".github/release-please-config.json": simple,
      ".github/workflows/a.yml": "jobs: {}\n",
    });
    expect(plan?.config).toMatchObject({ path: ".github/release-please-config.json", line: 1 });
    expect(plan?.trains).toEqual([
      { name: "", current: null, folders: [""], packages: [], tag: "v{version}" },
    ]);
  });

  test("by the files that a workflow names, before those at the usual place", () => {
    const plan = planOf({
      "release-please-config.json": JSON.stringify({ packages: { other: {} } }),
      "ci/rp.json": simple,
      "ci/versions.json": '{".": "1.2.3"}',
      ".github/workflows/a.yml": step("config-file: ci/rp.json\nmanifest-file: ci/versions.json"),
    });
    expect(plan?.config).toMatchObject({ path: ".github/workflows/a.yml", line: 4 });
    expect(plan?.trains.map(({ current }) => current)).toEqual(["1.2.3"]);
  });

  test("by the command in a workflow", () => {
    const run = "npx release-please release-pr --repo-url=a/b --config-file rp.json --manifest-file=v.json";
    const workflow = `jobs:\n  a:\n    steps:\n      - run: ${run}\n`;
    const plan = planOf({
      "rp.json": simple,
      "v.json": '{".": "0.3.0"}',
      ".github/workflows/a.yml": workflow,
    });
    expect(plan?.trains.map(({ current }) => current)).toEqual(["0.3.0"]);
  });

  test("by the action with a release type alone, whose tag has no component", () => {
    const plan = planOf({
      "package.json": '{"name": "kit", "version": "1.2.3"}',
      ".github/workflows/a.yml": step("release-type: node"),
    });
    expect(plan?.trains).toMatchObject([{ current: null, packages: ["kit"], tag: "v{version}" }]);
  });

  test("not by files of examples and tests", () => {
    expect(planOf({ "test/fixtures/a/release-please-config.json": simple })).toBeNull();
    expect(planOf({ "examples/release-please-config.json": simple })).toBeNull();
  });
});

describe("the trains of release-please", () => {
  test("are its components with their tags", () => {
    const plan = planOf({
      "release-please-config.json": JSON.stringify({
        "tag-separator": "@",
        packages: {
          "packages/a": {},
          "packages/b": { component: "bee", "include-v-in-tag": false },
          "gems/c": { "release-type": "ruby", "package-name": "sea" },
          ".": { "release-type": "simple", "include-component-in-tag": false, component: "all" },
        },
      }),
      ".release-please-manifest.json": JSON.stringify({ "packages/a": "1.0.0", ".": "3.0.0" }),
      "packages/a/package.json": '{"name": "@acme/a"}',
    });
    expect(plan?.trains).toEqual([
      { name: "", current: "3.0.0", folders: [""], packages: [], tag: "v{version}" },
      { name: "a", current: "1.0.0", folders: ["packages/a"], packages: ["@acme/a"], tag: "a@v{version}" },
      { name: "bee", current: null, folders: ["packages/b"], packages: [], tag: "bee@{version}" },
      { name: "sea", current: null, folders: ["gems/c"], packages: ["sea"], tag: "sea/v{version}" },
    ]);
  });

  test("are one where versions are linked", () => {
    const linked = { type: "linked-versions", groupName: "kit", components: ["a", "b"] };
    const plan = planOf({
      "release-please-config.json": JSON.stringify({
        "release-type": "simple",
        plugins: [linked],
        packages: { x: { component: "a" }, y: { component: "b" }, z: { component: "c" } },
      }),
    });
    expect(plan?.trains.map(({ name, folders }) => [name, folders])).toEqual([
      ["kit", ["x", "y"]],
      ["c", ["z"]],
    ]);
  });
});

describe("what release-please declares and does not reach", () => {
  test("is said with the line that declares it", async () => {
    const extra = [
      "gone.txt",
      "plain.txt",
      "dead.txt",
      { type: "json", path: "a.json", jsonpath: "$.no" },
      { type: "generic", path: "docs/*.md", glob: true },
      { type: "xml", path: "pom.xml", xpath: "//project/version" },
      "../out.txt",
      { type: "toml", path: "a.toml", jsonpath: "$.package.version" },
    ];
    const { inert } = await applyTool(releasePlease, {
      "release-please-config.json": JSON.stringify(
        { packages: { ".": { "release-type": "simple", "version-file": "VERSION", "extra-files": extra } } },
        null,
        1,
      ),
      ".release-please-manifest.json": '{".": "1.2.3",\n"old": "1.0.0"}',
      "plain.txt": "kit 1.2.3\n",
      "dead.txt": "one\nkit # x-release-please-version\n",
      "a.json": '{"version": "1.2.3"}',
      "a.toml": "[package]\nversion.workspace = true\n",
      "pom.xml": '<project xmlns="http://maven.apache.org/POM/4.0.0"><version>1.2.3</version></project>\n',
    });
    expect(inert).toMatchSnapshot();
  });

  test("a configuration that a release type beside it makes unread", async () => {
    const { inert, written } = await applyTool(releasePlease, {
      ".github/workflows/a.yml": step("release-type: elixir\nconfig-file: rp.json"),
      "rp.json": simple,
      "mix.exs": 'version: "1.2.3",\n',
    });
    expect(inert).toEqual([expect.stringMatching(/^\.github\/workflows\/a\.yml:4 .* neither is read$/)]);
    expect(written).toEqual({ "mix.exs": 'version: "9.8.7",\n' });
  });

  test("version 3 of the action looks at no ending of a file", async () => {
    const files = {
      "release-please-config.json": JSON.stringify({
        packages: { ".": { "release-type": "go", "extra-files": ["snap.yaml"] } },
      }),
      "snap.yaml": "version: 1.2.3\n",
    };
    const at = (revision: string) => ({
      ...files,
      ".github/workflows/a.yml": step(
        "command: manifest",
        `google-github-actions/release-please-action@${revision}`,
      ),
    });
    expect((await applyTool(releasePlease, at("0123abcd # v3"))).written).toEqual({});
    expect((await applyTool(releasePlease, at("0123abcd # v4.1"))).written).toEqual({
      "snap.yaml": "version: 9.8.7\n",
    });
  });

  test("a release type or a path that nobody knows is refused", async () => {
    const apply = (options: object) =>
      applyTool(releasePlease, {
        "release-please-config.json": JSON.stringify({ packages: { ".": options } }),
        "a.json": '{"a": {}}',
      });
    await expect(apply({ "release-type": "cobol" })).rejects.toThrow("release type cobol is not known");
    const extra = { type: "json", path: "a.json", jsonpath: "$[?(@.a.match(/b/))]" };
    await expect(apply({ "release-type": "simple", "extra-files": [extra] })).rejects.toThrow(
      "than is understood",
    );
  });
});

function planOf(files: Readonly<Record<string, string>>) {
  return releasePlease.recognise(memoryRepository(files));
}
