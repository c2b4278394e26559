import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Evidence } from "../evidence.ts";
import { wordsOf } from "./identifier-words.ts";
import { elsewhere, foreign, type Ownership, ownLine, train } from "./ownership.ts";
import { isOfTrain } from "./package-owner.ts";
import { isDistinct } from "./train.ts";

/** Words of an identifier that say that it holds a version, but not of what. */
const generic =
  /^(?:the|app|dev|expected|release|api|sdk|client|package|pkg|project|product|release|lib|current|latest|full|semver|cargo|my|default)?(?:version|ver|tag)(?:string|number|name)?$|^(?:current|latest)?release$/u;

/** Words of an identifier that ask for a release of before, as what builds itself does. */
const former = new Set(["bootstrap", "previous", "prev", "former", "oldest", "baseline"]);

/** The end of a name that says which kind of number it holds. */
const saysVersion = /version$/iu;

/** Whose version a constant or an assigned variable is: its name decides, since a number alone proves nothing. */
export function identifierOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { subject, version } = occurrence;
  const name = subject?.name ?? "";
  if (!version.includes(".")) return ownLine(version, `${name} counts by itself`);
  if (version !== evidence.train.current && wordsOf(name).some((word) => former.has(word)))
    return elsewhere(`${name} asks for a release of before`);
  if (evidence.names.inIdentifier(name))
    return isOfTrain(version, evidence)
      ? train("likely", `${name} names the product and holds a version of the train`)
      : elsewhere(`${name} names the product, but ${version} was never a version of the train`);
  if (isGenericName(name) && version === evidence.train.current)
    return train("likely", `${name} names nothing else and holds current`);
  const mayBeOurs = version === evidence.train.current && isDistinct(version) && saysVersion.test(name);
  const beside = mayBeOurs ? evidence.writtenBeside(occurrence) : null;
  if (beside !== null) return train("likely", `${name} holds current, and ${beside}`);
  return foreign(`${name === "" ? "the place" : name} does not name anything of ours`);
}

/** True for `VERSION`, `SDK_VERSION`, `appVersion` and their kin, which say nothing of a subject. */
export function isGenericName(name: string): boolean {
  return generic.test(name.toLowerCase().replace(/[^a-z]/gu, ""));
}
