import type { Defect } from "../mutation.ts";

const cut = "scripts/release/src/cut.ts";
const crates = "scripts/release/src/lib/crates.ts";
const table = "scripts/release/src/lib/version-table.ts";
const firstRow = "\treturn [\n";
const calls = "\tawait applyVersionTable(root, version);\n\tawait pinCrates(root, version);\n";

const deadPatterns: readonly Omit<Defect, "rule">[] = [
  {
    title: "a file of the table moved",
    at: table,
    change: (tree) => tree.move("scripts/install.sh", "website/public/install.sh"),
  },
  {
    title: "an optional folder of the table was renamed",
    at: table,
    change: (tree) => tree.move("website/docs", "website/content"),
  },
  {
    title: "the argument of the Dockerfile was renamed",
    at: table,
    change: (tree) => tree.replace("docker/engine.Dockerfile", "LUMEN_VERSION", "ENGINE_RELEASE"),
  },
  {
    title: "the workspace version is written in another way",
    at: table,
    change: (tree) => tree.replace("Cargo.toml", `  version = "1.4.2"\n  edition`, `  edition`),
  },
  {
    title: "a row for a file that never existed",
    at: table,
    change: (tree) =>
      tree.replace(
        table,
        firstRow,
        `${firstRow}\t\t{ files: "deploy/chart.yaml", find: /appVersion: .*/, replace: \`appVersion: \${version}\`, required: false },\n`,
      ),
  },
  {
    title: "a row whose pattern finds nothing in its file",
    at: table,
    change: (tree) =>
      tree.replace(
        table,
        firstRow,
        `${firstRow}\t\t{ files: "README.md", find: /badge\\/v[\\d.]+/, replace: \`badge/v\${version}\`, required: false },\n`,
      ),
  },
  {
    title: "the list of pins names a crate that is gone",
    at: crates,
    change: (tree) => tree.replace(crates, `"wire-protocol"]`, `"wire-protocol", "lumen-macros"]`),
  },
];

const clobbered: readonly Omit<Defect, "rule">[] = [
  {
    title: "two steps that write the same file run at once",
    at: "Cargo.toml",
    change: (tree) =>
      tree.replace(
        cut,
        calls,
        "\tawait Promise.all([applyVersionTable(root, version), pinCrates(root, version)]);\n",
      ),
  },
  {
    title: "a file is written back as it was when the script began",
    at: "docker/engine.Dockerfile",
    change(tree) {
      tree.replace(
        cut,
        `import { existsSync } from "node:fs";`,
        `import { existsSync, readFileSync, writeFileSync } from "node:fs";`,
      );
      tree.replace(
        cut,
        calls,
        `\tconst dockerfile = join(root, "docker/engine.Dockerfile");\n\tconst image = readFileSync(dockerfile, "utf8");\n${calls}\twriteFileSync(dockerfile, image.trimEnd() + "\\n");\n`,
      );
    },
  },
  {
    title: "an earlier row takes away what a later one looks for",
    at: table,
    change: (tree) =>
      tree.replace(
        table,
        firstRow,
        `${firstRow}\t\t{ files: "website/docs/**/*.md", find: /npm install /g, replace: "pnpm add ", required: false },\n`,
      ),
  },
];

const uncalled: readonly Omit<Defect, "rule">[] = [
  {
    title: "the release no longer calls the function that pins the crates",
    at: crates,
    besides: ["stale-after-bump Cargo.toml"],
    change: (tree) => tree.replace(cut, "\tawait pinCrates(root, version);\n", ""),
  },
  {
    title: "a new function is written and never called",
    at: crates,
    change: (tree) =>
      tree.write(
        crates,
        `${tree.read(crates)}
/** Moves the image of the engine. */
export async function bumpCompose(root: string, version: string): Promise<void> {
	const path = join(root, "compose.yaml");
	const text = await fs.readFile(path, "utf8");
	await fs.writeFile(path, text.replace(/lumendev\\/engine:[\\d.]+/, \`lumendev/engine:\${version}\`));
}
`,
      ),
  },
];

const repeated: readonly Omit<Defect, "rule">[] = [
  {
    title: "the changelog gets a heading on every run",
    at: crates,
    change: (tree) =>
      tree.replace(
        crates,
        "\tlog.info(",
        `\tconst changes = join(root, "CHANGELOG.md");\n\tconst text = await fs.readFile(changes, "utf8");\n\tawait fs.writeFile(changes, text.replace("# Changelog\\n", \`# Changelog\\n\\n## \${version}\\n\`));\n\tlog.info(`,
      ),
  },
  {
    title: "a line is appended on every run",
    at: crates,
    change: (tree) =>
      tree.replace(
        crates,
        "\tlog.info(",
        `\tconst versioned = join(root, "engine/crates/protocol/src/versioned.rs");\n\tawait fs.writeFile(versioned, \`\${await fs.readFile(versioned, "utf8")}// Released with \${version}.\\n\`);\n\tlog.info(`,
      ),
  },
];

const guard = "scripts/check-versions.sh";

const guarded: readonly Omit<Defect, "rule">[] = [
  {
    title: "the check of the repository asks for a file that the release does not write",
    at: guard,
    change(tree) {
      tree.replace("package.json", '"release":', `"check": "sh ${guard}",\n\t\t"release":`);
      tree.write("scripts/expected.txt", "1 4 2\n");
      tree.write(
        guard,
        `read -r major minor patch < scripts/expected.txt
if ! grep -q "\\"version\\": \\"$major.$minor.$patch\\"" packages/runner/package.json; then
  echo "scripts/expected.txt is behind" >&2
  exit 1
fi
`,
      );
    },
  },
];

const gaps: readonly Omit<Defect, "rule">[] = [
  {
    title: "the check of the repository leaves out one of the manifests next to those that it reads",
    at: guard,
    change(tree) {
      tree.replace("package.json", '"release":', `"check": "sh ${guard}",\n\t\t"release":`);
      tree.write(
        guard,
        `for manifest in packages/*/package.json; do
  case $manifest in
    packages/react/*) ;;
    *) cat "$manifest" > /dev/null ;;
  esac
done
`,
      );
    },
  },
];

export const scriptDefects: readonly Defect[] = [
  ...deadPatterns.map((defect) => ({ ...defect, rule: "dead-pattern" })),
  ...clobbered.map((defect) => ({ ...defect, rule: "clobbered-edit" })),
  ...uncalled.map((defect) => ({ ...defect, rule: "uncalled-bump" })),
  ...repeated.map((defect) => ({ ...defect, rule: "not-idempotent" })),
  ...guarded.map((defect) => ({ ...defect, rule: "guard-fails" })),
  ...gaps.map((defect) => ({ ...defect, rule: "guard-gap" })),
];
