import { type Change, configured, type Defect } from "../mutation.ts";

const cut = "scripts/release/src/cut.ts";
const generating = `\tlog.info("generating the SDK");\n\tawait shell\`./scripts/generate.sh\`;\n`;
const checked = "\t\tawait shell`cargo check --workspace`;\n\t}\n";

/** The generators of the fixture run in the right order and have been run. */
const inOrder: Change = (tree) => {
  tree.replace(cut, generating, "");
  tree.replace(cut, checked, `${checked}${generating}`);
  for (const path of ["sdks/api/src/client.ts", "sdks/api/src/index.ts"])
    tree.replace(path, "1.4.1", "1.4.2");
};

const generated = configured(
  "generators in the right order",
  `[[generated]]
paths = ["sdks/api/src/**"]
by = "./scripts/generate.sh"
from = ["api/openapi.json"]

[[generated]]
paths = ["api/openapi.json", "Cargo.lock"]
by = "cargo check"
from = ["Cargo.toml"]
`,
  inOrder,
);

export const generatorDefects: readonly Defect[] = [
  {
    title: "the SDK was not generated again after the last release",
    rule: "generated-behind",
    at: "sdks/api/src/client.ts",
    given: generated,
    change: (tree) => tree.replace("sdks/api/src/client.ts", "1.4.2", "1.4.1"),
  },
  {
    title: "the description of the API stayed at an earlier release",
    rule: "generated-behind",
    at: "api/openapi.json",
    given: generated,
    change: (tree) => tree.replace("api/openapi.json", "1.4.2", "1.4.0"),
  },
  {
    title: "the SDK is generated before its input is refreshed",
    rule: "generator-order",
    at: cut,
    given: generated,
    change(tree) {
      tree.replace(cut, generating, "");
      tree.replace(cut, "\tif (options.checks) {\n", `${generating}\tif (options.checks) {\n`);
    },
  },
  {
    title: "the script bumps the workspace after the generator has read it",
    rule: "generator-order",
    at: cut,
    given: generated,
    change(tree) {
      tree.replace(cut, "\tawait applyVersionTable(root, version);\n", "");
      tree.replace(
        cut,
        "\tif (options.dryRun) {",
        "\tawait applyVersionTable(root, version);\n\tif (options.dryRun) {",
      );
      tree.replace(cut, "\tawait pinCrates(root, version);\n", "");
      tree.replace(
        cut,
        "\tif (options.dryRun) {",
        "\tawait pinCrates(root, version);\n\tif (options.dryRun) {",
      );
    },
  },
  {
    title: "the release no longer generates the SDK",
    rule: "generator-missing",
    at: "sdks/api/src/client.ts",
    given: generated,
    change: (tree) => tree.replace(cut, generating, ""),
  },
  {
    title: "the release no longer runs cargo",
    rule: "generator-missing",
    at: "api/openapi.json",
    given: generated,
    change: (tree) => tree.replace(cut, "\t\tawait shell`cargo check --workspace`;\n", ""),
  },
  {
    title: "the input of the generator moved, and its output stayed behind",
    rule: "generator-missing",
    at: "sdks/api/src/client.ts",
    given: generated,
    besides: ["dead-path version-audit.toml"],
    change(tree) {
      tree.move("api/openapi.json", "api/lumen.json");
      tree.replace("sdks/api/src/client.ts", "1.4.2", "1.4.1");
    },
  },
];
