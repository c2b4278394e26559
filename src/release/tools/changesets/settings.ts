import { boundedGlob } from "../../../repository/files/bounded-glob.ts";
import type { Repository } from "../../../repository/repository.ts";
import { isObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import type { Manifest } from "../shared/javascript/manifest.ts";
import { ToolRefusal } from "../tool-refusal.ts";

/** `.changeset/config.json` with its globs expanded to names of packages. */
export interface ChangesetsSettings {
  readonly path: string;
  readonly fixed: readonly (readonly string[])[];
  readonly linked: readonly (readonly string[])[];
  readonly ignored: ReadonlySet<string>;
  readonly versionsPrivate: boolean;
  readonly updateInternalDependencies: "patch" | "minor";
  readonly workspaceProtocolOnly: boolean;
  readonly peersOnlyOutOfRange: boolean;
  readonly alwaysUpdatesDependents: boolean;
  /** False where no changelog is written; else whether the entries are those of changesets itself. */
  readonly changelog: false | "own" | "foreign";
  /** Entries whose globs name no package, by their key. */
  readonly unmatched: readonly { readonly key: string; readonly glob: string }[];
  originOf(...keys: (string | number)[]): Origin;
}

/**
 * Reads the configuration. Throws a ToolRefusal where changesets itself would not read it.
 * https://github.com/changesets/changesets/blob/main/docs/config-file-options.md and packages/config/src/index.ts
 */
export function readSettings(
  repository: Repository,
  path: string,
  packages: readonly Manifest[],
): ChangesetsSettings {
  const config = readConfig(repository, path);
  if (config === null || !isObject(config.value))
    throw new ToolRefusal(`${path} is no JSON object`, { path, line: 1, column: 1, function: null });
  const { value } = config;
  const names = packages.map(({ name }) => name);
  const unmatched: { key: string; glob: string }[] = [];
  const expand = (key: string, globs: unknown): readonly string[] => {
    const given = Array.isArray(globs) ? globs.filter((glob) => typeof glob === "string") : [];
    for (const glob of given) if (!names.some((name) => matches(name, glob))) unmatched.push({ key, glob });
    const wanted = given.filter((glob) => !glob.startsWith("!"));
    const unwanted = given.filter((glob) => glob.startsWith("!"));
    return names.filter(
      (name) => wanted.some((glob) => matches(name, glob)) && unwanted.every((glob) => matches(name, glob)),
    );
  };
  const groups = (key: string) =>
    (Array.isArray(value[key]) ? value[key] : []).map((group: unknown) => expand(key, group));
  const experimental = value["___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH"];
  const unsafe = isObject(experimental) ? experimental : {};
  const privates = value["privatePackages"];
  return {
    path,
    fixed: groups("fixed"),
    linked: groups("linked"),
    ignored: new Set(expand("ignore", value["ignore"])),
    versionsPrivate: privates !== false && !(isObject(privates) && privates["version"] === false),
    updateInternalDependencies: value["updateInternalDependencies"] === "minor" ? "minor" : "patch",
    workspaceProtocolOnly: value["bumpVersionsWithWorkspaceProtocolOnly"] === true,
    peersOnlyOutOfRange: unsafe["onlyUpdatePeerDependentsWhenOutOfRange"] === true,
    alwaysUpdatesDependents: unsafe["updateInternalDependents"] === "always",
    changelog: changelogOf(value["changelog"]),
    unmatched,
    originOf: config.originOf,
  };
}

/** Names of packages are matched as micromatch would, an exclamation mark in front turning a glob around. */
function matches(name: string, glob: string): boolean {
  return glob.startsWith("!") ? !boundedGlob(glob.slice(1))(name) : boundedGlob(glob)(name);
}

function changelogOf(given: unknown): ChangesetsSettings["changelog"] {
  if (given === false) return false;
  const name: unknown = Array.isArray(given) ? given[0] : given;
  const own = [undefined, "@changesets/cli/changelog", "@changesets/changelog-git"];
  return own.some((known) => known === name) ? "own" : "foreign";
}
