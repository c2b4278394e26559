/** A compiler, runtime or package manager, and how the places that ask for a version of it are recognised. */
export interface Toolchain {
  readonly name: string;
  /** The official images, without a registry. */
  readonly images: readonly string[];
  /** Patterns with the version in their only group, for build files and scripts. */
  readonly asks: readonly RegExp[];
  /** True when only the first number matters: its minor releases do not break what was built with another. */
  readonly byMajor: boolean;
}

const version = String.raw`["']?v?(\d+(?:\.\d+){0,2})(?![\w.]|-\d)`;

function variable(...names: string[]): RegExp {
  return new RegExp(String.raw`\b(?:${names.join("|")})["']?[ \t]{0,9}[:=][ \t]{0,9}${version}`, "g");
}

function installed(name: string): RegExp {
  return new RegExp(String.raw`(?<![\w/-])${name}@${version}`, "g");
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
      variable("RUST_TOOLCHAIN", "RUST_VERSION", "RUSTUP_TOOLCHAIN"),
    ],
    byMajor: false,
  },
  {
    name: "node",
    images: ["node"],
    asks: [/\bsetup_(\d+)\.x\b/g, variable("NODE_VERSION", "NODE_MAJOR")],
    byMajor: true,
  },
  {
    name: "pnpm",
    images: [],
    asks: [installed("pnpm"), variable("PNPM_VERSION")],
    byMajor: false,
  },
  {
    name: "yarn",
    images: [],
    asks: [installed("yarn"), variable("YARN_VERSION")],
    byMajor: false,
  },
  {
    name: "bun",
    images: ["oven/bun"],
    asks: [variable("BUN_VERSION")],
    byMajor: false,
  },
  {
    name: "deno",
    images: ["denoland/deno"],
    asks: [variable("DENO_VERSION")],
    byMajor: false,
  },
  {
    name: "go",
    images: ["golang"],
    asks: [variable("GO_VERSION", "GOLANG_VERSION")],
    byMajor: false,
  },
  {
    name: "python",
    images: ["python"],
    asks: [variable("PYTHON_VERSION")],
    byMajor: false,
  },
];
