import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { manifest, releasedRepository, writesManifest } from "../audit/told.ts";
import { write } from "../rules/fixture-copy.ts";

/** How one repository is released, and how what the help shows is put where it says. */
interface Way {
  readonly files: Readonly<Record<string, string>>;
  readonly configuration: string;
  /** Gives the configuration with the lines in it. */
  readonly paste: (text: string, lines: readonly string[]) => string;
}

const append = (text: string, lines: readonly string[]): string => `${text}${lines.join("\n")}\n`;
const inList =
  (empty: string, full: (entry: string) => string) =>
  (text: string, [entry = ""]: readonly string[]): string =>
    text.replace(empty, full(entry));
const project = '[project]\nname = "fennel"\nversion = "1.2.0"\n';
const crate = '[package]\nname = "fennel"\nversion = "1.2.0"\nedition = "2021"\n';

const ways: Readonly<Record<string, Way>> = {
  "bump-my-version": {
    files: {
      "pyproject.toml": `${project}\n[tool.bumpversion]\ncurrent_version = "1.2.0"\n\n[[tool.bumpversion.files]]\nfilename = "pyproject.toml"\n`,
    },
    configuration: "pyproject.toml",
    paste: append,
  },
  "bumpversion of old": {
    files: {
      ".bumpversion.cfg": "[bumpversion]\ncurrent_version = 1.2.0\n\n[bumpversion:file:setup.py]\n",
      "setup.py": 'setup(\n    name="fennel",\n    version="1.2.0",\n)\n',
    },
    configuration: ".bumpversion.cfg",
    paste: append,
  },
  tbump: {
    files: {
      "pyproject.toml": project,
      "tbump.toml":
        '[version]\ncurrent = "1.2.0"\nregex = "\\\\d+\\\\.\\\\d+\\\\.\\\\d+"\n\n[git]\nmessage_template = "v{new_version}"\ntag_template = "v{new_version}"\n\n[[file]]\nsrc = "pyproject.toml"\n',
    },
    configuration: "tbump.toml",
    paste: append,
  },
  commitizen: {
    files: {
      "pyproject.toml": `${project}\n[tool.commitizen]\nversion = "1.2.0"\nversion_files = ["pyproject.toml:^version"]\n`,
    },
    configuration: "pyproject.toml",
    paste: inList("version_files = [", (entry) => `version_files = [${entry}, `),
  },
  "cargo-release": {
    files: { "Cargo.toml": crate, "release.toml": "pre-release-replacements = []\n" },
    configuration: "release.toml",
    paste: inList("[]", (entry) => `[${entry}]`),
  },
  "release-please": {
    files: {
      "package.json": manifest({ version: "1.2.0" }),
      ".release-please-manifest.json": '{ ".": "1.2.0" }\n',
      "release-please-config.json":
        '{ "packages": { ".": { "release-type": "node", "extra-files": [] } } }\n',
    },
    configuration: "release-please-config.json",
    paste: inList("[]", (entry) => `[${entry}]`),
  },
  "npm version": {
    files: {
      "package.json": manifest({ version: "1.2.0", scripts: { preversion: "echo", version: "echo" } }),
    },
    configuration: "package.json",
    paste: inList('"version": "echo"', (entry) => `"version": ${JSON.stringify(entry)}`),
  },
  knope: {
    files: {
      "Cargo.toml": crate,
      "knope.toml": '[package]\nversioned_files = ["Cargo.toml"]\n',
    },
    configuration: "knope.toml",
    paste: inList("versioned_files = [", (entry) => `versioned_files = [${entry}, `),
  },
  "python-semantic-release": {
    files: {
      "pyproject.toml": `${project}\n[tool.semantic_release]\nversion_toml = ["pyproject.toml:project.version"]\nversion_variables = []\n`,
    },
    configuration: "pyproject.toml",
    paste: inList("version_variables = []", (entry) => `version_variables = [${entry}]`),
  },
  "release-it": {
    files: {
      "package.json": manifest({ version: "1.2.0" }),
      ".release-it.json": '{ "plugins": { "@release-it/bumper": { "out": [] } } }\n',
    },
    configuration: ".release-it.json",
    paste: inList("[]", (entry) => `[${entry}]`),
  },
  "semantic-release": {
    files: {
      "package.json": manifest({ version: "1.2.0" }),
      ".releaserc.json":
        '{ "plugins": ["@semantic-release/npm", ["semantic-release-replace-plugin", { "replacements": [] }], ["@semantic-release/git", { "assets": ["**"] }]] }\n',
    },
    configuration: ".releaserc.json",
    paste: inList("[]", (entry) => `[${entry}]`),
  },
  bumpp: {
    files: {
      "package.json": manifest({ version: "1.2.0", scripts: { release: "bumpp" } }),
      "bump.config.json": '{ "files": ["package.json"] }\n',
    },
    configuration: "bump.config.json",
    paste: inList('["package.json"', (entry) => `["package.json", ${entry}`),
  },
  lerna: {
    files: {
      "package.json": manifest({ private: true, workspaces: ["packages/*"], scripts: { version: "echo" } }),
      "lerna.json": '{ "version": "1.2.0" }\n',
      "packages/seed/package.json": manifest({ name: "seed", version: "1.2.0" }),
    },
    configuration: "package.json",
    paste: inList('"version": "echo"', (entry) => `"version": ${JSON.stringify(entry)}`),
  },
  changesets: {
    files: {
      "package.json": manifest({ version: "1.2.0", scripts: { version: "changeset version" } }),
      ".changeset/config.json": '{ "changelog": false, "baseBranch": "main" }\n',
    },
    configuration: "package.json",
    paste: inList('"changeset version"', (entry) => JSON.stringify(`changeset version && ${entry}`)),
  },
  "nx release": {
    files: {
      "package.json": manifest({
        private: true,
        workspaces: ["packages/*"],
        scripts: { release: "nx release" },
      }),
      "nx.json": '{ "release": { "projects": ["packages/*"] } }\n',
      "packages/seed/package.json": manifest({ name: "seed", version: "1.2.0" }),
    },
    configuration: "package.json",
    paste: inList('"nx release"', (entry) => JSON.stringify(`nx release && ${entry}`)),
  },
  "a script in JavaScript": {
    files: {
      "package.json": manifest({ version: "1.2.0" }),
      "scripts/release.mjs": `const version = process.argv[2];\n${writesManifest}`,
    },
    configuration: "scripts/release.mjs",
    paste: append,
  },
  "a script of a shell": {
    files: {
      "package.json": manifest({ version: "1.2.0" }),
      "bump-version.sh":
        'VERSION=$1\nsed -i "s/\\"version\\": .*/\\"version\\": \\"$VERSION\\"/" package.json\n',
    },
    configuration: "bump-version.sh",
    paste: append,
  },
};

const missed = {
  "extension/manifest.json": manifest({ manifest_version: 3, version: "1.2.0" }),
  "docs/about.md": "# About\n\nVersion: 1.2.0\n",
};

/** Only what knows the start of a line can tell the second version from the first. */
const citation = { "CITATION.cff": "cff-version: 1.2.0\ntitle: Fennel\nversion: 1.2.0\n" };
const knowsLines = new Set([
  "npm version",
  "lerna",
  "changesets",
  "nx release",
  "a script in JavaScript",
  "a script of a shell",
]);

test.each(
  Object.entries(ways),
)("what the help shows for %s makes the release write the place", async (name, way) => {
  const places = { ...missed, ...(knowsLines.has(name) ? citation : {}) };
  for (const [path, text] of Object.entries(places)) {
    const root = releasedRepository({ tag: "v1.2.0", files: { ...way.files, [path]: text } });
    const helps = async (): Promise<string[]> => {
      const { findings } = await audit({ root, environment: { PATH: process.env["PATH"] } });
      return findings.filter(({ location }) => location.path === path).map(({ help }) => help);
    };
    const [help = "", ...others] = await helps();
    expect(others).toEqual([]);
    const [sentence, ...lines] = help.split("\n");
    expect(sentence).toMatch(/^add this to .+, or record in version-audit.toml why the place is left out:$/);
    expect(lines).not.toEqual([]);
    const configuration = readFileSync(join(root, way.configuration), "utf8");
    write(root, way.configuration, way.paste(configuration, lines));
    if (sentence?.includes("x-release-please-version") === true)
      write(root, path, text.replace("1.2.0", "1.2.0 <!-- x-release-please-version -->"));
    expect(await helps()).toEqual([]);
  }
});
