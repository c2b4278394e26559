import semver from "semver";
import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import { jsonObject, type Manifest } from "../shared/javascript/manifest.ts";
import type { ChangesetsSettings } from "./settings.ts";

/** `.changeset/pre.json`: releases are prereleases until the mode is left. */
export interface PreState {
  readonly path: string;
  readonly mode: "pre" | "exit";
  readonly tag: string;
  /** The changesets that earlier prereleases have taken up. */
  readonly changesets: readonly string[];
  readonly initialVersions: JsonObject;
  readonly content: JsonObject;
}

/** Null outside of pre mode. https://github.com/changesets/changesets/blob/main/docs/prereleases.md */
export function readPreState(repository: Repository, path: string): PreState | null {
  const content = repository.has(path) ? jsonObject(repository.read(path)) : null;
  const tag = content?.["tag"];
  if (content === null || typeof tag !== "string") return null;
  const { changesets, initialVersions, mode } = content;
  return {
    ...{ path, tag, content },
    mode: mode === "exit" ? "exit" : "pre",
    changesets: Array.isArray(changesets) ? changesets.filter((id) => typeof id === "string") : [],
    initialVersions: isObject(initialVersions) ? initialVersions : {},
  };
}

/** The number that the next prerelease of each package gets, which a group shares. */
export function nextPreNumbers(
  packages: readonly Manifest[],
  { fixed, linked }: ChangesetsSettings,
  isSkipped: (manifest: Manifest) => boolean,
): ReadonlyMap<string, number> {
  const own = new Map(packages.map(({ name, version }) => [name, nextNumber(version)]));
  const numbers = new Map(
    packages.filter((one) => !isSkipped(one)).map(({ name }) => [name, own.get(name) ?? 0]),
  );
  for (const group of [...fixed, ...linked]) {
    const highest = Math.max(0, ...group.map((name) => own.get(name) ?? 0));
    for (const name of group) numbers.set(name, highest);
  }
  return numbers;
}

function nextNumber(version: string | null): number {
  const number = semver.parse(version)?.prerelease[1];
  return typeof number === "number" ? number + 1 : 0;
}

/** The text of pre.json after a prerelease. */
export function preStateText(
  { content, initialVersions }: PreState,
  changesets: readonly string[],
  packages: readonly Manifest[],
): string {
  const versions = { ...initialVersions };
  for (const { name, version } of packages)
    if (versions[name] === undefined) versions[name] = version ?? undefined;
  return `${JSON.stringify({ ...content, changesets, initialVersions: versions }, null, 2)}\n`;
}
