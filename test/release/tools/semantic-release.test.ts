import { describe, expect, test } from "vitest";
import { semanticRelease } from "../../../src/release/tools/semantic-release/semantic-release.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";
import { applyTool } from "./apply-plan.ts";

type Plugins = readonly (string | readonly [string, object])[];

const manifest = `${JSON.stringify({ name: "solo", version: "1.0.0" }, null, 2)}\n`;
const git = "@semantic-release/git";
const all: readonly [string, object] = [git, { assets: ["**"] }];
const replace = "semantic-release-replace-plugin";

const apply = (plugins: Plugins, files: Readonly<Record<string, string>> = {}) =>
  applyTool(
    semanticRelease,
    { "package.json": manifest, ".releaserc.json": JSON.stringify({ plugins }, null, 2), ...files },
    { target: "2.0.0" },
  );

const replacing = (replacement: object): Plugins => [[replace, { replacements: [replacement] }], all];

describe("semantic-release", () => {
  test("commits the manifest and the lockfile by itself", async () => {
    const lock = JSON.stringify({ name: "solo", version: "1.0.0", lockfileVersion: 1 });
    const { written, plan } = await apply(["@semantic-release/npm", git], { "package-lock.json": lock });
    expect(written["package.json"]).toContain('"version": "2.0.0"');
    expect(written["package-lock.json"]).toContain(`"version":"2.0.0"`);
    expect(plan.trains).toMatchObject([{ current: "1.0.0", tag: "v{version}", packages: ["solo"] }]);
  });

  test("leaves the tree as it is where nothing is committed", async () => {
    const { written, plan } = await apply(["@semantic-release/npm", "@semantic-release/github"]);
    expect(written).toEqual({});
    expect(plan.why).toBe(".releaserc.json configures semantic-release, which commits nothing");
  });

  test("commits only what the assets name, folders and lists with exceptions among them", async () => {
    const assets = ["docs", ["*.txt", "!no.txt"]];
    const { written } = await apply(
      [
        [replace, { replacements: [{ files: ["**"], from: "1\\.0\\.0", to: `\${nextRelease.version}` }] }],
        [git, { assets }],
      ],
      { "docs/a/b.md": "1.0.0", "yes.txt": "1.0.0", "no.txt": "1.0.0" },
    );
    expect(written).toEqual({ "docs/a/b.md": "2.0.0", "yes.txt": "2.0.0" });
  });

  test("replaces every match, with groups and templates", async () => {
    const { written, origins } = await apply(
      replacing({ files: ["*.py"], from: ["^(V) = .*$"], to: [`$1 = '\${nextRelease.gitTag}'`] }),
      { "a.py": "V = '1'\nx\nV = '2'\n" },
    );
    expect(written).toEqual({ "a.py": "V = 'v2.0.0'\nx\nV = 'v2.0.0'\n" });
    expect(origins).toEqual([expect.stringMatching(/^a\.py <- \.releaserc\.json:\d+$/u)]);
  });

  test("names a replacement without a file, and one without a match", async () => {
    const to = `\${nextRelease.version}`;
    const none = await apply(replacing({ files: ["gone.txt"], from: "x", to }));
    expect(none.inert).toEqual([expect.stringContaining("gone.txt matches no file")]);
    const idle = await apply(replacing({ files: ["a.txt"], from: "version", to }), { "a.txt": "nothing" });
    expect(idle.inert).toEqual([expect.stringContaining("version matches nothing in a.txt")]);
  });

  test("starts the commands of exec with their templates filled", async () => {
    const options = {
      verifyReleaseCmd: "echo <%= nextRelease.version %> > NEXT",
      prepareCmd: `./bump.sh \${lastRelease.version} \${nextRelease.version}`,
      publishCmd: "./publish.sh",
    };
    const { lines } = await apply([["@semantic-release/exec", options], all]);
    expect(lines).toEqual(["echo 2.0.0 > NEXT", "./bump.sh 1.0.0 2.0.0"]);
  });

  test("takes the plugins of an own step, as older configurations give them", async () => {
    const prepare = ["@semantic-release/npm", { path: git, assets: "package.json" }];
    const { written } = await applyTool(
      semanticRelease,
      { "package.json": manifest, ".releaserc": JSON.stringify({ prepare }) },
      { target: "2.0.0" },
    );
    expect(Object.keys(written)).toEqual(["package.json"]);
  });

  test("reads package.json, and a script that is a literal", async () => {
    const release = { plugins: ["@semantic-release/npm", git], tagFormat: `rel-\${version}` };
    const content = {
      name: "solo",
      version: "1.0.0",
      devDependencies: { "semantic-release": "^24.0.0" },
      release,
    };
    const inManifest = await applyTool(
      semanticRelease,
      { "package.json": JSON.stringify(content, null, 2) },
      { target: "2.0.0" },
    );
    expect(inManifest.plan.trains).toMatchObject([{ tag: "rel-{version}" }]);
    expect(inManifest.written["package.json"]).toContain('"version": "2.0.0"');
    const script = `module.exports = { plugins: ["@semantic-release/npm", ["${git}", { assets: ["package.json"] }]] };\n`;
    const files = { "package.json": manifest, "release.config.js": script };
    const inScript = await applyTool(semanticRelease, files, { target: "2.0.0" });
    expect(inScript.written["package.json"]).toContain('"version": "2.0.0"');
  });

  test.each([
    ["a plugin that nobody knows", ["semantic-release-mystery", all], "semantic-release-mystery"],
    [
      "a template that computes",
      [["@semantic-release/exec", { prepareCmd: `x \${nextRelease.version.split('.')[0]}` }], all],
      "is no value that is known",
    ],
    [
      "a template with braces within",
      [["@semantic-release/exec", { prepareCmd: `x \${make({ a: 1 })}` }], all],
      "is no value that is known",
    ],
    ["a pattern that is none", replacing({ files: ["package.json"], from: "(", to: "x" }), "cannot be read"],
  ] as const)("refuses %s", async (_, plugins, message) => {
    await expect(apply(plugins)).rejects.toThrow(message);
  });

  test("refuses plugins that a package shares, or a script computes", async () => {
    const shared = { "package.json": manifest, ".releaserc.json": '{ "extends": "shared-config" }' };
    await expect(applyTool(semanticRelease, shared)).rejects.toThrow("computed, or shared");
    const computed = { "package.json": manifest, "release.config.js": "module.exports = make();\n" };
    await expect(applyTool(semanticRelease, computed)).rejects.toThrow("computed, or shared");
  });

  test("is not there without a configuration of its own, nor where each package has one", () => {
    const plain = memoryRepository({ "package.json": JSON.stringify({ name: "solo", release: { a: 1 } }) });
    expect(semanticRelease.recognise(plain)).toBeNull();
    const scripts = { release: "multi-semantic-release" };
    const multi = { "package.json": JSON.stringify({ name: "solo", scripts }), ".releaserc": "{}" };
    expect(semanticRelease.recognise(memoryRepository(multi))).toBeNull();
  });
});
