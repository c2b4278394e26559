import type { Evidence } from "../evidence.ts";
import { askedFor } from "./asked-for.ts";

/** Keys that say what kind of number they hold, though packages are called so too. */
const kindKey = /^(?:app)?(?:version|semver|tag|release)$/iu;

/** True for a name that manifests of this repository ask for, and that none of them defines. */
export function isThirdParty(name: string, { repository, npmByName, names }: Evidence): boolean {
  if (kindKey.test(name)) return false;
  const meant = askedFor(repository).get(name);
  return (
    meant !== undefined && ![...meant].some((asked) => npmByName.has(asked) || names.isOurPackage(asked))
  );
}

/** The name right before a version, `mdn-data 1.2.3` and `left-pad@1.2.3`. */
const nameBefore = /(?:^|[\s,;("'`])(@?[\w][\w./-]{1,100})(?:\s|@)v?$/u;

/** True where a third party is named right before the version. */
export function followsThirdParty(before: string, evidence: Evidence): boolean {
  const name = nameBefore.exec(before)?.[1];
  return name !== undefined && isThirdParty(name, evidence);
}
