import type { AuditSoFar } from "../../../findings/audit.ts";
import { oncePer } from "../../../repository/collections/once-per.ts";
import type { MemberValue } from "./member-value.ts";
import { protocolConstants } from "./protocol-constants.ts";
import { type Claim, fileClaims, folderClaims } from "./schema-claims.ts";
import { type SchemaSubjects, schemaSubjects } from "./schema-subjects.ts";
import type { Topic } from "./schema-topic.ts";
import { type SourcePackage, sourcePackages } from "./source-packages.ts";

/** Places of the repository that by their names speak about one numbered schema: recognised, not configured. */
export interface RecognisedCouple extends Topic {
  /** The schema folders first, then one constant and one re-export per file at most: its newest. */
  readonly members: readonly MemberValue[];
}

/** The recognised couples with at least two places, in the order of the repository. */
export const recognisedCouples = oncePer(
  ({ repository, workspace, occurrences }: AuditSoFar): readonly RecognisedCouple[] => {
    const subjects = schemaSubjects(repository);
    const constants = protocolConstants(occurrences);
    const claims = subjects.all.flatMap((subject) => folderClaims(subject, repository));
    for (const owner of sourcePackages(repository, workspace)) {
      if (!maySpeak(owner, subjects, constants)) continue;
      for (const path of owner.paths) {
        const text = repository.read(path);
        const own = constants.get(path) ?? [];
        if (text === null || (own.length === 0 && !/\bv\d/.test(text))) continue;
        claims.push(...fileClaims({ path, text, constants: own, owner }, subjects, repository));
      }
    }
    return gather(claims);
  },
);

/** Spares the reading of packages that have nothing to do with any schema. */
function maySpeak(
  owner: SourcePackage,
  subjects: SchemaSubjects,
  constants: ReadonlyMap<string, unknown>,
): boolean {
  const isKnown = (name: string) => subjects.ofPackage(name) !== null;
  if (owner.names.some(isKnown) || [...owner.dependencies].some(isKnown)) return true;
  if (subjects.all.some(({ folders }) => folders.some(({ dir }) => dir.startsWith(`${owner.dir}/`))))
    return true;
  return owner.paths.some(
    (path) => constants.has(path) || /(?:^|\/)v(?:[2-9]|\d\d+)\.[cm]?[jt]s$/.test(path),
  );
}

function gather(claims: readonly Claim[]): RecognisedCouple[] {
  const groups = new Map<string, { topic: Topic; members: MemberValue[] }>();
  for (const { member, ...topic } of claims) {
    const group = groups.get(topic.key) ?? { topic, members: [] };
    group.members.push(member);
    groups.set(topic.key, group);
  }
  return [...groups.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ topic, members }) => ({ ...topic, members }));
}
