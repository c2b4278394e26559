import { flagOf, listOf, textOf, textsOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import { requirementFields } from "../shared/javascript/manifest.ts";

/** A folder whose package.json gets the version. */
export interface ManifestRoot {
  /** With `{projectRoot}`, `{projectName}` and `{workspaceRoot}`. */
  readonly path: string;
  /** True where `workspace:` and `file:` requirements stay as they are. */
  readonly keepsProtocols: boolean;
}

/** How the version of one project is written. */
export interface VersionOptions {
  /** Null for the package.json of the project itself. */
  readonly roots: readonly ManifestRoot[] | null;
  readonly keepsProtocols: boolean;
  /** The fields in which a range that takes in the new version stays as it is. */
  readonly keepsRangesOf: readonly string[];
  /** `auto`, or what is put in front of every version that is required. */
  readonly prefix: string;
  /** What writes the version; null for what writes a package.json. */
  readonly actions: string | null;
  /** True where the current version is that of the newest tag. */
  readonly readsTags: boolean;
  readonly isConventional: boolean;
}

const javaScript = new Set([
  ...["@nx/js/src/release/version-actions", "@nx/js:release-version", "@nx/js:version-actions"],
]);

/** Options that stood in `generatorOptions` before nx 21 and stand beside it since. */
const promoted = [
  ...["specifierSource", "currentVersionResolver", "versionPrefix", "updateDependents"],
  "preserveLocalDependencyProtocols",
];

/**
 * The options of a project out of those of the workspace, its group and its own, the last one counting most.
 * `resolveFinalConfigForProject` in
 * https://github.com/nrwl/nx/blob/master/packages/nx/src/command-line/release/utils/release-graph.ts ; what
 * `generatorOptions` of older versions mean stands in its migration `update-21-0-0/release-version-config-changes.ts`.
 * @param major of nx, for the values that it has by default
 */
export function versionOptions(layers: readonly Table[], major: number): VersionOptions {
  const options = Object.assign({}, ...layers.map(modern)) as Table;
  const keepsProtocols = flagOf(options["preserveLocalDependencyProtocols"]) ?? major >= 21;
  const source = textOf(options["specifierSource"]);
  const conventional = flagOf(options["conventionalCommits"]) === true || source === "conventional-commits";
  const actions = textOf(options["versionActions"]) ?? textOf(options["generator"]);
  return {
    ...{ keepsProtocols, roots: rootsOf(options["manifestRootsToUpdate"], keepsProtocols) },
    keepsRangesOf: fieldsOf(options["preserveMatchingDependencyRanges"] ?? major >= 22),
    prefix: typeof options["versionPrefix"] === "string" ? options["versionPrefix"] : "auto",
    actions: actions === null || javaScript.has(actions) ? null : actions,
    readsTags: conventional || textOf(options["currentVersionResolver"]) === "git-tag",
    isConventional: conventional,
  };
}

function modern(layer: Table): Table {
  const { generatorOptions, ...rest } = layer;
  if (generatorOptions === undefined) return rest;
  const former = tableOf(generatorOptions);
  const kept = promoted.flatMap((key) => (former[key] === undefined ? [] : [[key, former[key]]]));
  const root = textOf(former["packageRoot"]);
  return {
    preserveLocalDependencyProtocols: false,
    ...(root === null ? {} : { manifestRootsToUpdate: [root] }),
    ...Object.fromEntries(kept),
    ...rest,
  };
}

function rootsOf(value: unknown, keepsProtocols: boolean): readonly ManifestRoot[] | null {
  const roots = listOf(value).map((root) => ({
    path: textOf(typeof root === "string" ? root : tableOf(root)["path"]) ?? "{projectRoot}",
    keepsProtocols:
      typeof root === "string"
        ? keepsProtocols
        : flagOf(tableOf(root)["preserveLocalDependencyProtocols"]) === true,
  }));
  return roots.length === 0 ? null : roots;
}

function fieldsOf(value: unknown): readonly string[] {
  if (typeof value === "boolean") return value ? requirementFields : [];
  return textsOf(value);
}
