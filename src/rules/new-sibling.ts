import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { relatedAt } from "../findings/script-place.ts";
import { shownName } from "../findings/shown-name.ts";
import { isMissed } from "../judge/judge.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { isOfTrain } from "../judge/owner/package-owner.ts";
import { folderOf } from "../repository/packages/path.ts";
import type { Rule } from "./rule.ts";
import { type LeftOutPackage, leftOutPackages } from "./shared/families/manifest-family.ts";
import { type LeftOutTranslation, leftOutTranslations } from "./shared/families/translations.ts";

/**
 * A member of a family that the release writes as a whole but for this one, and that nothing else reports: its version
 * is a placeholder, is missing, or is not recognised as one of the train.
 */
export const newSibling: Rule = {
  id: "new-sibling",
  summary: "the release writes every sibling of this place, but not this one",
  check: (audit) => [
    ...leftOutPackages(audit.occurrences, audit.evidence).flatMap((left) => packageResult(left, audit)),
    ...leftOutTranslations(audit.occurrences, (occurrence) => isLeft(occurrence, audit)).map((left) =>
      translationResult(left, audit),
    ),
  ],
};

/** Missed places are reported by the rules about them, and what is pinned says why it differs from its sibling. */
function isLeft({ verdict, version }: JudgedOccurrence, { evidence }: AuditSoFar): boolean {
  return (verdict === "external" || verdict === "independent") && isOfTrain(version, evidence);
}

function packageResult({ pkg, siblings }: LeftOutPackage, audit: AuditSoFar): Result[] {
  const { repository, occurrences } = audit;
  const own = occurrences.find(({ path, kind }) => path === pkg.manifest && kind === "manifest-version");
  if (
    own !== undefined &&
    (isMissed(own.verdict) || own.verdict === "ignored" || own.verdict === "generated")
  )
    return [];
  return [
    {
      severity: "warning",
      message: `${pkg.name} is left out of a release that writes all of its siblings`,
      location: repository.locate(pkg.manifest, own?.span ?? { start: 0, end: 0 }),
      label: own === undefined ? "it has no version" : `it stays at ${own.version}`,
      related: siblings
        .slice(0, 1)
        .flatMap(({ edit }) =>
          edit === null ? [] : relatedAt(edit.origin, "its siblings are written here", audit),
        ),
      why: `it is public, and every other public package in ${folderOf(pkg.dir) || "the root"} is written`,
      help: "let the release script find it too, make it private, or record in version-audit.toml why it is left out",
      family: null,
    },
  ];
}

function translationResult({ occurrence, sibling }: LeftOutTranslation, audit: AuditSoFar): Result {
  const { repository } = audit;
  return {
    severity: "warning",
    message: `${shownName(occurrence)} stays at ${occurrence.version} in a translation of ${sibling.path}`,
    location: repository.locate(occurrence.path, occurrence.span),
    label: "the release writes this in the other language only",
    related: [
      { ...repository.locate(sibling.path, sibling.span), message: "the same place, which is written" },
    ],
    why: occurrence.reason,
    help: `let the rule for ${sibling.path} match its translations too`,
    family: occurrence.path,
  };
}
