import semver from "semver";
import { isObject, type JsonObject } from "../json-file.ts";

/** A workspace as a lockfile knows it. */
interface LockedMember {
  readonly name: string;
  /** Its folder relative to the root of the workspaces. */
  readonly location: string;
  /** Its manifest after the change. */
  readonly content: JsonObject;
}

/** The ranges of dependencies, by kind. */
const kinds = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

/** A lockfile with the version of the package beside it, which it repeats twice. */
export function bumpLock(lock: JsonObject, version: string): JsonObject {
  const { packages } = lock;
  const own = isObject(packages) ? packages[""] : undefined;
  const inner =
    isObject(packages) && isObject(own) ? { packages: { ...packages, "": { ...own, version } } } : {};
  return { ...lock, version, ...inner };
}

/**
 * A lockfile as npm leaves it when the manifests of workspaces have changed: with the versions of the root and of every
 * workspace, and their ranges of each other. Other fields of a manifest are taken to be in it already. Null when the
 * lockfile is of another kind, when a dependency was added or is from elsewhere and changed, and when a range no longer
 * takes in the workspace that it names: npm then asks the registry.
 * https://github.com/npm/cli/blob/v11.0.0/workspaces/arborist/lib/shrinkwrap.js
 */
export function syncLock(
  lock: JsonObject,
  root: JsonObject,
  members: readonly LockedMember[],
): JsonObject | null {
  const { packages, lockfileVersion } = lock;
  const versions = new Map(members.map(({ name, content }) => [name, content["version"]]));
  if (!isObject(packages) || (lockfileVersion !== 2 && lockfileVersion !== 3)) return null;
  if (mentions(root["overrides"], versions) || hasCopies(packages, versions)) return null;

  const synced: Record<string, unknown> = {};
  for (const { name, location, content } of [{ name: "", location: "", content: root }, ...members]) {
    const link = packages[`node_modules/${name}`];
    const isLinked =
      location === "" || (isObject(link) && link["resolved"] === location && link["link"] === true);
    const entry = isLinked ? syncEntry(packages[location], content, versions) : null;
    if (entry === null || (entry.isRanged && lockfileVersion === 2)) return null;
    synced[location] = entry.value;
  }
  const merged = { ...packages, ...synced };
  const { [""]: own } = synced;
  if (!Object.values(merged).every((entry) => isObject(entry) && takesIn(entry, versions))) return null;
  if (!isObject(own) || own["name"] !== (packages[""] as JsonObject)["name"]) return null;
  return { ...withVersion(lock, root["version"]), packages: merged };
}

type Versions = ReadonlyMap<string, unknown>;

/** The entry of a package in a lockfile after its manifest; `isRanged` when a range in it is another one now. */
function syncEntry(
  entry: unknown,
  content: JsonObject,
  versions: Versions,
): { value: JsonObject; isRanged: boolean } | null {
  const version = content["version"];
  if (!isObject(entry) || (version !== undefined && typeof version !== "string")) return null;
  const changed: Record<string, JsonObject> = {};
  for (const kind of kinds) {
    const locked = rangesOf(entry, kind);
    const wanted = rangesOf(content, kind);
    if (locked === null || wanted === null) return null;
    if (kind === "dependencies")
      for (const name of rangesOf(content, kinds[2])?.keys() ?? []) wanted.delete(name);
    if (locked.size !== wanted.size) return null;
    const moved = [...locked].filter(([name, range]) => wanted.get(name) !== range);
    if (!moved.every(([name]) => wanted.has(name) && versions.has(name))) return null;
    if (moved.length > 0)
      changed[kind] = Object.fromEntries([...locked.keys()].map((name) => [name, wanted.get(name)]));
  }
  return { value: { ...withVersion(entry, version), ...changed }, isRanged: Object.keys(changed).length > 0 };
}

/** Null when the field is there and is no map. */
function rangesOf(holder: JsonObject, kind: string): Map<string, unknown> | null {
  const field = holder[kind] ?? {};
  return isObject(field) ? new Map(Object.entries(field)) : null;
}

/** npm puts the name and the version in front of everything else. */
function withVersion(holder: JsonObject, version: unknown): JsonObject {
  const { name, version: before, ...rest } = holder;
  const named = name === undefined ? {} : { name };
  return { ...named, ...(version === undefined ? {} : { version }), ...rest };
}

/** True when every range of a workspace in the entry takes in the version that the workspace has now. */
function takesIn(entry: JsonObject, versions: Versions): boolean {
  return kinds.every((kind) => {
    const ranges = rangesOf(entry, kind);
    return (
      ranges !== null &&
      [...ranges].every(([name, range]) => !versions.has(name) || fits(range, versions.get(name)))
    );
  });
}

function fits(range: unknown, version: unknown): boolean {
  if (typeof range !== "string") return false;
  if (range.startsWith("file:") || ["", "*"].includes(range.trim())) return true;
  return typeof version === "string" && semver.satisfies(version, range, { loose: true });
}

/** True when a package with the name of a workspace is installed somewhere beside the workspace itself. */
function hasCopies(packages: JsonObject, versions: Versions): boolean {
  return Object.keys(packages).some((path) => {
    const at = path.lastIndexOf("/node_modules/");
    return at !== -1 && versions.has(path.slice(at + "/node_modules/".length));
  });
}

/** True when a map of overrides, or one within it, names a workspace. */
function mentions(overrides: unknown, versions: Versions): boolean {
  if (!isObject(overrides)) return false;
  return Object.entries(overrides).some(
    ([key, value]) => versions.has(key.replace(/(?<=.)@.*/, "")) || mentions(value, versions),
  );
}
