import { plainToml } from "../../../repository/documents/plain-toml.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { latestTagged } from "../latest-tag.ts";
import { mainFirst } from "../main-train.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "../release-tool.ts";
import { type Configuration, readConfiguration } from "../shared/configuration/configuration.ts";
import { listOf, textOf } from "../shared/configuration/plain-values.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import { knopeFile } from "../shared/covering/rust-entries.ts";
import { patternsOf, type VersionedFile, versionIn, withVersion } from "./versioned-file.ts";

/**
 * knope, https://github.com/knope-dev/knope: the `versioned_files` of each package get its version, see
 * `crates/knope-versioning`. Changelogs and change files, whose words nobody can foresee, are not written.
 */
export const knope: ReleaseTool = {
  id: "knope",
  covering: knopeFile,
  recognise(repository) {
    const configuration = readConfiguration(repository, "knope.toml", "toml");
    const packages = configuration === null ? [] : packagesOf(configuration, repository);
    const [first] = packages;
    if (configuration === null || first === undefined) return null;
    return {
      config: first.origin,
      why: `knope.toml declares ${packages.length === 1 ? "one package" : `${packages.length} packages`}`,
      call: "knope release",
      trains: mainFirst(
        packages.map(({ train }) => train),
        repository,
      ),
      async apply(release) {
        for (const each of packages) applyPackage(each, release);
      },
    };
  },
};

interface Package {
  readonly train: DeclaredTrain;
  readonly files: readonly VersionedFile[];
  readonly origin: Origin;
}

function packagesOf(configuration: Configuration, repository: Repository): readonly Package[] {
  const { value } = configuration;
  const single = isTable(value["package"]) ? [{ name: "", table: value["package"], keys: ["package"] }] : [];
  const several = Object.entries(tableOf(value["packages"])).map(([name, table]) => ({
    ...{ name, table: tableOf(table) },
    keys: ["packages", name],
  }));
  return [...single, ...several].map(({ name, table, keys }) => {
    const files = filesOf(table, keys, configuration, repository);
    const tag = name === "" ? "v{version}" : `${name}/v{version}`;
    const versions = files.map((file) => {
      const text = repository.has(file.path) ? repository.read(file.path) : null;
      return text === null ? null : versionIn(file, text);
    });
    const folders = files.flatMap(({ path, dependency, patterns }) =>
      dependency === null && patterns.length === 0 ? [path.slice(0, Math.max(0, path.lastIndexOf("/")))] : [],
    );
    return {
      files,
      origin: configuration.originOf(...keys),
      train: {
        ...{ name, tag, folders: [...new Set(folders)], packages: name === "" ? [] : [name] },
        current: versions.find((version) => version !== null) ?? latestTagged(repository, tag),
      },
    };
  });
}

function filesOf(
  table: Table,
  keys: readonly string[],
  configuration: Configuration,
  repository: Repository,
): readonly VersionedFile[] {
  const files = listOf(table["versioned_files"]).map((entry, index): VersionedFile => {
    const options = isTable(entry) ? entry : { path: entry };
    return {
      path: String(options["path"]).replace(/^\.\//, ""),
      dependency: textOf(options["dependency"]),
      patterns: patternsOf(options),
      origin: configuration.originOf(...keys, "versioned_files", index),
    };
  });
  const manifest = files.find(({ path, dependency }) => path.endsWith("Cargo.toml") && dependency === null);
  const text =
    manifest !== undefined && repository.has(manifest.path) ? repository.read(manifest.path) : null;
  const crate = textOf(tableOf(tableOf(plainToml(text ?? ""))["package"])["name"]);
  // A lockfile without a name means the crate that stands beside it.
  return files.map((file) =>
    file.path.endsWith("Cargo.lock") && file.dependency === null ? { ...file, dependency: crate } : file,
  );
}

function applyPackage({ train, files }: Package, release: ToolRelease): void {
  const version = release.targetOf(train);
  for (const file of files) {
    const before = release.read(file.path);
    if (before === null) {
      release.inert({ origin: file.origin, message: `${file.path} is a versioned file and does not exist` });
      continue;
    }
    const after = withVersion(file, before, version);
    if (after !== before) release.write(file.path, after, file.origin);
    else
      release.inert({
        origin: file.origin,
        message: `${file.path} is a versioned file, and nothing in it is rewritten`,
      });
  }
}
