import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { loadPreset, presetNames } from "../../src/config/presets.ts";
import { withReleases } from "../../src/release/find/find-releases.ts";
import { temporaryRepository } from "./temporary-repository.ts";

/** What makes a folder of any name the repository of the preset `rivet`. */
const rivet = {
  "Cargo.toml": '[workspace.package]\nauthors = ["Rivet Gaming, LLC"]\n',
  "package.json": '{ "name": "@x/workspace", "resolutions": { "rivetkit": "workspace:*" } }',
};
const cut = "scripts/publish/src/local/cut-release.ts";

test("every preset is valid and its releases run scripts", () => {
  for (const name of presetNames) expect(loadPreset(name).tables.release?.length).toBeGreaterThan(0);
});

test("a preset is recognised by what the files of the repository say", () => {
  const config = loadConfig(temporaryRepository({ ...rivet, [cut]: "" }));
  expect(config.file).toBeNull();
  expect(config.preset).toBe("rivet");
  expect(config.releases.map(({ value }) => value.entry)).toEqual([cut]);
  expect(config.couples[0]?.source).toEqual({ from: "preset", preset: "rivet" });
});

test("a configuration of tens of thousands of tables is read in a moment", () => {
  const ignores = Array.from({ length: 30_000 }, (_, i) => `[[ignore]]\npath = "x${i}"\nreason = "r"\n`);
  const text = `[[release]]\nname = "r"\nentry = "release.js"\n${ignores.join("")}`;
  const repository = temporaryRepository({ "release.js": "", "version-audit.toml": text });
  const { source } = loadConfig(repository).ignores.at(-1) ?? {};
  expect(source).toMatchObject({ location: { line: 3 + 3 * 29_999 + 1, lineText: "[[ignore]]" } });
});

test("a table of the file replaces that of the preset and keeps the others", () => {
  const text = `[product]\nnames = ["Mine"]\n\n[[couple]]\nname = "c"\nmembers = [{ path = "a" }, { path = "b" }]\n`;
  const repository = temporaryRepository({ ...rivet, [cut]: "", "version-audit.toml": text });
  const config = loadConfig(repository);
  expect(config.file).toBe("version-audit.toml");
  expect(config.product).toEqual({ names: ["Mine"], packages: [], images: [], urls: [] });
  expect(config.couples.map(({ value }) => value.name)).toEqual(["c"]);
  expect(config.couples[0]?.source).toMatchObject({
    from: "file",
    location: { path: "version-audit.toml", line: 4, column: 1, lineText: "[[couple]]" },
  });
  expect(config.lists.length).toBe(loadPreset("rivet").tables.list?.length);
});

test("`preset = false` drops the preset, and a name forces it", () => {
  const release = '[[release]]\nname = "r"\nentry = "./scripts/../release.js"\n';
  const files = { "release.js": "" };
  const dropped = loadConfig(temporaryRepository({ ...rivet, ...files }), {
    text: `preset = false\n${release}`,
  });
  expect(dropped.preset).toBeNull();
  expect(dropped.couples).toEqual([]);
  expect(dropped.releases[0]?.value.entry).toBe("release.js");
  const forced = loadConfig(temporaryRepository(files), { text: `preset = "rivet"\n${release}` });
  expect(forced.preset).toBe("rivet");
  expect(forced.releases.map(({ value }) => value.name)).toEqual(["r"]);
});

test("a preset of another era is left aloud for the script that the repository has", () => {
  const script = "export async function updateVersion(opts) { writeFile(opts.root, opts.version) }";
  const repository = temporaryRepository({ ...rivet, "scripts/release/update_version.ts": script });
  const config = withReleases(loadConfig(repository), repository);
  expect(config.releases.map(({ value }) => value.module)).toEqual(["scripts/release/update_version.ts"]);
  expect(config.notes.map(({ message }) => message).join()).toContain(cut);
});

test("a file outside the root is shown by its absolute path", () => {
  const repository = temporaryRepository({ "release.js": "" });
  const other = temporaryRepository({ "my.toml": '[[release]]\nname = "r"\nentry = "release.js"\n' });
  const config = loadConfig(repository, { file: `${other.root}/my.toml` });
  expect(config.file).toBe(`${other.root}/my.toml`);
});
