import type { Subject, SubjectType } from "../../inventory/occurrence.ts";
import { taggedModule } from "../../release/tagged-module.ts";
import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import type { DefinedPackage } from "../../repository/packages/workspace.ts";
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
