import { describe, expect, test } from "vitest";
import { auto } from "../../../src/release/tools/auto/auto.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";
import { applyTool } from "./apply-plan.ts";

type Files = Readonly<Record<string, string>>;

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const rc = (...plugins: readonly unknown[]): Files => ({ ".autorc": json({ plugins }) });
const solo: Files = { "package.json": json({ name: "solo", version: "1.0.0" }) };
const apply = (files: Files) => applyTool(auto, files, { target: "2.0.0" });
const plan = (files: Files) => auto.recognise(memoryRepository(files));
const failing = async (files: Files) => apply(files).then(() => "nothing", String);

describe("auto", () => {
  test("is recognised by its files, by its key of package.json, and by a call", () => {
    expect(plan({ ...solo, ...rc("npm", "released") })).toMatchObject({
      config: { path: ".autorc" },
      why: ".autorc configures auto, with npm, released",
      call: "npx auto shipit",
      trains: [{ name: "", current: "1.0.0", packages: ["solo"], tag: "v{version}" }],
    });
    const own = { name: "solo", version: "1.0.0" };
    expect(plan({ "package.json": json({ ...own, auto: { plugins: ["npm"] } }) })).toMatchObject({
      config: { path: "package.json", line: 5 },
    });
    const called = json({ ...own, scripts: { release: "yarn build && auto shipit" } });
    expect(plan({ "package.json": called, "yarn.lock": "" })).toMatchObject({
      why: 'the script "release" calls auto, with npm',
      call: "yarn run release",
    });
    expect(plan({ ...solo, "auto.config.ts": 'export default { plugins: ["npm"] };\n' })).toMatchObject({
      config: { path: "auto.config.ts", line: 1 },
    });
    expect(plan(solo)).toBeNull();
    expect(plan({ "package.json": json({ ...own, auto: true, scripts: { a: "auto version" } }) })).toBeNull();
  });

  test("does what npm does with one package, and runs the scripts around it", async () => {
    const { written, lines } = await apply({
      "package.json": json({ name: "solo", version: "1.0.0", scripts: { version: "node sync.js" } }),
      "package-lock.json": json({ name: "solo", version: "1.0.0", lockfileVersion: 1 }),
      ...rc("@auto-it/npm"),
    });
    expect(written["package.json"]).toContain('"version": "2.0.0"');
    expect(written["package-lock.json"]).toContain('"version": "2.0.0"');
    expect(lines).toEqual(["node sync.js"]);
  });

  const monorepo = (version: string): Files => ({
    "package.json": json({ name: "root", version: "0.0.0", private: true, workspaces: ["packages/*"] }),
    "lerna.json": json({ version }),
    "packages/a/package.json": json({ name: "a", version: "1.0.0" }),
    "packages/b/package.json": json({ name: "b", version: "1.0.0", dependencies: { a: "^1.0.0" } }),
  });

  test("has lerna release every package of a monorepo", async () => {
    const { written, plan: made } = await apply({ ...monorepo("1.0.0"), ...rc("npm") });
    expect(made.trains).toMatchObject([{ current: "1.0.0", packages: ["a", "b"], tag: "v{version}" }]);
    expect(Object.keys(written).sort()).toEqual([
      "lerna.json",
      "packages/a/package.json",
      "packages/b/package.json",
    ]);
    expect(written["packages/b/package.json"]).toContain('"a": "^2.0.0"');
  });

  test("has lerna write exact requirements where it is told to", async () => {
    const { written } = await apply({ ...monorepo("1.0.0"), ...rc(["npm", { exact: true }]) });
    expect(written["packages/b/package.json"]).toContain('"a": "2.0.0"');
  });

  test("gives each package of a monorepo a version of its own", () => {
    const made = plan({ ...monorepo("independent"), ...rc("npm") });
    expect(made?.trains.map(({ name, tag }) => [name, tag])).toEqual([
      ["a", "a@{version}"],
      ["b", "b@{version}"],
    ]);
  });

  test("writes a crate and its row of the lockfile", async () => {
    const { written, plan: made } = await apply({
      "Cargo.toml":
        '[package]\nname = "solo"\nversion = "1.0.0"\n\n[dependencies]\nother = { version = "1.0.0" }\n',
      "Cargo.lock":
        '[[package]]\nname = "other"\nversion = "1.0.0"\nsource = "registry"\n\n[[package]]\nname = "solo"\nversion = "1.0.0"\n',
      ".autorc.json": json({ noVersionPrefix: true, plugins: ["crates"] }),
    });
    expect(made.trains).toMatchObject([{ current: "1.0.0", packages: ["solo"], tag: "{version}" }]);
    expect(written["Cargo.toml"]).toBe(
      '[package]\nname = "solo"\nversion = "2.0.0"\n\n[dependencies]\nother = { version = "1.0.0" }\n',
    );
    expect(written["Cargo.lock"]).toContain('name = "solo"\nversion = "2.0.0"');
    expect(written["Cargo.lock"]).toContain('name = "other"\nversion = "1.0.0"');
  });

  test("writes the module that holds the version of a gem, and its row of the lockfile", async () => {
    const { written } = await apply({
      "solo.gemspec":
        'Gem::Specification.new do |spec|\n  spec.name = "solo"\n  spec.version = Solo::VERSION\nend\n',
      "lib/solo/version.rb": 'module Solo\n  VERSION = "1.0.0"\nend\n',
      "Gemfile.lock": "PATH\n  specs:\n    solo (1.0.0)\n    other (1.0.0)\n",
      ...rc("gem"),
    });
    expect(written).toEqual({
      "lib/solo/version.rb": 'module Solo\n  VERSION = "2.0.0"\nend\n',
      "Gemfile.lock": "PATH\n  specs:\n    solo (2.0.0)\n    other (1.0.0)\n",
    });
  });

  test("writes the gemspec that holds the version, and says where the plugin takes another one for it", async () => {
    const spec = (line: string) => ({
      "solo.gemspec": `Gem::Specification.new do |spec|\n  spec.name = "solo"\n${line}\n  spec.version = "1.0.0"\nend\n`,
      ...rc("gem"),
    });
    expect((await apply(spec(""))).written["solo.gemspec"]).toContain('spec.version = "2.0.0"');
    expect(await failing(spec('  spec.required_ruby_version = ">= 2.7.0"'))).toContain(
      ">= 2.7.0, which the plugin gem reads in solo.gemspec, is no version",
    );
  });

  test("writes a file that holds the version alone", async () => {
    const { written } = await apply({
      "build/VERSION": "1.0.0\n",
      ...rc(["version-file", { versionFile: "./build/VERSION" }]),
    });
    expect(written).toEqual({ "build/VERSION": "2.0.0" });
  });

  test("writes nothing where a tag is the version", async () => {
    const { written, plan: made } = await apply({ ...solo, ...rc("git-tag", ["docker", { image: "a" }]) });
    expect(written).toEqual({});
    expect(made.trains).toMatchObject([{ current: null, tag: "v{version}" }]);
  });

  test.each([
    ["gradle", "what the plugin gradle of auto writes is not known"],
    ["./scripts/sync.js", "what the plugin ./scripts/sync.js of auto writes is not known"],
    [["exec", { afterVersion: "node sync.js" }], "what the plugin exec of auto writes is not known"],
    ["constructor", "what the plugin constructor of auto writes is not known"],
  ])("refuses %j, whose writes are not modelled", async (plugin, message) => {
    expect(await failing({ ...solo, ...rc("npm", plugin) })).toContain(message);
  });

  test("takes hooks that run when everything is published", async () => {
    const { written } = await apply({ ...solo, ...rc("npm", ["exec", { afterRelease: "./tell.sh" }]) });
    expect(Object.keys(written)).toEqual(["package.json"]);
  });

  test.each([
    [".autorc", json({ extends: "@fennel" })],
    [".autorc", json({ extends: "@fennel", plugins: ["npm"] })],
    ["auto.config.js", "module.exports = () => ({ plugins: ['npm'] });\n"],
  ])("refuses %s where the plugins are not all to be read", async (path, text) => {
    expect(await failing({ ...solo, [path]: text })).toContain(
      "the plugins of auto are computed, or shared by a package",
    );
  });

  test("refuses where the plugin finds no version", async () => {
    expect(await failing({ "README.md": "# Solo\n", ...rc("crates", "slack") })).toContain(
      "no plugin of auto finds a version that it could raise",
    );
  });
});
