import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { latestTagged } from "../latest-tag.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { withLockedCrates } from "../shared/values/cargo-lock.ts";
import { textAt, type VersionPlugin } from "./version-plugin.ts";

/**
 * Cargo.toml of the root, where the version first stands behind `version =`, and its row of Cargo.lock, which a build makes
 * again. https://github.com/intuit/auto/blob/main/plugins/crates/src/index.ts
 */
export const cratesPlugin: VersionPlugin = ({ repository, plugin: { origin }, prefix }) => {
  const crate = tableOf(tableOf(plainToml(textAt(repository, "Cargo.toml") ?? ""))["package"]);
  const [name, current] = [textOf(crate["name"]), textOf(crate["version"])];
  if (name === null || current === null) return null;
  const train = { name: "", current, folders: [""], packages: [name], tag: `${prefix}{version}` };
  return {
    trains: [train],
    apply: (release) => {
      const target = release.targetOf(train);
      const text = release.read("Cargo.toml") ?? "";
      const written = text.replace(`version = "${current}"`, `version = "${target}"`);
      if (written === text)
        release.inert({ origin, message: `Cargo.toml does not hold version = "${current}"` });
      release.write("Cargo.toml", written, origin);
      const lock = release.read("Cargo.lock");
      const locked = lock === null ? null : withLockedCrates(lock, new Map([[name, target]]));
      if (locked !== null) release.write("Cargo.lock", locked, origin);
    },
  };
};

/**
 * A file that holds the version and nothing else, not even a line break afterwards.
 * https://github.com/intuit/auto/blob/main/plugins/version-file/src/index.ts
 */
export const versionFilePlugin: VersionPlugin = ({ repository, plugin: { options, origin }, prefix }) => {
  const path = (textOf(options["versionFile"]) ?? "VERSION").replace(/^\.\//u, "");
  const current = textAt(repository, path)?.trim() ?? "";
  if (current === "") return null;
  const train = { name: "", current, folders: [""], packages: [], tag: `${prefix}{version}` };
  return { trains: [train], apply: (release) => release.write(path, release.targetOf(train), origin) };
};

/**
 * A tag alone, which the plugins for images and for sbt set as well: the tree keeps what it holds.
 * https://github.com/intuit/auto/blob/main/plugins/git-tag/src/index.ts
 */
export const tagPlugin: VersionPlugin = ({ repository, prefix }) => {
  const tag = `${prefix}{version}`;
  const train = { name: "", current: latestTagged(repository, tag), folders: [""], packages: [], tag };
  return {
    trains: [train],
    apply: (release) => {
      release.targetOf(train);
    },
  };
};
