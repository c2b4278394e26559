import type { Subject, SubjectType } from "../../inventory/occurrence.ts";
import { latestOf } from "../../release/released-versions.ts";
import { tagName } from "../../release/tag-name.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import type { DefinedPackage } from "../../repository/packages/workspace.ts";
import type { GitFacts, Repository } from "../../repository/repository.ts";
import type { Evidence } from "../evidence.ts";
import { isOfOtherGroup } from "./gradle-group.ts";
import { type Ownership, ownLine, train } from "./ownership.ts";
import { plainName } from "./plain-name.ts";

/** Subjects of which the place does not say what kind of package they are: `gem "name"`, `pod "name"`. */
const unsaid = new Set<SubjectType>(["name"]);

/** Kinds of manifests that describe what is not asked for by its name anywhere. */
const notAsked = new Set<SubjectType>(["project", "app", "plugin", "package"]);

/**
 * Whose version a version next to a name is that a manifest of this repository defines, in the ecosystems that are
 * neither npm nor Cargo; null for any other name.
 */
export function definedOwner(subject: Subject, evidence: Evidence): Ownership | null {
  const candidates = evidence.packageByName.get(plainName(subject.name)) ?? [];
  // What tests install and what is vendored defines the packages of others.
  const here = candidates.filter(
    ({ type, manifest }) =>
      isMeant(type, subject.type) &&
      !isTestOrExample(manifest) &&
      !(/\.gradle(?:\.kts)?$/u.test(manifest) && isOfOtherGroup(subject.name, evidence.repository)),
  );
  const first = here[0];
  if (first === undefined) return null;
  const released = here.find((each) => isReleased(each, evidence));
  if (released !== undefined)
    return train(
      "proved",
      `${first.name} is defined in ${released.manifest}, which is released with the train`,
    );
  return ownLine(
    first.version ?? taggedModule(first, evidence.repository),
    `${first.name} is defined in ${first.manifest} with a version line of its own`,
  );
}

function isMeant(defined: SubjectType, asked: SubjectType): boolean {
  return defined === asked || (unsaid.has(asked) && !notAsked.has(defined));
}

/** A manifest without a version of its own takes that of the whole, unless its tags say another one. */
function isReleased(
  defined: DefinedPackage,
  { train: { manifests, current, others }, repository }: Evidence,
): boolean {
  const { name, manifest, version } = defined;
  if (others.has(name)) return false;
  const held = version ?? taggedModule(defined, repository);
  return held === null || held === current || manifests.has(manifest);
}

/**
 * The newest version that the tags of a Go module below the root name, `api/v1.2.3`; null for what has none:
 * https://go.dev/ref/mod#vcs-version
 */
function taggedModule({ type, dir }: DefinedPackage, { git }: Repository): string | null {
  if (type !== "go" || dir === "" || git === null) return null;
  return newestOfModules(git).get(`${dir}/`) ?? null;
}

const newestOfModules = oncePer(({ tags }: GitFacts): ReadonlyMap<string, string> => {
  const names = tags.flatMap((tag) => tagName(tag) ?? []).filter(({ prefix }) => prefix.endsWith("/"));
  const families = groupBy(names, ({ prefix }) => prefix);
  return new Map(
    [...families].flatMap(([prefix, those]) => {
      const newest = latestOf(new Set(those.map(({ version }) => version)));
      return newest === null ? [] : [[prefix, newest]];
    }),
  );
});
