import type { AuditSoFar } from "../findings/audit.ts";
import type { Result } from "../findings/finding.ts";
import { isOlder } from "../inventory/versions/compare.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";
import { type DeclaredGenerator, declaredGenerators } from "./shared/generators/declared-generator.ts";
import { isGone, isNeverRun } from "./shared/generators/gone.ts";

/** Generated places whose generator no release runs, so that nothing writes them. */
export const generatorMissing: Rule = {
  id: "generator-missing",
  summary: "a declared generator is never run by the release, or is not there",
  check: (audit) =>
    declaredGenerators(audit).flatMap((generator) => (isGone(generator) ? result(generator, audit) : [])),
};

/** Of many generated places so few are shown. */
const shownPlaces = 3;

function result(generator: DeclaredGenerator, audit: AuditSoFar): Result[] {
  const { table } = generator;
  const places = placesLeft(generator, audit);
  const [first] = places;
  if (first === undefined) return [];
  const { repository, release } = audit;
  const related = places.slice(1, 1 + shownPlaces).map(({ path, span, version }) => ({
    ...repository.locate(path, span),
    message: `also at ${version}`,
  }));
  if (table.source.from === "file")
    related.push({ ...table.source.location, message: "declared as generated here" });
  return [
    {
      severity: "warning",
      message: messageOf(generator, first.path),
      location: repository.locate(first.path, first.span),
      label: `${first.version}, and nothing writes it`,
      related,
      why: `only this generator could write ${counted(places.length, "place")} that ${places.length === 1 ? "holds" : "hold"} a version of the train`,
      help: `run the generator in ${release.entry}, or let the release write the version itself`,
      family: null,
      explains: places,
    },
  ];
}

/** What no release refreshes; where only the input is missing, that is proved by a place that is behind. */
function placesLeft(generator: DeclaredGenerator, { release }: AuditSoFar): JudgedOccurrence[] {
  const neverRun = isNeverRun(generator);
  return generator.outputs.filter(({ verdict, version }) =>
    neverRun ? verdict !== "generated" : isOlder(version, release.current),
  );
}

function messageOf({ table, missingInputs }: DeclaredGenerator, path: string): string {
  const [missing] = missingInputs;
  if (missing !== undefined) return `nothing can generate ${path} any more: ${missing} does not exist`;
  return `the release never runs \`${table.value.by}\`, which writes ${path}`;
}
