import type { Defect } from "../mutation.ts";
import { addCrate, addPackage, addPinnedCrate } from "../packages.ts";

const table = "scripts/release/src/lib/version-table.ts";
const packages = "scripts/release/src/lib/packages.ts";

/** Places that hold current and that the release does not write. */
const stale: readonly Omit<Defect, "rule">[] = [
  {
    title: "a public package whose name the script does not know",
    at: "integrations/nova/package.json",
    change: addPackage("integrations/nova", {
      name: "@lumen-dev/nova",
      version: "1.4.2",
      license: "Apache-2.0",
    }),
  },
  {
    title: "a crate with a version of its own in place of that of the workspace",
    at: "engine/crates/metrics/Cargo.toml",
    change: addCrate("lumen-metrics", `version = "1.4.2"`),
  },
  {
    title: "an exact pin of a crate that the list of pins lacks",
    at: "Cargo.toml",
    change: addPinnedCrate("lumen-metrics"),
  },
  {
    title: "a companion is dropped from the list of companions",
    at: "integrations/edge/package.json",
    change: (tree) => tree.replace(packages, `new Set(["@lumen-dev/edge"])`, "new Set<string>()"),
  },
  {
    title: "the binaries are no longer considered",
    at: "packages/native/npm/darwin-arm64/package.json",
    change: (tree) =>
      tree.replace(
        packages,
        "for (const platform of readdirSync(binaries).sort()) consider(join(binaries, platform));",
        "",
      ),
  },
  {
    title: "a row of the table is deleted",
    at: "scripts/install.sh",
    change: (tree) =>
      tree.write(
        table,
        tree.read(table).replace(/\t\t\{\n\t\t\tfiles: "scripts\/install\.sh",\n.*\n.*\n\t\t\},\n/, ""),
      ),
  },
  {
    title: "an example with an exact requirement",
    at: "examples/board/package.json",
    change: addPackage("examples/board", {
      name: "example-board",
      private: true,
      dependencies: { lumenkit: "1.4.2" },
    }),
  },
  {
    title: "an example that asks for a companion, whose scope the table does not match",
    at: "examples/chat/package.json",
    change: (tree) =>
      tree.replace("examples/chat/package.json", `"clsx"`, `"@lumen-dev/edge": "^1.4.2",\n\t\t"clsx"`),
  },
  {
    title: "a constant with the version of the product",
    at: "packages/lumenkit/src/version.ts",
    change: (tree) =>
      tree.write("packages/lumenkit/src/version.ts", `export const LUMEN_VERSION = "1.4.2";\n`),
  },
  {
    title: "a constant with the version of the product in Go",
    at: "sdks/go/version.go",
    change: (tree) =>
      tree.write("sdks/go/version.go", `package lumen\n\n// Version of the SDK.\nconst Version = "1.4.2"\n`),
  },
  {
    title: "a Python project at current",
    at: "sdks/python/pyproject.toml",
    change: (tree) =>
      tree.write(
        "sdks/python/pyproject.toml",
        `[project]\nname = "lumen"\nversion = "1.4.2"\nrequires-python = ">=3.10"\n`,
      ),
  },
  {
    title: "a page that runs the image of the engine",
    at: "website/docs/docker.md",
    change: (tree) =>
      tree.write(
        "website/docs/docker.md",
        "# Docker\n\n```sh\ndocker run lumendev/engine:1.4.2 --help\n```\n",
      ),
  },
  {
    title: "a deployment for Kubernetes",
    at: "deploy/engine.yaml",
    change: (tree) =>
      tree.write(
        "deploy/engine.yaml",
        "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: engine\n          image: lumendev/engine:1.4.2\n",
      ),
  },
  {
    title: "a Helm chart",
    at: "deploy/chart/Chart.yaml",
    change: (tree) =>
      tree.write(
        "deploy/chart/Chart.yaml",
        `apiVersion: v2\nname: lumen\ndescription: The engine of Lumen\nversion: 0.1.0\nappVersion: "1.4.2"\n`,
      ),
  },
  {
    title: "a variable in a workflow",
    at: ".github/workflows/smoke.yaml",
    change: (tree) =>
      tree.write(
        ".github/workflows/smoke.yaml",
        "name: smoke\non: push\nenv:\n  LUMEN_VERSION: 1.4.2\njobs:\n  smoke:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ./scripts/install.sh\n",
      ),
  },
  {
    title: "a badge in the readme",
    at: "README.md",
    change: (tree) =>
      tree.replace(
        "README.md",
        "# Lumen\n",
        "# Lumen\n\n![lumenkit 1.4.2](https://img.shields.io/badge/lumenkit-1.4.2-blue)\n",
      ),
  },
  {
    title: "a file that holds nothing but the version",
    at: "VERSION",
    change: (tree) => tree.write("VERSION", "1.4.2\n"),
  },
  {
    title: "a second argument of the same name in a Dockerfile",
    at: "docker/dev.Dockerfile",
    change: (tree) =>
      tree.write("docker/dev.Dockerfile", "ARG LUMEN_VERSION=1.4.2\nFROM debian:12.11-slim\n"),
  },
];

/** Places that an earlier release left behind. */
const behind: readonly Omit<Defect, "rule">[] = [
  {
    title: "an install command of a tool that the table does not know, one release late",
    at: "packages/react/README.md",
    change: (tree) =>
      tree.write("packages/react/README.md", "# React\n\n```sh\npnpm add @lumenkit/react@1.4.1\n```\n"),
  },
  {
    title: "an example with the exact version of the last release",
    at: "examples/counter/package.json",
    change: (tree) => tree.replace("examples/counter/package.json", `"*"`, `"1.4.1"`),
  },
  {
    title: "a public package that stayed at the last release",
    at: "integrations/aurora/package.json",
    change: (tree) => tree.replace("integrations/aurora/package.json", "1.4.2", "1.4.1"),
  },
  {
    title: "an image two releases old",
    at: "deploy/engine.yaml",
    change: (tree) =>
      tree.write("deploy/engine.yaml", "spec:\n  containers:\n    - image: lumendev/engine:1.3.0\n"),
  },
  {
    title: "an argument of a Dockerfile two releases old",
    at: "docker/dev.Dockerfile",
    change: (tree) => tree.replace("docker/dev.Dockerfile", "RUN", "ARG LUMEN_VERSION=1.3.0\nRUN"),
  },
  {
    title: "a manifest that the script learnt to write after the last release",
    at: "packages/react/package.json",
    change: (tree) => tree.replace("packages/react/package.json", "1.4.2", "1.4.1"),
  },
  {
    title: "an install command that the last release should have written",
    at: "website/docs/install.md",
    change: (tree) => tree.replace("website/docs/install.md", "lumenkit@1.4.2", "lumenkit@1.4.0"),
  },
];

/** Places that name a release that nobody has made. */
const ahead: readonly Omit<Defect, "rule">[] = [
  {
    title: "an example that asks for a release to come",
    at: "examples/counter/package.json",
    change: (tree) => tree.replace("examples/counter/package.json", `"*"`, `"1.5.0"`),
  },
  {
    title: "an install command ahead of the train",
    at: "README.md",
    change: (tree) => tree.replace("README.md", "lumenkit@1.3.0", "lumenkit@1.5.0"),
  },
];

export const missedPlaces: readonly Defect[] = [
  ...stale.map((defect) => ({ ...defect, rule: "stale-after-bump" })),
  ...behind.map((defect) => ({ ...defect, rule: "already-stale" })),
  ...ahead.map((defect) => ({ ...defect, rule: "ahead-of-release" })),
];
