import { configured, type Defect } from "../mutation.ts";

const rust = "engine/crates/protocol/src/lib.rs";
const runner = "packages/runner/src/protocol/index.ts";
const workflow = ".github/workflows/release.yaml";

const protocol = configured(
  "the protocol as a couple",
  `[[couple]]
name = "protocol"
why = "engine and runner speak the newest protocol"
members = [
  { path = "schemas/protocol", schemas = "bare" },
  { path = "${rust}", constant = "PROTOCOL_VERSION" },
  { path = "${runner}", constant = "PROTOCOL_VERSION" },
  { path = "${runner}", reexport = "protocol" },
]
`,
);

const compiler = configured(
  "the compiler as a couple",
  `[[couple]]
name = "compiler"
members = [
  { path = "rust-toolchain.toml", key = "toolchain.channel" },
  { path = "docker/engine.Dockerfile", image = "rust" },
]
`,
);

const couples: readonly Defect[] = [
  {
    title: "the constant of the runner speaks an older protocol",
    rule: "couple-mismatch",
    at: runner,
    given: protocol,
    change: (tree) => tree.replace(runner, "PROTOCOL_VERSION = 3", "PROTOCOL_VERSION = 2"),
  },
  {
    title: "the constant of the engine speaks an older protocol, in hexadecimal",
    rule: "couple-mismatch",
    at: rust,
    given: protocol,
    change: (tree) => tree.replace(rust, "u16 = 3", "u16 = 0x0002"),
  },
  {
    title: "the runner re-exports an older protocol",
    rule: "couple-mismatch",
    at: runner,
    given: protocol,
    change: (tree) => tree.replace(runner, "./v3.js", "./v2.js"),
  },
  {
    title: "a schema is added and nobody speaks it",
    rule: "couple-mismatch",
    at: rust,
    given: protocol,
    change: (tree) => tree.write("schemas/protocol/v4.bare", tree.read("schemas/protocol/v3.bare")),
  },
  {
    title: "the image of the compiler moves without the toolchain file",
    rule: "couple-mismatch",
    at: "rust-toolchain.toml",
    given: compiler,
    change: (tree) => tree.replace("docker/engine.Dockerfile", "rust:1.88.0", "rust:1.90.0"),
  },
  {
    title: "a member of a couple is deleted",
    rule: "couple-mismatch",
    at: "version-audit.toml",
    given: protocol,
    change: (tree) => tree.replace(runner, "PROTOCOL_VERSION = 3", "WIRE_VERSION = 3"),
  },
];

const schemas: readonly Defect[] = [
  {
    title: "a schema is added and nobody speaks it, without configuration",
    rule: "schema-behind",
    at: runner,
    change: (tree) => tree.write("schemas/protocol/v4.bare", tree.read("schemas/protocol/v3.bare")),
  },
  {
    title: "the constant of the runner speaks an older schema",
    rule: "schema-behind",
    at: runner,
    change: (tree) => tree.replace(runner, "PROTOCOL_VERSION = 3", "PROTOCOL_VERSION = 2"),
  },
  {
    title: "the runner re-exports an older schema",
    rule: "schema-behind",
    at: runner,
    change: (tree) => tree.replace(runner, "./v3.js", "./v2.js"),
  },
  {
    title: "a schema is deleted",
    rule: "schema-gap",
    at: "schemas/protocol/v3.bare",
    change: (tree) => tree.remove("schemas/protocol/v2.bare"),
  },
  {
    title: "a number is skipped",
    rule: "schema-gap",
    at: "schemas/protocol/v5.bare",
    change: (tree) => tree.write("schemas/protocol/v5.bare", tree.read("schemas/protocol/v3.bare")),
  },
];

const frozen = configured(
  "released schemas are frozen",
  `[[frozen]]\npaths = ["schemas/**/*.bare"]\nwhy = "runners in the field speak every released schema"\n`,
);

const released: readonly Defect[] = [
  {
    title: "a field of a released schema changes its type",
    rule: "schema-modified",
    at: "schemas/protocol/v2.bare",
    given: frozen,
    change: (tree) => tree.replace("schemas/protocol/v2.bare", "u32", "u64"),
  },
  {
    title: "the newest schema gets a field after its release",
    rule: "schema-modified",
    at: "schemas/protocol/v3.bare",
    given: frozen,
    change: (tree) => tree.replace("schemas/protocol/v3.bare", "bool\n", "bool\n  region: str\n"),
  },
  {
    title: "a change of a released schema is committed",
    rule: "schema-modified",
    at: "schemas/protocol/v1.bare",
    given: frozen,
    change(tree) {
      tree.replace("schemas/protocol/v1.bare", "runner: str", "name: str");
      tree.git("commit", "--quiet", "--all", "--message", "rename a field");
    },
  },
];

const toolchains: readonly Defect[] = [
  {
    title: "an image with an older compiler",
    rule: "toolchain-mismatch",
    at: "docker/engine.Dockerfile",
    change: (tree) => tree.replace("docker/engine.Dockerfile", "rust:1.88.0", "rust:1.87.0"),
  },
  {
    title: "a workflow with an older package manager",
    rule: "toolchain-mismatch",
    at: workflow,
    change: (tree) => tree.replace(workflow, "10.34.9", "10.30.0"),
  },
  {
    title: "a workflow with another Node than the one that developers use",
    rule: "toolchain-mismatch",
    at: workflow,
    change(tree) {
      tree.write(".nvmrc", "22\n");
      tree.replace(
        workflow,
        "      - run: pnpm install",
        "      - uses: actions/setup-node@v4\n        with:\n          node-version: 20\n      - run: pnpm install",
      );
    },
  },
];

export const agreementDefects: readonly Defect[] = [...couples, ...schemas, ...released, ...toolchains];
