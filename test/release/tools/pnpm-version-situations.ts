import type { Situation } from "./situation.ts";

const pkg = (name: string, version: string, more: object = {}) => ({ name, version, ...more });
const calls = (line: string) => ({ scripts: { release: line } });
const patch = calls("pnpm version patch");
const lock = `lockfileVersion: '9.0'\n\nsettings:\n  autoInstallPeers: true\n  excludeLinksFromLockfile: false\n\nimporters:\n\n  .: {}\n`;
const workspace = {
  "package.json": pkg("solo", "1.0.0", patch),
  "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
  "packages/a/package.json": pkg("a", "1.0.0"),
  "packages/b/package.json": pkg("b", "1.0.0", { dependencies: { a: "workspace:^1.0.0" } }),
};

/** https://pnpm.io/cli/version */
export const pnpmVersionSituations: readonly Situation[] = [
  { name: "one package", to: "1.0.1", files: { "package.json": pkg("solo", "1.0.0", patch) } },
  {
    name: "tabs, and no line break at the end",
    to: "1.0.1",
    files: { "package.json": JSON.stringify(pkg("solo", "1.0.0", patch), null, "\t") },
  },
  {
    name: "line breaks of Windows, and four blanks",
    to: "1.0.1",
    files: { "package.json": JSON.stringify(pkg("solo", "1.0.0", patch), null, 4).replaceAll("\n", "\r\n") },
  },
  {
    name: "everything on one line, with a list",
    to: "2.0.0",
    files: { "package.json": JSON.stringify(pkg("solo", "1.0.0", { files: ["a", "b"], ...patch })) },
  },
  {
    name: "a lockfile",
    to: "1.0.1",
    files: { "package.json": pkg("solo", "1.0.0", patch), "pnpm-lock.yaml": lock },
  },
  {
    name: "a lockfile of npm beside it",
    to: "1.0.1",
    files: {
      "package.json": pkg("solo", "1.0.0", patch),
      "pnpm-lock.yaml": lock,
      "package-lock.json": {
        name: "solo",
        version: "1.0.0",
        lockfileVersion: 3,
        packages: { "": { name: "solo", version: "1.0.0" } },
      },
    },
  },
  {
    name: "scripts around the version, in order",
    to: "1.0.1",
    files: {
      "package.json": pkg("solo", "1.0.0", {
        packageManager: "pnpm@10.34.9",
        scripts: {
          preversion: "echo pre $npm_package_version >>log.txt",
          version: "echo on $npm_package_version >>log.txt && sed -i s/1.0.0/1.0.1/ README.md",
          postversion: "echo post $npm_package_version >>log.txt",
        },
      }),
      "pnpm-lock.yaml": lock,
      "README.md": "solo@1.0.0\n",
      "log.txt": "",
    },
  },
  { name: "a workspace that is not asked for stays", to: "1.1.0", files: workspace },
  {
    name: "scripts that are not to be run",
    to: "1.0.1",
    files: {
      "package.json": pkg("solo", "1.0.0", {
        scripts: { release: "pnpm version patch --ignore-scripts", version: "echo no >>log.txt" },
      }),
      "pnpm-lock.yaml": lock,
      "log.txt": "",
    },
    args: ["version", "1.0.1", "--ignore-scripts"],
  },
  {
    name: "no tag",
    to: "1.0.1",
    files: {
      "package.json": pkg("solo", "1.0.0", calls("pnpm version patch --no-git-tag-version")),
      "pnpm-lock.yaml": lock,
    },
    args: ["version", "1.0.1", "--no-git-tag-version"],
  },
  {
    name: "a version of a prerelease",
    to: "2.0.0-beta.1",
    files: { "package.json": pkg("solo", "2.0.0-beta.0", patch), "pnpm-lock.yaml": lock },
  },
];
