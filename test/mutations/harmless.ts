import type { Change, Mutation } from "./mutation.ts";
import { addCrate, addPackage, manifest } from "./packages.ts";

const cut = "scripts/release/src/cut.ts";
const table = "scripts/release/src/lib/version-table.ts";

/** Writes a file with the line breaks of Windows. */
function withCrlf(...paths: string[]): Change {
  return (tree) => {
    for (const path of paths) tree.write(path, tree.read(path).replaceAll("\n", "\r\n"));
  };
}

/** Lets a package of others move in its manifest and in the lockfile. */
function bumpClsx(requirement: string, version: string): Change {
  return (tree) => {
    for (const path of ["examples/chat/package.json", "website/package.json"])
      tree.replace(path, `"clsx": "^2.1.1"`, `"clsx": "${requirement}"`);
    tree.replace(
      "pnpm-lock.yaml",
      "specifier: ^2.1.1\n        version: 2.1.1",
      `specifier: ${requirement}\n        version: ${version}`,
    );
    tree.replace("pnpm-lock.yaml", "clsx@2.1.1", `clsx@${version}`);
  };
}

/** What people do to source text. */
const edits: readonly Mutation[] = [
  {
    title: "a manifest is indented by two blanks",
    change: (tree) =>
      tree.write(
        "packages/react/package.json",
        tree.read("packages/react/package.json").replaceAll("\t", "  "),
      ),
  },
  {
    title: "the keys of a manifest are put in another order",
    change(tree) {
      const { version, ...rest } = JSON.parse(tree.read("packages/react/package.json"));
      tree.write("packages/react/package.json", manifest({ ...rest, version }));
    },
  },
  {
    title: "the tables of Cargo.toml are no longer indented",
    change: (tree) => tree.write("Cargo.toml", tree.read("Cargo.toml").replaceAll(/^ +(?=[[a-z])/gm, "")),
  },
  {
    title: "a page and a Dockerfile get the line breaks of Windows",
    change: withCrlf("website/docs/install.md", "README.md", "docker/engine.Dockerfile"),
  },
  { title: "a manifest gets the line breaks of Windows", change: withCrlf("packages/react/package.json") },
  { title: "the release script gets the line breaks of Windows", change: withCrlf(cut, table) },
  {
    title: "files begin with a byte order mark",
    change(tree) {
      for (const path of ["README.md", "api/openapi.json", "compose.yaml"])
        tree.write(path, `\uFEFF${tree.read(path)}`);
    },
  },
  {
    title: "comments are written into the release script",
    change: (tree) =>
      tree.replace(
        table,
        "\treturn [\n",
        "\t// Every row is read from top to bottom; 1.4.2 was the first release that used it.\n\treturn [\n",
      ),
  },
  {
    title: "a variable of the release script is renamed",
    change(tree) {
      tree.replace(table, "const next = ", "const rewritten = ");
      tree.replace(table, "next === text", "rewritten === text");
      tree.replace(table, "writeFile(place, next)", "writeFile(place, rewritten)");
    },
  },
  {
    title: "a module of the release script is renamed",
    change(tree) {
      tree.move("scripts/release/src/lib/manifests.ts", "scripts/release/src/lib/stamp.ts");
      tree.replace(cut, "./lib/manifests.js", "./lib/stamp.js");
    },
  },
  {
    title: "a comment in a workflow and in a configuration",
    change(tree) {
      tree.replace(
        ".github/workflows/release.yaml",
        "env:\n",
        "# What the jobs below have in common.\nenv:\n",
      );
      tree.replace("Cargo.toml", "[workspace]\n", "# The crates of the engine.\n[workspace]\n");
    },
  },
];

/** Versions of others, whatever number they have. */
const thirdParties: readonly Mutation[] = [
  { title: "a package of others is upgraded", change: bumpClsx("^2.2.0", "2.2.0") },
  { title: "a package of others reaches the number of the product", change: bumpClsx("^1.4.2", "1.4.2") },
  {
    title: "a crate of others at the number of the product",
    change(tree) {
      tree.replace("Cargo.toml", `  bytes = "1.10.1"`, `  bytes = "1.4.2"`);
      tree.replace("Cargo.lock", `name = "bytes"\nversion = "1.10.1"`, `name = "bytes"\nversion = "1.4.2"`);
    },
  },
  {
    title: "an action and an image of others at the number of the product",
    change(tree) {
      tree.replace(".github/workflows/release.yaml", "actions/checkout@v4.2.2", "actions/checkout@v1.4.2");
      tree.replace("compose.yaml", "postgres:17.5", "redis:1.4.2");
    },
  },
  {
    title: "a page about a tool of others at the number of the product",
    change: (tree) =>
      tree.write(
        "website/docs/tools.md",
        "# Tools\n\nInstall esbuild 1.4.2 or newer:\n\n```sh\nnpm install esbuild@1.4.2\ncargo install ripgrep@1.4.2\n```\n",
      ),
  },
  {
    title: "numbers that are no versions of anything",
    change(tree) {
      tree.write(
        "website/public/logo.svg",
        `<svg xmlns="http://www.w3.org/2000/svg"><path d="M1.4.2 3l1.4.2z"/></svg>\n`,
      );
      tree.write(
        "website/docs/limits.md",
        "# Limits\n\nSee section 1.4.2 of the report. The probe listens on 1.4.2.1, since 2024-11-05.\n",
      );
    },
  },
  {
    title: "a vendored package at a version of the product",
    change: (tree) =>
      tree.write(
        "vendor/left-pad/package.json",
        manifest({ name: "left-pad", version: "1.4.1", license: "MIT" }),
      ),
  },
];

/** New things that are as they should be. */
const additions: readonly Mutation[] = [
  {
    title: "a private package at 0.0.0",
    change: addPackage("packages/playground", {
      name: "@lumenkit/playground",
      version: "0.0.0",
      private: true,
    }),
  },
  {
    title: "a private package without a version",
    change: addPackage("packages/bench", { name: "@lumenkit/bench", private: true }),
  },
  {
    title: "a public package that the script finds by itself",
    change: addPackage("packages/vue", {
      name: "@lumenkit/vue",
      version: "1.4.2",
      license: "Apache-2.0",
      dependencies: { lumenkit: "workspace:*" },
    }),
  },
  {
    title: "a platform package that the script finds by itself",
    change: addPackage("packages/native/npm/linux-arm64-musl", {
      name: "@lumenkit/native-linux-arm64-musl",
      version: "1.4.2",
      os: ["linux"],
    }),
  },
  {
    title: "an example with a star",
    change: addPackage("examples/board", {
      name: "example-board",
      version: "0.0.0",
      private: true,
      dependencies: { lumenkit: "*" },
    }),
  },
  {
    title: "an example with a caret",
    change: addPackage("examples/board", {
      name: "example-board",
      version: "0.0.0",
      private: true,
      dependencies: { lumenkit: "^1.4.2" },
    }),
  },
  {
    title: "a crate with the version of the workspace",
    change: addCrate("lumen-metrics", "version.workspace = true"),
  },
  { title: "a crate that is released on its own", change: addCrate("lumen-agate", `version = "0.1.0"`) },
  {
    title: "a peer requirement that says what it works with",
    change: (tree) =>
      tree.replace(
        "packages/react/package.json",
        `"react": "^18.0.0 || ^19.0.0"`,
        `"react": "^18.0.0 || ^19.0.0",\n\t\t"lumenkit": ">=1.2.0"`,
      ),
  },
  {
    title: "a schema that everybody speaks",
    change(tree) {
      tree.write("schemas/protocol/v4.bare", `${tree.read("schemas/protocol/v3.bare")}\n`);
      tree.replace("engine/crates/protocol/src/lib.rs", "u16 = 3", "u16 = 4");
      tree.replace("engine/crates/protocol/src/lib.rs", "versioned::v3", "versioned::v4");
      tree.write("packages/runner/src/protocol/v4.ts", tree.read("packages/runner/src/protocol/v3.ts"));
      tree.replace("packages/runner/src/protocol/index.ts", "./v3.js", "./v4.js");
      tree.replace("packages/runner/src/protocol/index.ts", "PROTOCOL_VERSION = 3", "PROTOCOL_VERSION = 4");
    },
  },
  {
    title: "a package moves to another folder",
    change(tree) {
      tree.move("packages/react", "packages/react-hooks");
      tree.replace("pnpm-lock.yaml", "packages/react", "packages/react-hooks");
    },
  },
];

/** What speaks of former releases, and means them. */
const history: readonly Mutation[] = [
  {
    title: "an entry of the changelog for what is not released yet",
    change: (tree) =>
      tree.replace(
        "CHANGELOG.md",
        "# Changelog\n",
        "# Changelog\n\n## Unreleased\n\n- Hooks for Vue, which need lumenkit 1.4.2.\n",
      ),
  },
  {
    title: "an entry of the changelog for the next release",
    change: (tree) =>
      tree.replace("CHANGELOG.md", "# Changelog\n", "# Changelog\n\n## 1.5.0\n\n- Hooks for Vue.\n"),
  },
  {
    title: "a post about the current release",
    change: (tree) =>
      tree.write(
        "website/blog/2025-03-01-lumen-1-4.md",
        "---\ntitle: Lumen 1.4.2\n---\n\nGet it with `npm install lumenkit@1.4.2` or `docker run lumendev/engine:1.4.2`.\n",
      ),
  },
  {
    title: "a page says since when something exists",
    change: (tree) =>
      tree.write(
        "website/docs/hooks.md",
        "# Hooks\n\nAvailable since Lumen 1.3.0. Removed in Lumen 1.4.0: `useState`.\n",
      ),
  },
  {
    title: "a constant with the oldest version that is supported",
    change: (tree) =>
      tree.write("packages/runner/src/compat.ts", `export const MIN_LUMEN_VERSION = "1.3.0";\n`),
  },
  {
    title: "a test with versions in its data",
    change: (tree) =>
      tree.write(
        "packages/runner/tests/migrate.test.ts",
        `test("migrates", () => {\n\texpect(migrate({ lumenVersion: "1.3.0" })).toEqual({ lumenVersion: "1.4.0" });\n});\n`,
      ),
  },
  {
    title: "tags that are no releases",
    change(tree) {
      for (const tag of ["nightly-2025-03-01", "docs-v3", "before-rewrite"]) tree.git("tag", tag);
    },
  },
  {
    title: "the work is committed on a branch of its own",
    change(tree) {
      tree.git("checkout", "--quiet", "-b", "feature");
      tree.write("website/docs/vue.md", "# Vue\n");
      tree.git("add", "--all");
      tree.git("commit", "--quiet", "--message", "a page");
    },
  },
];

/** Changes that make no release wrong. */
export const harmless: readonly Mutation[] = [...edits, ...thirdParties, ...additions, ...history];
