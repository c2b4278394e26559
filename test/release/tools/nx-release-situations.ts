import { pkg, pnpmPackages } from "./pnpm-packages.ts";
import type { Situation } from "./situation.ts";

const root = { name: "root", version: "0.0.0", private: true, workspaces: ["packages/*"] };
const nx = (release: object = {}, version: object = {}) => ({
  release: {
    projects: ["packages/*"],
    version: { versionActionsOptions: { skipLockFileUpdate: true }, ...version },
    ...release,
  },
});
const quiet = { changelog: { workspaceChangelog: false }, git: { commit: false, tag: false } };

/** Three packages in a chain. */
const chain = {
  "package.json": root,
  "packages/a/package.json": pkg("a", "1.2.0"),
  "packages/b/package.json": pkg("b", "1.2.0", { dependencies: { zod: "^3.0.0", a: "^1.2.0" } }),
  "packages/c/package.json": pkg("c", "1.2.0", { devDependencies: { b: "~1.2.0", a: "1.2.0" } }),
};

export const nxReleaseSituations: readonly Situation[] = [
  { name: "one version for all", to: "1.2.1", files: { ...chain, "nx.json": nx() } },
  {
    name: "ranges that are not kept",
    to: "2.0.0",
    files: { ...chain, "nx.json": nx({}, { preserveMatchingDependencyRanges: false }) },
  },
  {
    name: "ranges that are kept in some fields only",
    to: "1.2.1",
    files: { ...chain, "nx.json": nx({}, { preserveMatchingDependencyRanges: ["dependencies"] }) },
  },
  {
    name: "a prefix for every requirement",
    to: "1.3.0",
    files: {
      ...chain,
      "nx.json": nx({}, { versionPrefix: "~", preserveMatchingDependencyRanges: false }),
    },
  },
  {
    name: "each its own version, at the next patch",
    to: "patch",
    files: {
      ...chain,
      "packages/a/package.json": '{\n\t"name": "a",\n\t"version": "0.4.9",\n\t"files": []\n}',
      "packages/b/package.json": pkg("b", "2.0.0", { dependencies: { a: "0.4.9" } }),
      "nx.json": nx({ projectsRelationship: "independent" }),
    },
  },
  {
    name: "requirements by the workspace protocol stay",
    to: "1.3.0",
    files: {
      ...pnpmPackages({
        a: ["1.2.0"],
        b: ["1.2.0", { dependencies: { a: "workspace:*" } }],
        c: ["1.2.0", { peerDependencies: { a: "workspace:^1.2.0" } }],
      }),
      "nx.json": { ...nx(), cli: { packageManager: "pnpm" } },
    },
  },
  {
    name: "requirements by the workspace protocol become versions",
    to: "1.3.0",
    files: {
      ...pnpmPackages({
        a: ["1.2.0"],
        b: ["1.2.0", { dependencies: { a: "workspace:*" } }],
        c: ["1.2.0", { peerDependencies: { a: "workspace:^" } }],
      }),
      "nx.json": {
        ...nx({}, { preserveLocalDependencyProtocols: false }),
        cli: { packageManager: "pnpm" },
      },
    },
  },
  {
    name: "requirements that are not linked stay",
    to: "1.3.0",
    files: {
      ...chain,
      "packages/b/package.json": pkg("b", "1.2.0", { dependencies: { a: "^0.9.0" } }),
      "packages/c/package.json": pkg("c", "1.2.0", { dependencies: { a: "file:../a", b: "*" } }),
      "nx.json": nx(),
    },
  },
  {
    name: "a manifest in another folder",
    to: "1.3.0",
    files: {
      ...chain,
      "dist/packages/a/package.json": pkg("a", "0.0.1"),
      "dist/packages/b/package.json": pkg("b", "0.0.1", { dependencies: { a: "1.2.0" } }),
      "dist/packages/c/package.json": pkg("c", "0.0.1"),
      "nx.json": nx({}, { manifestRootsToUpdate: ["dist/{projectRoot}"] }),
    },
  },
  {
    name: "two manifests for each project",
    to: "1.2.1",
    files: {
      ...chain,
      "out/a/package.json": pkg("a", "0.0.1"),
      "out/b/package.json": pkg("b", "0.0.1", { dependencies: { a: "^1.2.0" } }),
      "out/c/package.json": pkg("c", "0.0.1"),
      "nx.json": nx({}, { manifestRootsToUpdate: ["{projectRoot}", { path: "out/{projectName}" }] }),
    },
  },
  {
    name: "projects by name, tag and exclusion",
    to: "1.3.0",
    files: {
      ...chain,
      "packages/d/package.json": pkg("d", "1.2.0", { nx: { tags: ["kind:tool"] } }),
      "nx.json": nx({ projects: ["packages/*", "!tag:kind:tool", "!c"] }),
    },
  },
  {
    name: "libraries that are not private, where none are named",
    to: "1.3.0",
    files: {
      "package.json": root,
      "packages/a/package.json": pkg("a", "1.2.0", { main: "index.js" }),
      "packages/b/package.json": pkg("b", "1.2.0", { main: "index.js", private: true }),
      "packages/c/package.json": pkg("c", "1.2.0"),
      "packages/d/package.json": pkg("d", "1.2.0"),
      "packages/d/project.json": { name: "dee", projectType: "library" },
      "nx.json": {
        release: {
          changelog: quiet.changelog,
          version: { versionActionsOptions: { skipLockFileUpdate: true } },
        },
      },
    },
  },
  {
    name: "groups, of which one requires the other",
    to: "patch",
    files: {
      ...chain,
      "packages/c/package.json": pkg("c", "3.0.0", { dependencies: { a: "1.2.0" } }),
      "nx.json": {
        release: {
          groups: {
            core: { projects: ["a", "b"] },
            rest: { projects: ["c"], projectsRelationship: "independent" },
          },
          version: { versionActionsOptions: { skipLockFileUpdate: true } },
        },
      },
    },
  },
  {
    name: "a command before the version, and what it makes",
    to: "1.2.1",
    files: {
      ...chain,
      "nx.json": nx({}, { preVersionCommand: "mkdir -p out && cat packages/a/package.json >out/a.txt" }),
    },
  },
  {
    name: "version plans, and whoever requires what they name",
    to: "patch",
    files: {
      ...chain,
      "packages/a/package.json": pkg("a", "1.2.0"),
      "packages/b/package.json": pkg("b", "2.0.0", { dependencies: { a: "1.2.0" } }),
      "packages/c/package.json": pkg("c", "3.0.0"),
      ".nx/version-plans/one.md": "---\na: patch\n---\n\nFixes a.\n",
      "nx.json": nx({ ...quiet, projectsRelationship: "independent", versionPlans: true }),
    },
    args: ["release", "--skip-publish"],
  },
  {
    name: "the lockfile of a workspace",
    to: "1.2.1",
    files: {
      "package.json": root,
      "packages/a/package.json": pkg("a", "1.2.0"),
      "packages/b/package.json": pkg("b", "1.2.0", { dependencies: { a: "^1.2.0" } }),
      "package-lock.json": {
        name: "root",
        version: "0.0.0",
        lockfileVersion: 3,
        requires: true,
        packages: {
          "": { name: "root", version: "0.0.0", workspaces: ["packages/*"] },
          "node_modules/a": { resolved: "packages/a", link: true },
          "node_modules/b": { resolved: "packages/b", link: true },
          "packages/a": { version: "1.2.0" },
          "packages/b": { version: "1.2.0", dependencies: { a: "^1.2.0" } },
        },
      },
      "nx.json": nx({}, { versionActionsOptions: {} }),
    },
  },
];
