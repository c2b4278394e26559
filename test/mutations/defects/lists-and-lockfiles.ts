import { configured, type Defect } from "../mutation.ts";
import { addCrate, addPackage, addPinnedCrate, manifest } from "../packages.ts";

const crates = "scripts/release/src/lib/crates.ts";
const publish = "scripts/release/src/publish.ts";

const pins = configured(
  "a full list of pins",
  `[[list]]
name = "pinned crates"
path = "${crates}"
constant = "PINNED_CRATES"
equals = "pinned-workspace-dependencies"
`,
  (tree) => tree.replace(crates, `"wire-protocol"]`, `"wire-protocol", "lumen-storage"]`),
);

const order = configured(
  "a list of what is published, in order",
  `[[list]]
name = "published crates"
path = "${publish}"
constant = "CRATES"
equals = "publishable-crates"
ordered = true

[[list]]
name = "published packages"
path = "${publish}"
constant = "BINARIES"
equals = "publishable-packages"
except = [
  "@lumen-dev/aurora", "@lumen-dev/edge", "@lumenkit/api", "@lumenkit/clock", "@lumenkit/native", "@lumenkit/react",
  "@lumenkit/runner", "lumenkit",
]
`,
  (tree) =>
    tree.write(
      publish,
      `/** In the order in which they are published. */
export const CRATES = ["lumen-wire-protocol", "lumen-client", "lumen-quartz", "lumen-storage"];
export const BINARIES = new Set<string>([]);
`,
    ),
);

const lists: readonly Omit<Defect, "rule">[] = [
  {
    title: "a crate is dropped from the list of pins",
    at: crates,
    given: pins,
    besides: ["stale-after-bump Cargo.toml"],
    change: (tree) => tree.replace(crates, `"lumen-client", `, ""),
  },
  {
    title: "the list names a crate by its package instead of by its key",
    at: crates,
    given: pins,
    besides: ["stale-after-bump Cargo.toml"],
    change: (tree) => tree.replace(crates, `"wire-protocol"`, `"lumen-wire-protocol"`),
  },
  {
    title: "a new crate is pinned and not listed",
    at: crates,
    given: pins,
    besides: ["stale-after-bump Cargo.toml"],
    change: addPinnedCrate("lumen-metrics"),
  },
  {
    title: "a crate is published before one that it depends on",
    at: publish,
    given: order,
    change: (tree) =>
      tree.replace(publish, `"lumen-wire-protocol", "lumen-client"`, `"lumen-client", "lumen-wire-protocol"`),
  },
  {
    title: "a new crate is not in the list of what is published",
    at: publish,
    given: order,
    change: addCrate("lumen-metrics", "version.workspace = true"),
  },
  {
    title: "a crate that is not published any more is still listed",
    at: publish,
    given: order,
    change: (tree) =>
      tree.replace(
        "engine/crates/client/Cargo.toml",
        "repository.workspace = true\n",
        "repository.workspace = true\npublish = false\n",
      ),
  },
  {
    title: "a new package is not in the list of what is published",
    at: publish,
    given: order,
    change: addPackage("packages/vue", { name: "@lumenkit/vue", version: "1.4.2", license: "Apache-2.0" }),
  },
];

const lockfiles: readonly Omit<Defect, "rule">[] = [
  {
    title: "the lockfile of the crates was not refreshed after the last release",
    at: "Cargo.lock",
    change: (tree) =>
      tree.replace(
        "Cargo.lock",
        `name = "lumen-client"\nversion = "1.4.2"`,
        `name = "lumen-client"\nversion = "1.4.1"`,
      ),
  },
  {
    title: "a crate of its own moves and its lockfile does not",
    at: "Cargo.lock",
    change: (tree) =>
      tree.replace("engine/crates/quartz/Cargo.toml", `version = "0.3.0"`, `version = "0.4.0"`),
  },
  {
    title: "a package of the workspace comes from the registry",
    at: "pnpm-lock.yaml",
    change(tree) {
      tree.replace(
        "pnpm-lock.yaml",
        "  examples/counter:\n    dependencies:\n      lumenkit:\n        specifier: workspace:*\n        version: link:../../packages/lumenkit\n",
        "  examples/counter:\n    dependencies:\n      lumenkit:\n        specifier: '*'\n        version: 1.4.0\n",
      );
      tree.replace("pnpm-lock.yaml", "  lumenkit: workspace:*\n", "");
      tree.replace("package.json", `\t\t"lumenkit": "workspace:*",\n`, "");
    },
  },
  {
    title: "a package-lock.json of an example holds an earlier release of it",
    at: "sdks/runner/package-lock.json",
    change: (tree) =>
      tree.write(
        "sdks/runner/package-lock.json",
        manifest({
          name: "@lumenkit/runner",
          version: "1.2.0",
          lockfileVersion: 3,
          packages: { "": { name: "@lumenkit/runner", version: "1.2.0" } },
        }),
      ),
  },
];

export const listAndLockfileDefects: readonly Defect[] = [
  ...lists.map((defect) => ({ ...defect, rule: "list-drift" })),
  ...lockfiles.map((defect) => ({ ...defect, rule: "lockfile-behind" })),
];
