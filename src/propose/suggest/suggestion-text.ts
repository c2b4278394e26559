import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import { visible } from "../../report/visible-text.ts";
import { counted } from "../../repository/text/counted.ts";
import type { IgnoreEntry } from "./ignore-entries.ts";
import { type Repair, repairKinds, repairMeaning } from "./repair.ts";
import type { Suggestions } from "./suggest.ts";

/** So many places of a repair are shown without `--verbose`; the others are counted. */
const fewPlaces = 4;

/** What the patch does and what it does not do, for people. Every line ends in a line break. */
export function suggestionText(suggestions: Suggestions, verbose: boolean): string {
  const { audit, repairs, left, lagging, newFindings } = suggestions;
  const show = (places: readonly JudgedOccurrence[]): string[] => {
    const shown = verbose ? places : places.slice(0, fewPlaces);
    const lines = shown.map(({ path, span, version }) => {
      const { line, column } = audit.repository.locate(path, span);
      return `  ${path}:${line}:${column} ${version}`;
    });
    const more = places.length - shown.length;
    return more === 0 ? lines : [...lines, `  and ${more} more`];
  };
  const lines = [
    ...summary(suggestions),
    ...alike(repairs).flatMap(({ kind, says, places }) => ["", `${kind}: ${says}`, ...show(places)]),
    ...left.flatMap((entry) => leftLines(entry, show)),
    ...laggingLines(lagging, show),
    ...publishLines(repairs),
    ...lockfileLines(repairs),
    ...newFindings.map(
      ({ rule, message, location: { path, line } }) =>
        `note: the patch brings a finding of ${rule} at ${path}:${line}: ${message}`,
    ),
  ];
  return lines.map((line) => `${visible(line)}\n`).join("");
}

/** Repairs that are told in the same words are told once. */
function alike(repairs: readonly Repair[]): Repair[] {
  const told = new Map<string, Repair>();
  for (const repair of repairs) {
    const other = told.get(repair.says);
    told.set(
      repair.says,
      other === undefined ? repair : { ...other, places: [...other.places, ...repair.places] },
    );
  }
  return [...told.values()];
}

function summary({ repairs, left }: Suggestions): string[] {
  const sum = (entries: readonly { readonly places: readonly unknown[] }[]) =>
    entries.reduce((total, { places }) => total + places.length, 0);
  const all = sum(repairs) + sum(left);
  if (all === 0) return ["every place that the release owes a version is covered"];
  const kinds = repairKinds.flatMap((kind) => {
    const places = sum(repairs.filter((repair) => repair.kind === kind));
    return places === 0 ? [] : [`  ${String(places).padStart(4)}  ${kind.padEnd(9)}  ${repairMeaning[kind]}`];
  });
  const rest =
    sum(left) === 0 ? [] : [`  ${String(sum(left)).padStart(4)}  ${"left".padEnd(9)}  not in the patch`];
  return [`${counted(all, "uncovered place")}`, ...kinds, ...rest];
}

function leftLines(
  { places, why, text }: IgnoreEntry,
  show: (places: readonly JudgedOccurrence[]) => string[],
): string[] {
  const paste = text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
  return ["", `left: ${why}`, ...show(places), "  to ignore them, paste into version-audit.toml:", ...paste];
}

function laggingLines(
  lagging: readonly JudgedOccurrence[],
  show: (places: readonly JudgedOccurrence[]) => string[],
): string[] {
  if (lagging.length === 0) return [];
  return ["", "note: the next release writes these; until then they keep their version", ...show(lagging)];
}

/** What a release script finds by its name it usually publishes too. */
function publishLines(repairs: readonly Repair[]): string[] {
  const names = repairs.filter(({ kind }) => kind === "name").flatMap(({ places }) => places);
  if (names.length === 0) return [];
  return ["", "note: a package that the release script now lets through may also be published by it"];
}

/** A lockfile repeats what manifests ask for, so it has to be refreshed when that changes. */
function lockfileLines(repairs: readonly Repair[]): string[] {
  const asksOtherwise = repairs.some(
    ({ kind, places }) =>
      kind !== "ignore" &&
      places.some((place) => place.kind === "dependency" && (kind === "spec" || place.verdict === "behind")),
  );
  return asksOtherwise
    ? ["", "note: requirements change, so run the install that refreshes the lockfile before you commit"]
    : [];
}
