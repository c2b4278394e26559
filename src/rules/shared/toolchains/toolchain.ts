/** A compiler, runtime or package manager, and how the places that ask for a version of it are recognised. */
export interface Toolchain {
  readonly name: string;
  /** The official images, without a registry. */
  readonly images: readonly string[];
  /** Patterns with the version in their only group, for build files, workflows and scripts. */
  readonly asks: readonly RegExp[];
  /** The inputs of setup actions that take a version. */
  readonly inputs: readonly string[];
  /** True when only the first number matters: its minor releases do not break what was built with another. */
  readonly byMajor: boolean;
}

const version = String.raw`["']?v?(\d+(?:\.\d+){0,2})(?![\w.]|-\d)`;

function variable(...names: string[]): RegExp {
  return new RegExp(String.raw`\b(?:${names.join("|")})["']?[ \t]{0,9}[:=][ \t]{0,9}${version}`, "g");
}

/** An input of an action. The same key in a matrix, where versions may differ, has no `with:` above it. */
export function inputPattern(name: string): RegExp {
  return new RegExp(String.raw`^[ \t]*["']?${name}["']?:[ \t]{1,9}${version}`, "gm");
}

function installed(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w/-])${name}@${version}`, "g");
}

/** A setup action with an input `version` at most five lines below. */
function action(name: string): RegExp {
  return new RegExp(
    String.raw`uses:[ \t]{1,9}${name}@[^\n]{0,200}\n(?:[^\n]{0,200}\n){0,4}?[ \t]{0,80}version:[ \t]{1,9}${version}`,
    "g",
  );
}

/** The toolchains that are compared. */
export const toolchains: readonly Toolchain[] = [
  {
    name: "rust",
    images: ["rust"],
    asks: [
      new RegExp(
        String.raw`\brustup[ \t]+(?:toolchain[ \t]+install|install|default|override[ \t]+set)[ \t]+${version}`,
        "g",
      ),
      new RegExp(`--default-toolchain[= ]${version}`, "g"),
      new RegExp(String.raw`\bdtolnay/rust-toolchain@${version}`, "g"),
      variable("RUST_TOOLCHAIN", "RUST_VERSION", "RUSTUP_TOOLCHAIN"),
    ],
    inputs: ["toolchain"],
    byMajor: false,
  },
  {
    name: "node",
    images: ["node"],
    asks: [/\bsetup_(\d+)\.x\b/g, variable("NODE_VERSION", "NODE_MAJOR")],
    inputs: ["node-version"],
    byMajor: true,
  },
  {
    name: "pnpm",
    images: [],
    asks: [installed("pnpm"), variable("PNPM_VERSION"), action("pnpm/action-setup")],
    inputs: [],
    byMajor: false,
  },
  {
    name: "yarn",
    images: [],
    asks: [installed("yarn"), variable("YARN_VERSION")],
    inputs: [],
    byMajor: false,
  },
  {
    name: "bun",
    images: ["oven/bun"],
    asks: [variable("BUN_VERSION")],
    inputs: ["bun-version"],
    byMajor: false,
  },
  {
    name: "deno",
    images: ["denoland/deno"],
    asks: [variable("DENO_VERSION")],
    inputs: ["deno-version"],
    byMajor: false,
  },
  {
    name: "go",
    images: ["golang"],
    asks: [variable("GO_VERSION", "GOLANG_VERSION")],
    inputs: ["go-version"],
    byMajor: false,
  },
  {
    name: "python",
    images: ["python"],
    asks: [variable("PYTHON_VERSION")],
    inputs: ["python-version"],
    byMajor: false,
  },
];
