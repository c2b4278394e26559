import { npmManifest } from "../../inventory/ecosystems/npm-manifest.ts";
import type { Occurrence, Subject } from "../../inventory/occurrence.ts";
import { rangeAdmits } from "../../inventory/versions/range.ts";
import { comingVersion } from "../../release/trains.ts";
import { oncePer } from "../../repository/collections/once-per.ts";
import { documentAt } from "../../repository/documents/document-cache.ts";
import { dependencyName } from "../../repository/packages/npm-dependency.ts";
import type { Evidence } from "../evidence.ts";
import { definedOwner } from "../owner/defined-owner.ts";

/**
 * True for a requirement of what is compatible that takes in current, where no release writes requirements of the same
 * package: whoever wrote it named the release from which on, and it is met by every later one. Where a
 * member of the npm workspace asks for the number of current, its siblings are written as it is.
 */
export function isMeantAsRange({ kind, text, subject }: Occurrence, evidence: Evidence): boolean {
  if (kind !== "dependency" || subject === null || evidence.train.requirements.has(subject.name))
    return false;
  if (subject.type === "npm" && askedByMembers(evidence).has(subject.name)) return false;
  return rangeAdmits(text, subject.type, heldBy(subject, evidence));
}

/** What a package holds: that of this repository with a version of its own holds that, and everything else current. */
export function heldBy(subject: Subject | null, evidence: Evidence): string {
  const { npmByName, crateByName, train } = evidence;
  if (subject === null) return train.current;
  const { type, name } = subject;
  if (type !== "npm" && type !== "crate") {
    const defined = definedOwner(subject, evidence);
    return (defined?.owner === "own-line" ? defined.version : null) ?? train.current;
  }
  if (train.npm.has(name) || train.crates.has(name)) return train.current;
  const here = (type === "npm" ? npmByName : crateByName).get(name) ?? [];
  return here.find(({ version }) => version !== null)?.version ?? train.current;
}

/**
 * The same of a requirement that was written while current was the newest, where past releases alone tell what the next one
 * writes: it takes in what comes next as well, and none of them has raised it.
 */
export function staysMet(occurrence: Occurrence, evidence: Evidence): boolean {
  const { text, subject } = occurrence;
  const [main] = evidence.trains;
  const coming = main === undefined ? null : comingVersion(main);
  return (
    evidence.isLearned &&
    coming !== null &&
    /^[\^~]/u.test(text) &&
    isMeantAsRange(occurrence, evidence) &&
    rangeAdmits(text, subject?.type ?? null, coming) &&
    !evidence.past.moved(occurrence)
  );
}

/** The packages that members of the npm workspace ask for by the number of current, as whoever keeps them up does. */
const askedByMembers = oncePer(({ repository, workspace, train }: Evidence): ReadonlySet<string> => {
  const members = workspace.npm.filter(({ member, manifest }) => member && npmManifest.matches(manifest));
  const scalars = members.flatMap(({ manifest }) => documentAt(repository, manifest)?.scalars ?? []);
  return new Set(
    scalars.flatMap(({ path, value }) =>
      typeof value === "string" && value.replace(/^[\^~]/u, "") === train.current
        ? (dependencyName(path) ?? [])
        : [],
    ),
  );
});
