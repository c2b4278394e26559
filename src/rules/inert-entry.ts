import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { placeAt } from "../findings/script-place.ts";
import { scriptStart } from "../findings/script-start.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { historicalDocument } from "../judge/purpose/historical-document.ts";
import type { InertEntry } from "../release/tools/release-tool.ts";
import type { Rule } from "./rule.ts";
import { orphanAnnotations } from "./shared/missed/orphan-annotations.ts";

/**
 * An entry in the configuration of a release tool that declares a place and reaches none, located at the entry, and an annotation
 * for the tool that it never reads, located at the place. Whoever reads them takes the place for covered. Right after a
 * release a changelog does not hold yet what the next one replaces.
 */
export const inertEntry: Rule = {
  id: "inert-entry",
  summary: "an entry of a release tool's configuration declares a place and reaches none",
  check: (audit) => {
    const known = new Set<string>();
    const entries = audit.rehearsals
      .flatMap(({ inert }) => inert)
      .filter(({ declares }) => declares === undefined || historicalDocument(declares) === null)
      .filter(({ origin, message }) => {
        const name = `${origin.path}:${origin.line} ${message}`;
        return !known.has(name) && known.add(name);
      });
    return [
      ...entries.map((entry) => result(entry, audit)),
      ...orphanAnnotations(audit).map((occurrence) => annotationResult(occurrence, audit)),
    ];
  },
};

function annotationResult(occurrence: JudgedOccurrence, audit: AuditSoFar): Result {
  const { path, span, version } = occurrence;
  return {
    // Whoever annotates the line says that the version on it is the one that is released.
    severity: "error",
    message: `${path} is annotated for release-please, which does not rewrite it, and stays at ${version}`,
    location: audit.repository.locate(path, span),
    label: "nothing follows of this annotation",
    related: [],
    why: "no configuration of release-please names this file among its extra-files",
    help: "name the file in extra-files, or remove the annotation",
    family: `${path} annotated`,
    explains: [occurrence],
  };
}

function result({ origin, message }: InertEntry, audit: AuditSoFar): Result {
  return {
    // The entry is proved to do nothing; whether a version stands where its author meant one is not.
    severity: "warning",
    message,
    location: placeAt(origin, audit) ?? scriptStart(origin.path, audit),
    label: "nothing follows of this entry",
    related: [],
    why: null,
    help: "let the entry name the place that is meant, or remove it",
    family: null,
  };
}
