import { readFileSync } from "node:fs";
import type { Audit } from "../../src/findings/audit.ts";
import type { JudgedOccurrence } from "../../src/judge/judged-occurrence.ts";
import { audit } from "../cli/compiled-library.ts";
import { type LabelledPlace, readLabels } from "./labels.ts";

/** The share of certain labels that must get the right verdict. */
const required = 0.97;

/** Compares the verdicts of a labelled revision; gives what falls short. */
export async function checkLabels(file: string, folderOf: (revision: string) => string): Promise<string[]> {
  const { revision } = JSON.parse(readFileSync(file, "utf8")) as { revision: string };
  const result = await audit({ root: folderOf(revision) });
  const places = readLabels(file, result).map((place) => ({
    place,
    occurrence: occurrenceAt(place, result),
  }));
  // A look-alike that is no version string at all, such as a coordinate of four numbers, is rightly not in the list.
  const isRight = ({ place, occurrence }: (typeof places)[number]): boolean =>
    place.verdicts.includes(occurrence === null ? "external" : occurrence.verdict);
  const certain = places.filter(({ place }) => place.certain);
  const wrong = places.filter((labelled) => !isRight(labelled));
  for (const { place, occurrence } of wrong)
    console.log(
      `  ${place.certain ? "certain" : "unsure "} ${place.path}:${place.line} is ${occurrence?.verdict ?? "not found"}, ` +
        `label ${place.verdicts.join(" or ")}${occurrence === null ? "" : ` (${occurrence.reason})`}`,
    );
  const right = certain.filter(isRight).length;
  console.log(
    `labels ${revision}: ${right} of ${certain.length} certain right (${percent(right / certain.length)}), ` +
      `${places.filter(isRight).length} of ${places.length} of all`,
  );
  const forbidden = places.filter(({ place }) =>
    place.verdicts.some((verdict) => ["pinned", "independent", "covered", "external"].includes(verdict)),
  );
  const errors = forbidden.filter(({ place }) =>
    result.findings.some(
      ({ severity, location }) =>
        severity === "error" && location.path === place.path && location.line === place.line,
    ),
  );
  console.log(`labels ${revision}: ${errors.length} errors on places that are fine`);
  return [
    ...(right / certain.length < required
      ? [`${revision}: fewer than ${percent(required)} certain labels are right`]
      : []),
    ...errors.map(({ place }) => `${revision}: an error on ${place.path}:${place.line}, which is fine`),
  ];
}

function occurrenceAt(place: LabelledPlace, { occurrences, repository }: Audit): JudgedOccurrence | null {
  const found = occurrences.find((occurrence) => {
    if (occurrence.path !== place.path) return false;
    const { line, column } = repository.locate(place.path, occurrence.span);
    return line === place.line && (place.column === null || column === place.column);
  });
  return found ?? null;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
