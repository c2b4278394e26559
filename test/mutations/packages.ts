import type { Change } from "./mutation.ts";

/** The text of a manifest as the fixture writes them. */
export function manifest(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(fields, null, "\t")}\n`;
}

/** Adds an npm package; its folder is one that a glob of the workspace admits. */
export function addPackage(folder: string, fields: Readonly<Record<string, unknown>>): Change {
  return (tree) => tree.write(`${folder}/package.json`, manifest(fields));
}

/** Adds a crate to the Cargo workspace that the root asks for at exactly its version. */
export function addPinnedCrate(name: string): Change {
  return (tree) => {
    addCrate(name, "version.workspace = true")(tree);
    const before = "    [workspace.dependencies.lumen-quartz]";
    const pin = `    [workspace.dependencies.${name}]\n    path = "${folderOf(name)}"\n    version = "=1.4.2"`;
    tree.replace("Cargo.toml", before, `${pin}\n\n${before}`);
  };
}

/** Adds a crate to the Cargo workspace. */
export function addCrate(name: string, head: string): Change {
  return (tree) => {
    const folder = folderOf(name);
    tree.write(`${folder}/Cargo.toml`, `[package]\nname = "${name}"\n${head}\nedition.workspace = true\n`);
    tree.write(`${folder}/src/lib.rs`, "//! New.\n");
    tree.replace(
      "Cargo.toml",
      `    "engine/crates/storage",\n`,
      `    "engine/crates/storage",\n    "${folder}",\n`,
    );
  };
}

function folderOf(crate: string): string {
  return `engine/crates/${crate.replace("lumen-", "")}`;
}
