import { compareVersions } from "../../../../inventory/versions/compare.ts";
import type { Crate } from "../../../../repository/packages/workspace.ts";
import type { DeclaredTrain } from "../../release-tool.ts";

/** Crates that get one version, and the train that they are. */
export interface CrateGroup {
  readonly crates: readonly Crate[];
  readonly train: DeclaredTrain;
}

/**
 * Puts crates with the same key together, the largest group first, and of those that are as large the one after whose
 * crate most of the others are named, as `fern-core` and `fern-macros` are named after `fern`.
 * @param keyOf what crates of one version have in common
 * @param tagOf the tag of a crate; null where none is set
 */
export function crateGroups(
  crates: readonly Crate[],
  keyOf: (crate: Crate) => string,
  tagOf: (crate: Crate) => string | null,
): readonly CrateGroup[] {
  const byKey = new Map<string, Crate[]>();
  for (const crate of crates.filter(({ version }) => version !== null))
    byKey.set(keyOf(crate), [...(byKey.get(keyOf(crate)) ?? []), crate]);
  return [...byKey.values()]
    .sort((a, b) => b.length - a.length || namedAfter(b, crates) - namedAfter(a, crates))
    .map((members) => {
      const main = members.find(({ dir }) => dir === "") ?? members[0];
      const versions = members.map(({ version }) => version ?? "");
      return {
        crates: members,
        train: {
          name: byKey.size === 1 ? "" : (main?.name ?? ""),
          current: versions.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a)),
          folders: members.map(({ dir }) => dir),
          packages: members.map(({ name }) => name),
          tag: main === undefined ? null : tagOf(main),
        },
      };
    });
}

/** How many crates have a name that goes on from the name of one of the members. */
function namedAfter(members: readonly Crate[], crates: readonly Crate[]): number {
  return Math.max(
    ...members.map(
      ({ name }) =>
        crates.filter((each) => /^[-_]/.test(each.name.slice(name.length)) && each.name.startsWith(name))
          .length,
    ),
  );
}
