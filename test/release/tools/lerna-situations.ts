import { pkg, pnpmPackages } from "./pnpm-packages.ts";
import type { Situation } from "./situation.ts";

const quiet = { gitTagVersion: false, push: false };
const config = (version: string, options: object = {}, more: object = {}) => ({
  $schema: "node_modules/lerna/schemas/lerna-schema.json",
  version,
  ...more,
  command: { version: { ...quiet, ...options } },
});
const root = { name: "root", private: true, workspaces: ["packages/*"] };

/** Three packages in a chain. */
const chain = {
  "package.json": root,
  "packages/a/package.json": pkg("a", "1.2.0"),
  "packages/b/package.json": pkg("b", "1.2.0", { dependencies: { zod: "^3.0.0", a: "^1.2.0" } }),
  "packages/c/package.json": pkg("c", "1.2.0", { devDependencies: { b: "~1.2.0" } }),
};

/** A chain in which only the second package was touched since a release. */
const touched = {
  ...chain,
  "packages/b/README.md": "new\n",
};

export const lernaSituations: readonly Situation[] = [
  { name: "one version for all", to: "1.3.0", files: { ...chain, "lerna.json": config("1.2.0") } },
  {
    name: "packages that are behind come along",
    to: "1.3.0",
    files: { ...chain, "packages/a/package.json": pkg("a", "1.0.0"), "lerna.json": config("1.2.0") },
  },
  {
    name: "only what changed, and who requires it",
    to: "1.2.1",
    files: { ...touched, "lerna.json": config("1.2.0") },
    former: { tag: "v1.2.0", files: { "packages/b/README.md": "old\n" } },
  },
  {
    name: "without those who require it",
    to: "1.2.1",
    files: { ...touched, "lerna.json": config("1.2.0", { excludeDependents: true }) },
    former: { tag: "v1.2.0", files: { "packages/b/README.md": "old\n" } },
  },
  {
    name: "changes that are ignored",
    to: "1.2.1",
    files: {
      ...touched,
      "packages/a/index.js": "1;\n",
      "lerna.json": config("1.2.0", { ignoreChanges: ["*.md"] }),
    },
    former: { tag: "v1.2.0", files: { "packages/b/README.md": "old\n", "packages/a/index.js": "0;\n" } },
  },
  {
    name: "everything by force",
    to: "1.2.1",
    files: { ...touched, "lerna.json": config("1.2.0", { forcePublish: true }) },
    former: { tag: "v1.2.0", files: { "packages/b/README.md": "old\n" } },
  },
  {
    name: "exact requirements",
    to: "1.3.0",
    files: { ...chain, "lerna.json": config("1.2.0", { exact: true }) },
  },
  {
    name: "requirements by the workspace protocol",
    to: "1.3.0",
    files: {
      ...pnpmPackages({
        a: ["1.2.0"],
        b: ["1.2.0", { dependencies: { a: "workspace:*" } }],
        c: ["1.2.0", { dependencies: { a: "workspace:^1.2.0" } }],
        d: [
          "1.2.0",
          {
            peerDependencies: { a: "workspace:1.2.0", b: "^1.2.0" },
          },
        ],
      }),
      "lerna.json": config("1.2.0", {}, { packages: ["packages/*"] }),
    },
  },
  {
    name: "requirements that are not linked stay",
    to: "1.3.0",
    files: {
      ...chain,
      "packages/b/package.json": pkg("b", "1.2.0", { dependencies: { a: "^0.9.0" } }),
      "packages/c/package.json": pkg("c", "1.2.0", {
        dependencies: { a: "file:../a" },
        peerDependencies: { b: "^1.0.0" },
      }),
      "lerna.json": config("1.2.0"),
    },
  },
  {
    name: "private packages are left out",
    to: "1.3.0",
    files: {
      ...chain,
      "packages/c/package.json": pkg("c", "1.2.0", { private: true, dependencies: { a: "^1.2.0" } }),
      "packages/d/package.json": { name: "d", private: true },
      "lerna.json": config("1.2.0", { private: false }),
    },
  },
  {
    name: "packages of lerna.json are the train",
    to: "1.3.0",
    files: {
      ...chain,
      "other/d/package.json": pkg("d", "1.2.0", { dependencies: { a: "^1.2.0" } }),
      "lerna.json": config("1.2.0", {}, { packages: ["packages/a", "other/*"] }),
    },
  },
  {
    name: "each its own version, at the next patch",
    to: "patch",
    files: {
      ...chain,
      "packages/a/package.json": '{\n\t"name": "a",\n\t"version": "0.4.9",\n\t"files": []\n}',
      "packages/b/package.json": pkg("b", "2.0.0", { dependencies: { a: "^0.4.0" } }),
      "lerna.json": config("independent"),
    },
  },
  {
    name: "lockfiles beside the packages",
    to: "1.3.0",
    files: {
      ...chain,
      "packages/b/package-lock.json": {
        name: "b",
        version: "1.2.0",
        lockfileVersion: 3,
        packages: { "": { name: "b", version: "1.2.0", dependencies: { a: "^1.2.0", zod: "^3.0.0" } } },
      },
      "lerna.json": config("1.2.0"),
    },
  },
  {
    name: "scripts around the release, in order",
    to: "1.3.0",
    files: {
      ...chain,
      "package.json": {
        ...root,
        scripts: {
          preversion: "echo root pre >>log.txt",
          version: "echo root $npm_package_version >>log.txt",
          postversion: "echo root post >>log.txt",
        },
      },
      "packages/a/package.json": pkg("a", "1.2.0", {
        scripts: {
          preversion: "echo a pre $npm_package_version >>../../log.txt",
          version: "echo a $npm_package_version >>../../log.txt && echo $npm_package_version >VERSION",
          postversion: "echo a post >>../../log.txt",
        },
      }),
      "packages/b/package.json": pkg("b", "1.2.0", {
        dependencies: { a: "^1.2.0" },
        scripts: { version: "echo b $npm_package_version >>../../log.txt" },
      }),
      "log.txt": "",
      "lerna.json": config("1.2.0"),
    },
  },
];
