import type { Situation } from "./situation.ts";

const quiet = { git: false, github: false, npm: { publish: false, skipChecks: true } };
const pkg = (more: object = {}) => ({ name: "solo", version: "1.0.0", ...more });
const bumper = (out: unknown, more: object = {}) => ({
  ...quiet,
  plugins: { "@release-it/bumper": { out, ...more } },
});
const filled = (name: string) => `\${${name}}`;
const one = (name: string, files: Situation["files"], to = "1.1.0"): Situation => ({ name, files, to });

export const releaseItSituations: readonly Situation[] = [
  one("the manifest alone", { "package.json": pkg(), ".release-it.json": quiet }),
  one("options in the manifest, with a lockfile", {
    "package.json": pkg({ "release-it": quiet }),
    "package-lock.json": {
      name: "solo",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: { "": { version: "1.0.0" } },
    },
  }),
  one("options in YAML", {
    "package.json": pkg(),
    ".release-it.yaml": "git: false\ngithub: false\nnpm:\n  publish: false\n  skipChecks: true\n",
  }),
  one("options in TOML", {
    "package.json": pkg(),
    ".release-it.toml": "git = false\ngithub = false\n\n[npm]\npublish = false\nskipChecks = true\n",
  }),
  one("options in a script", {
    "package.json": pkg({ type: "module" }),
    ".release-it.js": `const quiet = ${JSON.stringify(quiet)};\nexport default { ...quiet };\n`,
  }),
  one("a JSON file by the bumper", {
    "package.json": pkg(),
    "manifest.json": '{\n    "version": "1.0.0",\n    "list": []\n}',
    ".release-it.json": bumper("manifest.json"),
  }),
  one("several paths, with a prefix", {
    "package.json": pkg(),
    "deep.json": { a: { version: "0.9.0" }, list: [{ v: "0" }] },
    ".release-it.json": bumper([{ file: "deep.json", path: ["a.version", "b.c"], versionPrefix: "v" }]),
  }),
  one("plain text, in part and whole", {
    "package.json": pkg(),
    "README.md": "solo 1.0.0 and 1.0.0, not 1.0.10\n",
    VERSION: "0.0.0\n",
    ".release-it.json": bumper([
      "README.md",
      { file: "VERSION", type: "text/plain", consumeWholeFile: true },
    ]),
  }),
  one("YAML and TOML", {
    "package.json": pkg(),
    "openapi.yaml": "openapi: 3.0.0\ninfo:\n  title: a\n  version: 1.0.0\n",
    "pyproject.toml": '[project]\nname = "a"\nversion = "1.0.0"\n',
    ".release-it.json": bumper([
      { file: "openapi.yaml", path: "info.version" },
      { file: "pyproject.toml", path: "project.version" },
    ]),
  }),
  one("a glob", {
    "package.json": pkg(),
    "packages/a/package.json": { name: "a", version: "0.1.0" },
    "packages/b/package.json": { name: "b", version: "0.2.0" },
    ".release-it.json": bumper("packages/*/package.json"),
  }),
  one("the version of another file", {
    "package.json": pkg({ version: "0.0.0" }),
    "composer.json": { version: "1.0.0" },
    "README.md": "at 1.0.0\n",
    ".release-it.json": { ...bumper(["composer.json", "README.md"], { in: "composer.json" }), npm: false },
  }),
  one("shell lines around the bump, in order", {
    "package.json": pkg({ scripts: { version: "echo npm $npm_package_version >>log.txt" } }),
    "log.txt": "",
    ".release-it.json": {
      ...quiet,
      hooks: {
        "before:init": "echo init >>log.txt",
        "before:bump": [
          `echo from ${filled("latestVersion")} >>log.txt`,
          `echo to ${filled("version")} >>log.txt`,
        ],
        "after:bump": `echo ${filled("version")} >>log.txt && cat package.json >>log.txt`,
        "before:release": `echo ${filled("name")} >>log.txt`,
      },
    },
  }),
  one("workspaces, and their requirements on each other", {
    "package.json": pkg({ private: true, workspaces: ["packages/*"] }),
    "packages/a/package.json": { name: "a", version: "1.0.0" },
    "packages/b/package.json":
      '{\n\t"name": "b",\n\t"version": "0.5.0",\n\t"dependencies": { "a": "^0.9.0", "zod": "3" },\n\t"peerDependencies": { "a": "workspace:^" }\n}',
    ".release-it.json": {
      ...quiet,
      npm: false,
      plugins: { "@release-it-plugins/workspaces": { publish: false, skipChecks: true } },
    },
  }),
];
