import type { Defect } from "../mutation.ts";
import { addPackage } from "../packages.ts";

/** Packages that are left out, or that others ask for in a way of their own. */
export const workspaceDefects: readonly Defect[] = [
  {
    title: "an example asks for the latest release",
    rule: "example-spec",
    at: "examples/counter/package.json",
    change: (tree) => tree.replace("examples/counter/package.json", `"*"`, `"latest"`),
  },
  {
    title: "an example asks for a branch",
    rule: "example-spec",
    at: "examples/board/package.json",
    change: addPackage("examples/board", {
      name: "example-board",
      private: true,
      dependencies: { lumenkit: "github:lumen-dev/lumen#main" },
    }),
  },
  {
    title: "an example asks for a package that the root does not map",
    rule: "missing-resolution",
    at: "package.json",
    change(tree) {
      addPackage("packages/vue", { name: "@lumenkit/vue", version: "1.4.2", license: "Apache-2.0" })(tree);
      tree.replace(
        "examples/counter/package.json",
        `"lumenkit": "*"`,
        `"lumenkit": "*",\n\t\t"@lumenkit/vue": "*"`,
      );
    },
  },
  {
    title: "a package is dropped from the resolutions",
    rule: "missing-resolution",
    at: "package.json",
    change: (tree) => tree.replace("package.json", `\t\t"@lumenkit/react": "workspace:*",\n`, ""),
  },
  {
    title: "a platform package with a placeholder and a name of another scope",
    rule: "new-sibling",
    at: "packages/native/npm/linux-arm64-musl/package.json",
    change: addPackage("packages/native/npm/linux-arm64-musl", {
      name: "@lumen-native/linux-arm64-musl",
      version: "0.0.0",
      os: ["linux"],
    }),
  },
  {
    title: "a public package next to the others, with a name that the script does not know",
    rule: "new-sibling",
    at: "packages/cli/package.json",
    change: addPackage("packages/cli", { name: "lumen-cli", version: "0.1.0", bin: "./cli.js" }),
  },
];
