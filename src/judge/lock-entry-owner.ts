import type { Occurrence } from "../occurrences/occurrence.ts";
import type { Bench } from "./bench.ts";
import { foreign, type Ownership, train } from "./ownership.ts";
import { crateOwner, npmOwner, pythonOwner } from "./package-owner.ts";

/** Whose version the entry of a lockfile is: entries are bound to workspace members by name, never by number. */
export function lockEntryOwner(occurrence: Occurrence, bench: Bench): Ownership {
  const { subject, version } = occurrence;
  if (subject === null) return foreign("a lockfile entry without a name");
  const ownership = ownerByName(subject.type, subject.name, version, bench);
  if (ownership.owner !== "train") return ownership;
  return train("likely", `the lockfile records ${subject.name}, which is released with the train`);
}

function ownerByName(type: string, name: string, version: string, bench: Bench): Ownership {
  if (type === "crate") return crateOwner(name, bench);
  if (type === "python") return pythonOwner(name, version, bench);
  return npmOwner(name, version, bench);
}
