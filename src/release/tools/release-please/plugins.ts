import { plainToml } from "../../../repository/documents/plain-toml.ts";
import { MalformedXml, parseXml } from "../../../repository/documents/xml.ts";
import type { ToolRelease } from "../release-tool.ts";
import { configurationOf } from "../shared/configuration/configuration.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { isTable, type Table, tableOf } from "../shared/configuration/table.ts";
import { cargoLock, cargoToml } from "./cargo-updaters.ts";
import { type Component, pathIn } from "./component.ts";
import { filesNamed } from "./files.ts";
import { packageJson, packageLock } from "./json-updaters.ts";
import { artifactOf, pomXml } from "./pom-updater.ts";
import { type ReleaseVersion, releaseVersion, type Update } from "./update.ts";

/** An update of a plugin with the version that it gives. */
export interface PluginUpdate {
  readonly update: Update;
  readonly version: ReleaseVersion;
  /** The folder that the versions manifest names from now on because of it; null for none. */
  readonly listed: string | null;
}

/** The components with the version that the release gives each of them. */
export type Released = ReadonlyMap<Component, ReleaseVersion>;

/** What the plugins of a configuration rewrite after the components, by `src/plugins`. Others write nothing. */
export function pluginUpdates(
  plugins: readonly unknown[],
  released: Released,
  release: ToolRelease,
): readonly PluginUpdate[] {
  return plugins.flatMap((plugin) => {
    const options: Table = isTable(plugin) ? plugin : { type: plugin };
    if (options["type"] === "node-workspace") return nodeWorkspace(options, released, release);
    if (options["type"] === "cargo-workspace") return cargoWorkspace(released, release);
    return options["type"] === "maven-workspace" ? mavenWorkspace(released, release) : [];
  });
}

/** Every package of the type node asks for the new versions of the others, and so does the lockfile of the root. */
function nodeWorkspace(options: Table, released: Released, release: ToolRelease): PluginUpdate[] {
  const packages = [...released].filter(([{ type }]) => type === "node");
  const versions = new Map(
    packages.map(([component, version]) => [manifestName(component, release), version.text]),
  );
  const updatesPeers = options["updatePeerDependencies"] === true;
  const updates = packages.flatMap(([component, version]) => [
    at(component, "package.json", packageJson(versions, updatesPeers), version),
    at(component, "package-lock.json", packageLock(versions, true), version),
  ]);
  const [first] = packages;
  const hasRoot = packages.some(([{ path }]) => path === ".");
  if (first === undefined || hasRoot) return updates;
  return [...updates, at(first[0], "/package-lock.json", packageLock(versions, false), first[1])];
}

function manifestName(component: Component, release: ToolRelease): string {
  const text = release.read(pathIn(component, "package.json") ?? "");
  return text === null ? "" : (textOf(configurationOf("", text, "json")?.value["name"]) ?? "");
}

/** Crates that are no components, but need one that is released, get their next patch version. */
function cargoWorkspace(released: Released, release: ToolRelease): PluginUpdate[] {
  const manifest = (path: string) =>
    tableOf(plainToml(release.read(pathIn({ path }, "Cargo.toml") ?? "") ?? ""));
  const members = textsOf(tableOf(manifest(".")["workspace"])["members"]).flatMap((member) =>
    release.glob([`${member}/Cargo.toml`]).map((path) => path.slice(0, -"/Cargo.toml".length)),
  );
  const crates = [...new Set([...members, "."])].map((path) => ({ path, manifest: manifest(path) }));
  const [origin] = released.keys();
  if (origin === undefined) return [];
  const versions = new Map<string, ReleaseVersion>();
  const nameOf = (crate: (typeof crates)[number]) => textOf(tableOf(crate.manifest["package"])["name"]) ?? "";
  for (const crate of crates) {
    const component = [...released].find(([{ path, type }]) => path === crate.path && type === "rust");
    if (component !== undefined) versions.set(nameOf(crate), component[1]);
  }
  let size = -1;
  while (versions.size !== size) {
    size = versions.size;
    for (const crate of crates.filter((each) => !versions.has(nameOf(each)))) {
      const own = textOf(tableOf(crate.manifest["package"])["version"]);
      const needs = dependencyNames(crate.manifest).some((name) => versions.has(name));
      if (own !== null && needs) versions.set(nameOf(crate), nextPatch(own));
    }
  }
  const texts = new Map([...versions].map(([name, { text }]) => [name, text]));
  const manifests = crates.flatMap((crate) => {
    const version = versions.get(nameOf(crate));
    if (version === undefined) return [];
    const owner = [...released.keys()].find(({ path }) => path === crate.path);
    const update = at(owner ?? { ...origin, path: crate.path }, "Cargo.toml", cargoToml(texts), version);
    return [{ ...update, listed: owner === undefined ? crate.path : null }];
  });
  return [...manifests, at(origin, "/Cargo.lock", cargoLock(texts), releaseVersion(""))];
}

function dependencyNames(manifest: Table): string[] {
  const targets = [manifest, ...Object.values(tableOf(manifest["target"])).map(tableOf)];
  return targets.flatMap((target) =>
    ["dependencies", "dev-dependencies", "build-dependencies"].flatMap((kind) =>
      Object.keys(tableOf(target[kind])),
    ),
  );
}

function nextPatch(version: string): ReleaseVersion {
  const { major, minor, patch } = releaseVersion(version);
  return releaseVersion(`${major}.${minor}.${Number(patch) + 1}`);
}

const javaTypes = new Set(["java", "maven", "java-yoshi", "java-yoshi-mono-repo"]);

/** The pom of each component asks for the new versions of the artifacts of all components. */
function mavenWorkspace(released: Released, release: ToolRelease): PluginUpdate[] {
  const components = [...released].filter(([{ type }]) => javaTypes.has(type));
  const versions = new Map(
    components.flatMap(([{ path }, version]) =>
      filesNamed(release, "pom.xml", path).flatMap((pom) => {
        const name = artifactAt(release.read(pom) ?? "");
        return name === null ? [] : [[name, version.text] as const];
      }),
    ),
  );
  return components.map(([component, version]) => at(component, "pom.xml", pomXml(versions), version));
}

function artifactAt(text: string): string | null {
  try {
    return artifactOf(parseXml(text));
  } catch (error) {
    if (error instanceof MalformedXml) return null;
    throw error;
  }
}

function at(
  component: Component,
  file: string,
  updater: Update["updater"],
  version: ReleaseVersion,
): PluginUpdate {
  const path = pathIn(component, file) ?? file;
  return { update: { path, updater, origin: component.origin, isDeclared: false }, version, listed: null };
}
