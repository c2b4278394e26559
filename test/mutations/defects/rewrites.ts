import type { Change, Defect } from "../mutation.ts";

const manifests = "scripts/release/src/lib/manifests.ts";
const crates = "scripts/release/src/lib/crates.ts";
const table = "scripts/release/src/lib/version-table.ts";

/** Adds an optional row to the table of the script; `{version}` in `replace` becomes a placeholder of its template. */
function row(files: string, find: RegExp, replace: string): Change {
  const template = `\`${replace.replace("{version}", "$$$&")}\``;
  const text = `\t\t{ files: "${files}", find: ${find}, replace: ${template}, required: false },\n`;
  return (tree) => tree.replace(table, "\treturn [\n", `\treturn [\n${text}`);
}

const overReaching: readonly Omit<Defect, "rule">[] = [
  {
    title: "the bump rewrites every exact version in the crates' manifests",
    at: "engine/crates/storage/Cargo.toml",
    change: row("engine/crates/*/Cargo.toml", /= "\d+\.\d+\.\d+"/g, '= "{version}"'),
  },
  {
    title: "the bump rewrites every exact requirement of a scope in the packages",
    at: "packages/lumenkit/package.json",
    change: row("packages/*/package.json", /"(@[a-z]+\/[a-z]+)": "\d+\.\d+\.\d+"/g, '"$1": "{version}"'),
  },
  {
    title: "the bump rewrites every requirement with a caret in the examples",
    at: "examples/chat/package.json",
    change: row("examples/*/package.json", /"\^\d+\.\d+\.\d+"/g, '"^{version}"'),
  },
  {
    title: "the bump rewrites every image of a compose file",
    at: "compose.yaml",
    change: row("compose.yaml", /:\d+\.\d+(?:\.\d+)?$/gm, ":{version}"),
  },
  {
    title: "the bump rewrites the toolchain",
    at: "rust-toolchain.toml",
    change: row("rust-toolchain.toml", /"\d+\.\d+\.\d+"/, '"{version}"'),
  },
  {
    title: "the bump rewrites the version of an action",
    at: ".github/workflows/release.yaml",
    change: row(".github/workflows/*.yaml", /@v\d+\.\d+\.\d+/g, "@v{version}"),
  },
  {
    title: "the bump rewrites the oldest engine that is supported",
    at: "packages/lumenkit/src/index.ts",
    change: row("packages/*/src/index.ts", /ENGINE_VERSION = "[\d.]+"/, 'ENGINE_VERSION = "{version}"'),
  },
  {
    title: "the bump rewrites the headings of past releases",
    at: "CHANGELOG.md",
    change: row("CHANGELOG.md", /^## \d+\.\d+\.\d+/gm, "## {version}"),
  },
  {
    title: "the bump rewrites a crate that is released on its own",
    at: "engine/crates/quartz/Cargo.toml",
    change: row("engine/crates/quartz/Cargo.toml", /^version = ".*"/m, 'version = "{version}"'),
  },
];

/** The bump writes something else for the version of every package. */
function writing(value: string): Change {
  return (tree) => tree.replace(manifests, "manifest.version = version", `manifest.version = ${value}`);
}

const wrongValues: readonly Omit<Defect, "rule">[] = [
  {
    title: "the bump writes a caret too many",
    at: "examples/chat/package.json",
    change: (tree) => tree.replace(table, '"$1": "^$', '"$1": "^^$'),
  },
  {
    title: "the bump writes a v before the version of every package",
    at: "packages/react/package.json",
    change: writing('"v" + version'),
  },
  {
    title: "the bump cuts the patch off",
    at: "scripts/install.sh",
    change: (tree) =>
      tree.replace(table, "LUMEN_VERSION:-$" + "{version}", "LUMEN_VERSION:-$" + "{version.slice(0, -2)}"),
  },
  {
    title: "the pattern of the bump ends before the patch",
    at: "docker/engine.Dockerfile",
    change: (tree) => tree.replace(table, "/ARG LUMEN_VERSION=.*/", "/ARG LUMEN_VERSION=\\d+\\.\\d+/"),
  },
  {
    title: "the bump writes a placeholder that nobody fills",
    at: "docker/engine.Dockerfile",
    change: (tree) => tree.replace(table, "`ARG LUMEN_VERSION=$", "`ARG LUMEN_VERSION=\\$"),
  },
  {
    title: "the bump writes a second equals sign in a pin",
    at: "Cargo.toml",
    change: (tree) => tree.replace(crates, '`$1"=', '`$1"=='),
  },
  {
    title: "the bump writes undefined in place of the version",
    at: "packages/react/package.json",
    change: writing("String(process.env.RELEASE)"),
  },
];

const collateral: readonly Omit<Defect, "rule">[] = [
  {
    title: "the bump indents manifests by two blanks",
    at: "packages/react/package.json",
    change: (tree) => tree.replace(manifests, `null, "\\t"`, "null, 2"),
  },
  {
    title: "the bump sorts the keys of manifests",
    at: "packages/react/package.json",
    change: (tree) =>
      tree.replace(
        manifests,
        "stringify(manifest,",
        "stringify(Object.fromEntries(Object.entries(manifest).sort()),",
      ),
  },
  {
    title: "the bump drops the last line break of manifests",
    at: "packages/react/package.json",
    change: (tree) => tree.replace(manifests, "}\\n`);", "}`);"),
  },
  {
    title: "the bump drops a field of manifests",
    at: "packages/react/package.json",
    change: (tree) =>
      tree.replace(
        manifests,
        "manifest.version = version;",
        "manifest.version = version;\n\t\tdelete manifest.license;",
      ),
  },
];

/** A bump that rewrites what it should not, or rewrites it to something wrong. */
export const rewriteDefects: readonly Defect[] = [
  ...overReaching.map((defect) => ({ ...defect, rule: "over-reach" })),
  ...wrongValues.map((defect) => ({ ...defect, rule: "wrong-value" })),
  ...collateral.map((defect) => ({ ...defect, rule: "collateral-change" })),
];
