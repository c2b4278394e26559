import type { Situation } from "./situation.ts";

const pkg = (name: string, version: string | undefined, more: object = {}) => ({ name, version, ...more });
const release = (line: string, more: object = {}) => ({ scripts: { release: line, ...more } });
const plain = release("npm version patch");
const lock = (version: number, more: object = {}) => ({
  name: "solo",
  version: "1.0.0",
  lockfileVersion: version,
  requires: true,
  packages: { "": { name: "solo", version: "1.0.0", license: "MIT" }, ...more },
});

const everywhere = ["version", "1.1.0", "--workspaces", "--include-workspace-root"];
const workspaces = (line: string, range = "^1.0.0") => ({
  "package.json": pkg("solo", "1.0.0", { workspaces: ["packages/*"], ...release(line) }),
  "packages/a/package.json": pkg("a", "1.0.0"),
  "packages/b/package.json": pkg("b", "1.0.0", { dependencies: { a: range } }),
});
const linked = (range: string) => ({
  "node_modules/a": { resolved: "packages/a", link: true },
  "node_modules/b": { resolved: "packages/b", link: true },
  "packages/a": { version: "1.0.0" },
  "packages/b": { version: "1.0.0", dependencies: { a: range } },
});

export const npmVersionSituations: readonly Situation[] = [
  { name: "one package", to: "1.0.1", files: { "package.json": pkg("solo", "1.0.0", plain) } },
  {
    name: "tabs, and no line break at the end",
    to: "1.0.1",
    files: { "package.json": JSON.stringify(pkg("solo", "1.0.0", plain), null, "\t") },
  },
  {
    name: "line breaks of Windows, and four blanks",
    to: "1.0.1",
    files: { "package.json": JSON.stringify(pkg("solo", "1.0.0", plain), null, 4).replaceAll("\n", "\r\n") },
  },
  {
    name: "everything on one line, with a list",
    to: "2.0.0",
    files: { "package.json": JSON.stringify(pkg("solo", "1.0.0", { files: ["a", "b"], ...plain })) },
  },
  {
    name: "a lockfile of version 3",
    to: "1.0.1",
    files: { "package.json": pkg("solo", "1.0.0", plain), "package-lock.json": lock(3) },
  },
  {
    name: "a lockfile of version 1, and a shrinkwrap",
    to: "1.0.1",
    files: {
      "package.json": pkg("solo", "1.0.0", plain),
      "package-lock.json": { name: "solo", version: "1.0.0", lockfileVersion: 1, dependencies: {} },
      "npm-shrinkwrap.json": lock(2),
    },
  },
  {
    name: "scripts around the version, in order",
    to: "1.0.1",
    files: {
      "package.json": pkg("solo", "1.0.0", {
        scripts: {
          preversion: "echo pre $npm_package_version $npm_old_version $npm_new_version >>log.txt",
          version: "echo on $npm_package_version >>log.txt && sed -i s/1.0.0/$npm_package_version/ README.md",
          postversion: "echo post $npm_package_version >>log.txt",
        },
      }),
      "README.md": "solo@1.0.0\n",
      "log.txt": "",
    },
  },
  {
    name: "scripts that are not to be run",
    to: "1.0.1",
    files: {
      "package.json": pkg(
        "solo",
        "1.0.0",
        release("npm version patch --ignore-scripts", { version: "echo no >>log.txt" }),
      ),
      "log.txt": "",
    },
    args: ["version", "1.0.1", "--ignore-scripts"],
  },
  {
    name: "a workspace that is not asked for stays",
    to: "1.1.0",
    files: workspaces("npm version minor"),
  },
  {
    name: "every workspace, and the root",
    to: "1.1.0",
    files: workspaces("npm version minor --workspaces --include-workspace-root"),
    args: everywhere,
  },
  {
    name: "every workspace with the lockfile",
    to: "1.1.0",
    files: {
      ...workspaces("npm version minor -ws -iwr"),
      "package-lock.json": {
        ...lock(3),
        packages: {
          "": { name: "solo", version: "1.0.0", workspaces: ["packages/*"] },
          ...linked("^1.0.0"),
        },
      },
    },
    args: everywhere,
  },
  {
    name: "one workspace by its name",
    to: "1.1.0",
    files: workspaces("npm version minor -w b"),
    args: ["version", "1.1.0", "-w", "b"],
  },
  {
    name: "a version of a prerelease",
    to: "2.0.0-beta.1",
    files: { "package.json": pkg("solo", "2.0.0-beta.0", plain) },
  },
];
