import { isExtraneous, isPackageLock } from "../../inventory/lockfiles/package-lock.ts";
import { manifestOfRow } from "../../inventory/lockfiles/row-manifest.ts";
import type { Occurrence } from "../../inventory/occurrence.ts";
import { folderOf, within } from "../../repository/packages/path.ts";
import type { Evidence } from "../evidence.ts";
import { isOfPeer } from "../purpose/purpose.ts";
import { askedFor } from "./asked-for.ts";
import { foreign, type Ownership, train } from "./ownership.ts";
import { crateOwner, npmOwner, ownNpmOwner, pythonOwner } from "./package-owner.ts";

/** Whose version the entry of a lockfile is: entries are bound to workspace members by name, never by number. */
export function lockEntryOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { subject, version } = occurrence;
  if (subject === null) return foreign("a lockfile entry without a name");
  if (isFromRegistry(occurrence, evidence))
    return foreign(`a copy of ${subject.name} from a registry is meant`);
  if (isLeftOver(occurrence, evidence))
    return foreign(`nothing asks for ${subject.name} any more, as npm notes`);
  const isHere = isOfPackageHere(occurrence, evidence);
  const ownership = isHere
    ? ownNpmOwner(subject.name, version, evidence)
    : ownerByName(subject.type, subject.name, version, evidence);
  if (ownership.owner !== "train") return ownership;
  if (
    !isHere &&
    subject.type === "npm" &&
    isTheirs(subject.name, occurrence.path, evidence) &&
    !isOfPeer(occurrence.keyPath)
  )
    return foreign(`only third parties ask for ${subject.name} here`);
  return train("likely", `the lockfile records ${subject.name}, which is released with the train`);
}

/** Cargo.lock names the source of a dependency, `"name 1.2.3 (registry+…)"`, where a crate of the same name lives here. */
function isFromRegistry({ path, span, subject }: Occurrence, { repository }: Evidence): boolean {
  return subject?.type === "crate" && (repository.read(path) ?? "").startsWith(" (registry+", span.end);
}

function isLeftOver({ path, span }: Occurrence, { repository }: Evidence): boolean {
  return isPackageLock(path) && isExtraneous(repository.read(path) ?? "", span.end);
}

/** The folder of an entry tells a package that lives there from one of the same name in the registry. */
function isOfPackageHere(occurrence: Occurrence, evidence: Evidence): boolean {
  const manifest = manifestOfRow(occurrence);
  return manifest !== null && evidence.npmByManifest.get(manifest)?.name === occurrence.subject?.name;
}

/**
 * What tools that we use ask for is theirs to raise. Who asks is only known of a package that lives here, and where the
 * manifest next to the lockfile has a name. The packages for single platforms, such as `acme-cli-linux-x64`, are asked
 * for by the one that they are named after, of which it is often written only when that is published.
 */
function isTheirs(name: string, path: string, { repository, npmByManifest, npmByName }: Evidence): boolean {
  if (!npmByName.has(name) || !npmByManifest.has(within(folderOf(path), "package.json"))) return false;
  return ![...askedFor(repository).values()].some((meant) =>
    [...meant].some((other) => other === name || (npmByName.has(other) && name.startsWith(`${other}-`))),
  );
}

function ownerByName(type: string, name: string, version: string, evidence: Evidence): Ownership {
  if (type === "crate") return crateOwner(name, evidence);
  if (type === "python") return pythonOwner(name, version, evidence);
  return npmOwner(name, version, evidence);
}
