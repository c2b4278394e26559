import type { Defect } from "../mutation.ts";

const cut = "scripts/release/src/cut.ts";
const manifests = "scripts/release/src/lib/manifests.ts";
const generating = `\tlog.info("generating the SDK");\n`;

/** A release script that does not run to its end, or that writes nothing. */
export const rehearsalDefects: readonly Defect[] = [
  {
    title: "the script throws after its last write",
    rule: "not-rehearsed",
    at: cut,
    change: (tree) => tree.replace(cut, generating, `\tthrow new Error("the registry is closed");\n`),
  },
  {
    title: "the script ends with another exit code than 0",
    rule: "not-rehearsed",
    at: cut,
    change: (tree) => tree.replace(cut, generating, "\tprocess.exit(3);\n"),
  },
  {
    title: "the script never ends",
    rule: "not-rehearsed",
    at: cut,
    given: {
      name: "a short time for the release",
      prepare: (tree) =>
        tree.write(
          "version-audit.toml",
          `[[release]]\nname = "cut"\nentry = "${cut}"\nargs = ["--version", "{version}", "--yes"]\ntimeoutSeconds = 2\n`,
        ),
    },
    change: (tree) => tree.replace(cut, generating, "\tfor (;;) branch.length;\n"),
  },
  {
    title: "the script asks for a module that is not installed, after its last write",
    rule: "not-rehearsed",
    at: cut,
    change: (tree) => tree.replace(cut, generating, `\tawait import("@lumen-internal/notify");\n`),
  },
  {
    title: "a property is written to nothing, before the manifests are",
    rule: "not-rehearsed",
    at: cut,
    change: (tree) =>
      tree.replace(manifests, "manifest.version = version;", "manifest.publishConfig.tag = version;"),
  },
  {
    title: "the script returns before it writes anything",
    rule: "nothing-audited",
    at: cut,
    change: (tree) =>
      tree.replace(
        cut,
        "\tawait applyVersionTable",
        "\tif (!options.dryRun) return;\n\tawait applyVersionTable",
      ),
  },
  {
    title: "the answer of the user is turned round",
    rule: "nothing-audited",
    at: cut,
    change: (tree) => tree.replace(cut, "if (!options.yes && !(await", "if (options.yes || !(await"),
  },
  {
    title: "the script writes the current version in place of the new one",
    rule: "nothing-audited",
    at: cut,
    change: (tree) => tree.replace(cut, "const version = options.version ??", `const version = "1.4.2" ??`),
  },
];
