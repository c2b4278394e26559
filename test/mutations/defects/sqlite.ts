import { type Change, configured, type Defect } from "../mutation.ts";

/** Two SQLites: the crate bundles 3.46.0, the package carries 3.46.0 too. */
function twoSqlites(crate: string, pkg: string): Change {
  return (tree) => {
    tree.replace(
      "engine/crates/storage/Cargo.toml",
      "[dependencies]\n",
      `[dependencies]\nlibsqlite3-sys = { version = "${crate}", features = ["bundled"] }\n`,
    );
    tree.replace(
      "Cargo.lock",
      `[[package]]\nname = "lumen-client"`,
      `[[package]]\nname = "libsqlite3-sys"\nversion = "${crate}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "0000000000000000000000000000000000000000000000000000000000000000"\n\n[[package]]\nname = "lumen-client"`,
    );
    tree.replace(
      "Cargo.lock",
      ` "bytes",\n "lumen-quartz",\n`,
      ` "bytes",\n "libsqlite3-sys",\n "lumen-quartz",\n`,
    );
    const name = "@sqlite.org/sqlite-wasm";
    tree.replace(
      "packages/runner/package.json",
      `"@lumenkit/clock": "workspace:*"`,
      `"@lumenkit/clock": "workspace:*",\n\t\t"${name}": "${pkg}"`,
    );
    tree.replace(
      "pnpm-lock.yaml",
      `  packages/runner:\n    dependencies:\n      '@lumenkit/clock':\n        specifier: workspace:*\n        version: link:../../shared/clock\n`,
      `  packages/runner:\n    dependencies:\n      '@lumenkit/clock':\n        specifier: workspace:*\n        version: link:../../shared/clock\n      '${name}':\n        specifier: ${pkg}\n        version: ${pkg}\n`,
    );
    tree.replace(
      "pnpm-lock.yaml",
      "\npackages:\n",
      `\npackages:\n\n  '${name}@${pkg}':\n    resolution: {integrity: sha512-00}\n`,
    );
    tree.replace("pnpm-lock.yaml", "\nsnapshots:\n", `\nsnapshots:\n\n  '${name}@${pkg}': {}\n`);
  };
}

const couple = configured(
  "the two SQLites as a couple",
  `[[couple]]
name = "sqlite"
why = "the engine and the runner read the same files"
members = [
  { path = "Cargo.lock", sqliteOfCrate = "libsqlite3-sys" },
  { path = "pnpm-lock.yaml", sqliteOfPackage = "@sqlite.org/sqlite-wasm" },
]
`,
  twoSqlites("0.30.1", "3.46.0-build1"),
);

/** The package at another release, in the manifest and in the lockfile. */
function upgradedPackage(to: string): Change {
  return (tree) => {
    for (const path of ["packages/runner/package.json", "pnpm-lock.yaml"])
      tree.replace(path, "3.46.0-build1", to);
  };
}

/** Two SQLites in one repository that are not the same. */
export const sqliteDefects: readonly Defect[] = [
  {
    title: "a crate and a package bring different SQLites",
    rule: "sqlite-mismatch",
    at: "Cargo.lock",
    change: twoSqlites("0.28.0", "3.46.0-build1"),
  },
  {
    title: "only the package is upgraded",
    rule: "sqlite-mismatch",
    at: "Cargo.lock",
    given: couple,
    change: upgradedPackage("3.50.4-build1"),
  },
  {
    title: "the package is upgraded to a release that says nothing of its SQLite",
    rule: "sqlite-mismatch",
    at: "pnpm-lock.yaml",
    given: couple,
    change: upgradedPackage("4.0.0-rc.1"),
  },
];
