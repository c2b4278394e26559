import type { AuditSoFar } from "../findings/audit.ts";
import type { Related, Result } from "../findings/finding.ts";
import { relatedAt } from "../findings/script-place.ts";
import { counted } from "../repository/text/counted.ts";
import type { Rule } from "./rule.ts";
import { type BehindInput, behindInput } from "./shared/generators/behind-input.ts";
import { type DeclaredGenerator, declaredGenerators } from "./shared/generators/declared-generator.ts";
import { isGone } from "./shared/generators/gone.ts";
import { type LateInput, lateInputs } from "./shared/generators/late-input.ts";
import { type LeftOutput, leftOutputs } from "./shared/generators/left-outputs.ts";

/** Generated files that hold an older version than their input, with the reason where the release shows one. */
export const generatedBehind: Rule = {
  id: "generated-behind",
  summary: "generated files hold an older version than what they are generated from",
  check(audit) {
    const generators = declaredGenerators(audit);
    const declared = generators.flatMap((generator) => {
      const behind = isGone(generator) ? null : behindInput(generator, audit.release.current);
      return behind === null
        ? []
        : [result(behind, generator, lateInputs(generator, generators)[0] ?? null, audit)];
    });
    return [...declared, ...leftOutputs(audit).flatMap((left) => leftResults(left, audit))];
  },
};

/** Of files with the header of a generator that nobody has declared each is named, for each may have one of its own. */
function leftResults({ version, expected, places }: LeftOutput, { repository }: AuditSoFar): Result[] {
  return places.map((place) => ({
    severity: "warning",
    message: `${place.path} was generated at ${version}, behind ${expected}`,
    location: repository.locate(place.path, place.span),
    label: "the generator was not run for the releases since",
    related: [],
    why: place.reason,
    help: "run the generator again, best as a step of the release, and commit what it writes",
    family: `generated at ${version}`,
    explains: [place],
  }));
}

/** Of many generated places so few are shown. */
const shownPlaces = 3;

function result(
  { places, expected, input }: BehindInput,
  { table }: DeclaredGenerator,
  late: LateInput | null,
  audit: AuditSoFar,
): Result {
  const [first] = places;
  if (first === undefined) throw new Error("what is behind has a place");
  const files = new Set(places.map(({ path }) => path)).size;
  const { repository } = audit;
  const related: Related[] = [];
  if (input !== null)
    related.push({
      ...repository.locate(input.path, input.span),
      message: `its input holds ${input.version}`,
    });
  if (late !== null)
    related.push(
      ...relatedAt(late.run.command.origin, `\`${table.value.by}\` runs here`, audit),
      ...relatedAt(late.origin, `${late.refreshedBy} refreshes ${late.input} only here`, audit),
    );
  for (const { path, span, version } of places.slice(1, 1 + shownPlaces))
    related.push({ ...repository.locate(path, span), message: `also at ${version}` });
  return {
    severity: "warning",
    message: `${counted(places.length, "generated place")} in ${counted(files, "file")} ${places.length === 1 ? "holds" : "hold"} ${first.version}, behind ${expected}`,
    location: repository.locate(first.path, first.span),
    label: input === null ? "older than current" : `older than ${input.path}`,
    related,
    why: whyOf(table.value.by, late),
    help:
      late === null
        ? "run the generator again and commit what it writes"
        : `start the generator after ${late.input} is refreshed`,
    family: null,
    explains: places,
  };
}

function whyOf(by: string | undefined, late: LateInput | null): string | null {
  if (late !== null)
    return `\`${by}\` runs before ${late.refreshedBy} refreshes ${late.input}, so its output stays one release behind`;
  return by === undefined ? "no release runs its generator" : null;
}
