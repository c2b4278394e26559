import { inc, type ReleaseType } from "semver";
import { stringify } from "yaml";
import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import { resolveFrom } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { mainFirst } from "../main-train.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "../release-tool.ts";
import { configurationOf, readConfiguration } from "../shared/configuration/configuration.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import { coversNothingElse } from "../shared/covering/missed-text.ts";
import { withTomlStrings } from "../shared/values/toml-strings.ts";
import { type ChangeFile, changeFiles } from "./change-files.ts";
import { manifestPath, requirementsOf, versionIn } from "./manifest.ts";
import { raisedManifest } from "./raised-manifest.ts";

const configPath = ".changes/config.json";

/**
 * covector, https://github.com/jbolda/covector: packages that change files name, and those that depend on them, get their
 * versions, see `packages/apply/src/apply.ts`. Commands around a version are handed to a shell, changelogs are not written.
 */
export const covector: ReleaseTool = {
  id: "covector",
  covering: coversNothingElse,
  recognise(repository) {
    const configuration = readConfiguration(repository, configPath, "json");
    if (configuration === null || !isTable(configuration.value["packages"])) return null;
    const changes = changeFiles(repository);
    const bumps = pendingBumps(configuration.value, changes, repository);
    const packages = Object.entries(configuration.value["packages"]).flatMap(([name, options]) => {
      const origin = configuration.originOf("packages", name);
      return (
        packageOf(name, tableOf(options), { config: configuration.value, origin, bumps, repository }) ?? []
      );
    });
    if (packages.length === 0) return null;
    return {
      config: configuration.originOf("packages"),
      why: `${configPath} declares ${packages.length} packages, and ${changes.length} change files wait`,
      call: "covector version",
      trains: mainFirst(
        packages.map(({ train }) => train),
        repository,
      ),
      apply: (release) =>
        applyChanges(packages, changes, { bumps, origin: configuration.originOf("packages"), release }),
    };
  },
};

interface Package {
  readonly name: string;
  readonly manifest: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
  /** The package's own options before those of its manager. */
  readonly options: Table;
  readonly origin: Origin;
  readonly train: DeclaredTrain;
}

function packageOf(
  name: string,
  own: Table,
  {
    config,
    origin,
    bumps,
    repository,
  }: {
    readonly config: Table;
    readonly origin: Origin;
    readonly bumps: ReadonlyMap<string, string>;
    readonly repository: Repository;
  },
): Package | null {
  const manager = textOf(own["manager"]) ?? "javascript";
  const options = { ...tableOf(tableOf(config["pkgManagers"])[manager]), ...own };
  const manifest = manifestPath(own, config);
  const folder = resolveFrom("", textOf(own["path"]) ?? "") ?? "";
  const text = repository.has(manifest) ? repository.read(manifest) : null;
  const current = text === null ? null : versionIn(manifest, text);
  if (current === null) return null;
  const next = bumps.has(name) ? inc(current, (bumps.get(name) ?? "patch") as ReleaseType) : null;
  return {
    ...{ name, manifest, folder, options, origin },
    dependencies: textsOf(own["dependencies"]),
    train: {
      ...{ name, current, folders: [folder], packages: [name], tag: `${name}-v{version}` },
      ...(next === null ? {} : { next }),
    },
  };
}

/**
 * The highest kind that a change file asks for. What depends on a package is patched with it, unless it requires a range
 * that takes the next version in, `packages/apply/src/parents.ts`.
 */
function pendingBumps(
  config: Table,
  changes: readonly ChangeFile[],
  repository: Repository,
): ReadonlyMap<string, string> {
  const order = ["patch", "minor", "major"];
  const bumps = new Map<string, string>();
  for (const [name, kind] of changes.flatMap((change) => [...change.bumps])) {
    const before = bumps.get(name);
    if (before === undefined || order.indexOf(kind) > order.indexOf(before)) bumps.set(name, kind);
  }
  const packages = Object.entries(tableOf(config["packages"]));
  let size = -1;
  while (size !== bumps.size) {
    size = bumps.size;
    for (const [name, options] of packages) {
      const dependencies = textsOf(tableOf(options)["dependencies"]).filter((each) => bumps.has(each));
      const required = requirementsOf(manifestPath(tableOf(options), config), repository);
      const isDrawnIn = dependencies.some((each) => !/[\^=~]/.test(required(each) ?? ""));
      if (!bumps.has(name) && isDrawnIn) bumps.set(name, "patch");
    }
  }
  return bumps;
}

/** Without a change file that waits, all packages are released, to see what a release writes. */
async function applyChanges(
  packages: readonly Package[],
  changes: readonly ChangeFile[],
  {
    bumps,
    origin,
    release,
  }: { readonly bumps: ReadonlyMap<string, string>; readonly origin: Origin; readonly release: ToolRelease },
): Promise<void> {
  const released = packages.filter(({ name }) => bumps.size === 0 || (bumps.get(name) ?? "noop") !== "noop");
  const versions = new Map(released.map((each) => [each.name, release.targetOf(each.train)]));
  for (const each of released) {
    const version = versions.get(each.name) ?? "";
    await runAll(each, "preversion", { version, bumps, release });
    const before = release.read(each.manifest);
    const raised = new Map(
      each.dependencies.flatMap((name) => {
        const target = packages.find((other) => other.name === name);
        const next = versions.get(name);
        return target === undefined || next === undefined
          ? []
          : [[manifestName(target, release), next] as const];
      }),
    );
    const own = each.options["version"];
    const after =
      before === null ? null : withVersions(each.manifest, before, own === false ? null : version, raised);
    if (after !== null && after !== before) release.write(each.manifest, after, each.origin);
    if (own !== true) await runAll(each, "version", { version, bumps, release });
    await runAll(each, "postversion", { version, bumps, release });
  }
  for (const { path } of changes) release.remove(path, origin);
}

function manifestName({ manifest, name }: Package, release: ToolRelease): string {
  const text = release.read(manifest) ?? "";
  if (manifest.endsWith(".toml")) return textOf(tableOf(tableOf(plainToml(text))["package"])["name"]) ?? name;
  return manifest.endsWith(".json")
    ? (textOf(configurationOf("", text, "json")?.value["name"]) ?? name)
    : name;
}

function withVersions(
  path: string,
  text: string,
  version: string | null,
  raised: ReadonlyMap<string, string>,
): string | null {
  if (path.endsWith(".toml")) {
    const isOwn = typeof tableOf(tableOf(plainToml(text))["package"])["version"] === "string";
    const key = [...(isOwn ? [] : ["workspace"]), "package", "version"];
    const strings = version === null ? [] : [{ path: key, value: version }];
    return withTomlStrings(text, [...strings, ...raisedManifest(plainToml(text), raised)]);
  }
  const isJson = path.endsWith(".json");
  if (!isJson && !/\.ya?ml$/.test(path)) return version;
  const root = isJson ? configurationOf("", text, "json")?.value : plainYaml(text);
  if (!isTable(root)) return null;
  if (version !== null) Reflect.set(root, "version", version);
  for (const { path: key, value } of raisedManifest(root, raised)) {
    const holder = key.slice(0, -1).reduce<unknown>((found, name) => tableOf(found)[String(name)], root);
    Reflect.set(tableOf(holder), String(key.at(-1)), value);
  }
  return isJson ? `${JSON.stringify(root, null, 2)}\n` : stringify(root);
}

async function runAll(
  { name, folder, options, origin }: Package,
  kind: "preversion" | "version" | "postversion",
  {
    version,
    bumps,
    release,
  }: { readonly version: string; readonly bumps: ReadonlyMap<string, string>; readonly release: ToolRelease },
): Promise<void> {
  const value = options[kind];
  const commands = Array.isArray(value) ? value : [value];
  for (const each of commands) {
    const command = textOf(each) ?? textOf(tableOf(each)["command"]);
    if (command === null) continue;
    const words: Readonly<Record<string, string>> = {
      "pkg.pkg": name,
      "pkg.path": folder,
      "pkg.version": version,
      "pkg.pkgFile.version": version,
      "release.type": bumps.get(name) ?? "patch",
      "release.version": version,
    };
    const line = command.replace(/\$\{\s{0,9}([\w.]{1,40})\s{0,9}\}/g, (whole, word) => words[word] ?? whole);
    const cwd = tableOf(each)["runFromRoot"] === true ? "" : folder;
    await release.run(line, { cwd, origin });
  }
}
