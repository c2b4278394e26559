import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import type { Situation } from "./situation.ts";

/**
 * True for the manifest of a package that a release may also publish, because it holds current or says how it is to be
 * published. What a release script discovers is often published as well, so a public package that was left behind long
 * ago is not let through without such a sign.
 */
export function isMeantForNpm(
  { path, kind, verdict }: JudgedOccurrence,
  { audit, opened }: Situation,
): boolean {
  if (kind !== "manifest-version") return false;
  const pkg = audit.evidence.npmByManifest.get(path);
  if (pkg === undefined || pkg.private) return false;
  if (verdict === "stale") return true;
  return opened.documentOf(path)?.scalars.some(({ path: [field] }) => field === "publishConfig") === true;
}
