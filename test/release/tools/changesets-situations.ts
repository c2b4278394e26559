import { pkg, pnpmPackages } from "./pnpm-packages.ts";
import type { Situation } from "./situation.ts";

const config = (more: object = {}) => ({ changelog: false, baseBranch: "main", ...more });
const root = { name: "root", private: true, workspaces: ["packages/*"] };
const changeset = (releases: Record<string, string>, summary = "A change.") =>
  `---\n${Object.entries(releases)
    .map(([name, type]) => `"${name}": ${type}\n`)
    .join("")}---\n\n${summary}\n`;

/** Two packages of which the second requires the first. */
const pair = (range: string, field = "dependencies", more: object = {}) => ({
  "package.json": root,
  "packages/a/package.json": pkg("a", "1.2.0"),
  "packages/b/package.json": pkg("b", "2.0.0", { [field]: { a: range }, ...more }),
});

export const changesetsSituations: readonly Situation[] = [
  {
    name: "one package, with its own changelog",
    files: {
      "package.json": '{\n\t"name": "solo",\n\t"version": "0.4.1"\n}',
      ".changeset/config.json": { baseBranch: "main" },
      ".changeset/one.md": changeset({ solo: "minor" }, "First line\n\nand more"),
      ".changeset/README.md": "About changesets.\n",
    },
  },
  {
    name: "a changelog that is there, with dependencies",
    files: {
      ...pair("^1.2.0"),
      ".changeset/config.json": { baseBranch: "main" },
      ".changeset/one.md": changeset({ a: "patch" }, "Fixes a."),
      ".changeset/two.md": changeset({ b: "minor" }, "Extends b."),
      "packages/a/CHANGELOG.md": "# a\n\n## 1.2.0\n\n- before\n",
    },
  },
  {
    name: "a requirement in range stays with its owner",
    files: {
      ...pair("^1.2.0"),
      ".changeset/config.json": config(),
      ".changeset/x.md": changeset({ a: "patch" }),
    },
  },
  {
    name: "a requirement out of range draws its owner in",
    files: {
      ...pair("~1.2.0"),
      ".changeset/config.json": config(),
      ".changeset/x.md": changeset({ a: "minor" }),
    },
  },
  {
    name: "an exact requirement",
    files: {
      ...pair("1.2.0"),
      ".changeset/config.json": config(),
      ".changeset/x.md": changeset({ a: "patch" }),
    },
  },
  {
    name: "a peer requirement makes its owner a major one",
    files: {
      ...pair("^1.2.0", "peerDependencies"),
      ".changeset/config.json": config(),
      ".changeset/x.md": changeset({ a: "minor" }),
    },
  },
  {
    name: "a peer requirement in range, where only those out of range count",
    files: {
      ...pair("^1.2.0", "peerDependencies"),
      ".changeset/config.json": config({
        ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: { onlyUpdatePeerDependentsWhenOutOfRange: true },
      }),
      ".changeset/x.md": changeset({ a: "minor", b: "patch" }),
    },
  },
  {
    name: "a requirement for development changes without a release",
    files: {
      ...pair("1.2.0", "devDependencies"),
      ".changeset/config.json": config(),
      ".changeset/x.md": changeset({ a: "major" }),
    },
  },
  {
    name: "requirements by the workspace protocol",
    files: {
      ...pnpmPackages({
        a: ["1.2.0"],
        b: ["2.0.0", { dependencies: { a: "workspace:*" } }],
        c: ["3.0.0", { dependencies: { a: "workspace:^" } }],
        d: ["4.0.0", { dependencies: { a: "workspace:~1.2.0" } }],
        e: [
          "5.0.0",
          {
            devDependencies: { a: "workspace:>=1.0.0", d: "^4.0.0" },
          },
        ],
      }),
      ".changeset/config.json": config({ bumpVersionsWithWorkspaceProtocolOnly: true }),
      ".changeset/x.md": changeset({ a: "minor", d: "patch", e: "patch" }),
    },
  },
  {
    name: "a fixed group is released whole",
    files: {
      ...pair("^1.2.0"),
      "packages/c/package.json": pkg("@scope/c", "1.9.0"),
      "packages/d/package.json": pkg("@scope/d", "1.0.0", { private: true }),
      ".changeset/config.json": config({ fixed: [["@scope/*", "a"]] }),
      ".changeset/x.md": changeset({ a: "minor" }),
    },
  },
  {
    name: "a linked group shares the highest version",
    files: {
      ...pair("^1.2.0"),
      "packages/c/package.json": pkg("c", "1.9.0"),
      "packages/d/package.json": pkg("d", "1.4.0"),
      ".changeset/config.json": config({ linked: [["a", "c", "d"]] }),
      ".changeset/x.md": changeset({ a: "patch" }),
      ".changeset/y.md": changeset({ d: "minor" }),
    },
  },
  {
    name: "ignored and private packages",
    files: {
      ...pair("^1.2.0", "dependencies", { private: true }),
      "packages/c/package.json": pkg("c", "1.0.0"),
      "packages/docs/package.json": { name: "docs", private: true, dependencies: { a: "^1.2.0" } },
      ".changeset/config.json": config({ ignore: ["c"], privatePackages: { version: false, tag: false } }),
      ".changeset/x.md": changeset({ a: "major" }),
      ".changeset/y.md": changeset({ c: "major" }),
    },
  },
  {
    name: "only minor steps update requirements",
    files: {
      ...pair("^1.2.0"),
      ".changeset/config.json": config({ updateInternalDependencies: "minor" }),
      ".changeset/x.md": changeset({ a: "patch", b: "patch" }),
    },
  },
  {
    name: "a prerelease",
    files: {
      ...pair("^1.3.0-next.0"),
      "packages/a/package.json": pkg("a", "1.3.0-next.0"),
      ".changeset/config.json": config(),
      ".changeset/old.md": changeset({ a: "minor" }),
      ".changeset/x.md": changeset({ a: "patch" }),
      ".changeset/pre.json": {
        mode: "pre",
        tag: "next",
        initialVersions: { a: "1.2.0" },
        changesets: ["old"],
      },
    },
  },
  {
    name: "the end of prereleases",
    files: {
      ...pair("^1.3.0-next.0"),
      "packages/a/package.json": pkg("a", "1.3.0-next.0"),
      ".changeset/config.json": config(),
      ".changeset/old.md": changeset({ a: "minor" }),
      ".changeset/pre.json": {
        mode: "exit",
        tag: "next",
        initialVersions: { a: "1.2.0", b: "2.0.0" },
        changesets: ["old"],
      },
    },
  },
  {
    name: "a chain of owners, and ranges that stay",
    files: {
      ...pair("1.2.0"),
      "packages/c/package.json": pkg("c", "1.0.0", { dependencies: { b: "2.0.0", a: "*" } }),
      "packages/d/package.json": pkg("d", "1.0.0", { dependencies: { c: ">=1.0.0 <2", a: "file:../a" } }),
      ".changeset/config.json": config(),
      ".changeset/x.md": changeset({ a: "patch" }),
    },
  },
];
