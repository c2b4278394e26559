import type { Situation } from "./situation.ts";

const pkg = (line = "bumpp", more: object = {}) => ({
  name: "solo",
  version: "1.0.0",
  ...more,
  scripts: { release: line, ...("scripts" in more ? (more.scripts as object) : {}) },
});
const lock = {
  name: "solo",
  version: "1.0.0",
  lockfileVersion: 3,
  requires: true,
  packages: { "": { name: "solo", version: "1.0.0" } },
};
const quiet = ["--yes", "--no-push"];

/** Named as one that is called as it stands in the script of its package.json, with the version in front. */
const called = (name: string, flags: readonly string[], files: Situation["files"]): Situation => ({
  ...{ name, to: "1.1.0" },
  files: { "package.json": pkg(`bumpp ${flags.join(" ")}`), ...files },
  args: ["1.1.0", ...flags, ...quiet],
});
const configured = (name: string, options: object, files: Situation["files"]): Situation => ({
  ...{ name, to: "1.1.0" },
  files: {
    "package.json": pkg(),
    "bump.config.json": options,
    ...files,
  },
});

export const bumppSituations: readonly Situation[] = [
  { name: "package.json alone", to: "1.0.1", files: { "package.json": pkg() } },
  {
    name: "tabs, and no line break at the end",
    to: "1.0.1",
    files: { "package.json": JSON.stringify(pkg(), null, "\t"), "package-lock.json": lock },
  },
  {
    name: "manifests of other registries",
    to: "1.1.0",
    files: {
      "package.json": pkg(),
      "jsr.json": { name: "@s/solo", version: "0.9.0" },
      "deno.jsonc": '{\n  // ours\n  "version": "1.0.0",\n}\n',
      "README.md": "solo 1.0.0\n",
    },
  },
  called("files that are named, texts and manifests", ["README.md", "package.json", "src/**/*.ts"], {
    "README.md": "solo@1.0.0, v1.0.0 and 1.0.01, not 11.0.0 or 1.0.0-beta\n",
    "src/deep/version.ts": 'export const version = "1.0.0";\n',
    "src/other.ts": 'export const other = "2.0.0";\n',
    "package-lock.json": lock,
  }),
  called("a workspace", ["-r"], {
    "package.json": pkg("bumpp -r", { workspaces: ["libs/*", "!libs/not"] }),
    "libs/a/package.json": { name: "a", version: "0.3.0", dependencies: { b: "^1.0.0" } },
    "libs/not/package.json": { name: "not", version: "1.0.0" },
    "packages/deep/b/package.json": { name: "b", version: "1.0.0" },
    "packages/fixtures/c/package.json": { name: "c", version: "1.0.0" },
    "packages/d/package.json": { name: "d", private: true },
  }),
  called("a workspace of pnpm", ["--recursive"], {
    "pnpm-workspace.yaml": "packages:\n  - plugins/*\n  - docs\n",
    "plugins/a/package.json": { name: "a", version: "1.0.0" },
    "docs/package.json": { name: "docs", version: "1.0.0" },
    "apps/b/package.json": { name: "b", version: "1.0.0" },
  }),
  configured(
    "files of the configuration",
    { files: ["package.json", "manifest.json"], push: false },
    { "manifest.json": '{ "manifest_version": 3, "version": "1.0.0", "minimum": "1.0.0" }' },
  ),
  configured(
    "files of the configuration, one of which is behind",
    { files: ["package.json", "other.txt", "gone.txt"] },
    { "other.txt": "at 0.9.0\n" },
  ),
  configured(
    "recursive by the configuration",
    { recursive: true },
    {
      "packages/a/package.json": { name: "a", version: "1.0.0" },
      "packages/b/deno.json": { version: "1.0.0" },
    },
  ),
  configured("a line that is executed", { execute: "cp package.json copy.json", all: true }, {}),
  {
    name: "scripts around the version, in order",
    to: "1.0.1",
    files: {
      "package.json": pkg("bumpp", {
        scripts: {
          preversion: "echo pre $npm_package_version >>log.txt",
          version: "echo on $npm_package_version >>log.txt && sed -i s/1.0.0/$npm_package_version/ README.md",
          postversion: "echo post $npm_package_version >>log.txt",
        },
      }),
      "README.md": "solo@1.0.0\n",
      "log.txt": "",
    },
  },
  called("scripts that are not to be run", ["--ignore-scripts"], {
    "package.json": pkg("bumpp --ignore-scripts", { scripts: { version: "echo no >>log.txt" } }),
    "log.txt": "",
  }),
  {
    name: "a configuration in a script, with a function",
    to: "1.1.0",
    files: {
      "package.json": pkg("bumpp", { type: "module" }),
      "bump.config.js":
        'import { writeFileSync } from "node:fs";\nexport default {\n  files: ["package.json", "VERSION"],\n  execute: ({ state }) => writeFileSync("built.txt", [state.currentVersion, state.newVersion].join()),\n};\n',
      VERSION: "1.0.0\n",
    },
  },
  {
    name: "the version of another file",
    to: "1.1.0",
    files: {
      "package.json": pkg("bumpp", { version: "0.0.0" }),
      "bump.config.json": { files: ["deno.json", "mod.ts"] },
      "deno.json": { version: "1.0.0" },
      "mod.ts": "// solo 1.0.0, not 0.0.0\n",
    },
  },
];
