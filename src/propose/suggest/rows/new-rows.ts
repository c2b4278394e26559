import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { groupBy } from "../../../repository/collections/group-by.ts";
import type { Repository } from "../../../repository/repository.ts";
import { type Frame, framesOf } from "./frame.ts";
import { familiesOf, globsFor } from "./row-globs.ts";
import { type RowPattern, rowPattern, type Subjects } from "./row-pattern.ts";
import { reachOfRow } from "./row-reach.ts";

/** One new row: its files, its pattern, and exactly the places that the two stand for. */
export interface NewRow {
  readonly glob: string;
  readonly pattern: RowPattern;
  readonly places: readonly JudgedOccurrence[];
  readonly matchesEveryFile: boolean;
}

/** A place and the frames that have not been tried for it. */
interface Framed {
  readonly place: JudgedOccurrence;
  readonly frame: Frame;
  readonly others: readonly Frame[];
}

/**
 * The fewest rows for some places: places in the same frame share a row, which is divided by files, then by names, until
 * it finds nothing else. Places of which no frame is found nowhere else have none.
 * @param takesGlobs false for a table whose rows name one file each
 */
export function newRows(
  places: readonly JudgedOccurrence[],
  repository: Repository,
  takesGlobs: boolean,
): NewRow[] {
  const rows: NewRow[] = [];
  let open = places.flatMap((place) => framed(place, framesOf(place, repository.read(place.path) ?? "")));
  while (open.length > 0) {
    const failed: Framed[] = [];
    for (const group of groupsOf(open)) {
      const made = rowsFor(group, repository, takesGlobs);
      rows.push(...made);
      const done = new Set(made.flatMap((row) => row.places));
      failed.push(...group.filter(({ place }) => !done.has(place)));
    }
    open = failed.flatMap(({ place, others }) => framed(place, others));
  }
  return takesGlobs ? merged(rows, repository) : rows;
}

/** Rows with one pattern become one row for all of their files. */
function merged(rows: readonly NewRow[], repository: Repository): NewRow[] {
  const alike = groupBy(rows, ({ pattern }) => pattern.source);
  return [...alike.values()].flatMap((group) => {
    const places = group.flatMap((row) => row.places);
    const paths = [...new Set(places.map(({ path }) => path))];
    const pattern = (group.find((row) => row.pattern.flags.includes("g")) ?? group[0])?.pattern;
    const row = pattern === undefined ? null : exactRow(places, paths, pattern, repository);
    return group.length === 1 || row === null ? group : [row];
  });
}

/** A row for files that all hold a place fails when one of them no longer does, which is what a release should do. */
function exactRow(
  places: readonly JudgedOccurrence[],
  paths: readonly string[],
  pattern: RowPattern,
  repository: Repository,
): NewRow | null {
  const exact = globsFor(paths).flatMap((glob): NewRow[] => {
    const { isExact, matchesEveryFile } = reachOfRow(glob, pattern, places, repository);
    return isExact ? [{ glob, pattern, places, matchesEveryFile }] : [];
  });
  return exact.find(({ matchesEveryFile }) => matchesEveryFile) ?? exact[0] ?? null;
}

function framed(place: JudgedOccurrence, [frame, ...others]: readonly Frame[]): Framed[] {
  return frame === undefined ? [] : [{ place, frame, others }];
}

/** Places that differ in nothing but their file and the name next to them. */
function groupsOf(open: readonly Framed[]): Framed[][] {
  const groups = groupBy(open, ({ frame: { head, subject, link, quote, anchored } }) =>
    JSON.stringify([head, subject !== null, link.replace(/\s*\n\s*/gu, "\n"), quote, anchored]),
  );
  return [...groups.values()];
}

function rowsFor(group: readonly Framed[], repository: Repository, takesGlobs: boolean): NewRow[] {
  const paths = [...new Set(group.map(({ place }) => place.path))];
  const row = paths.length === 1 || takesGlobs ? oneRow(group, paths, repository) : null;
  if (row !== null) return [row];
  const parts = paths.length > 1 ? byFile(group, paths) : byName(group);
  return parts.length < 2 ? [] : parts.flatMap((part) => rowsFor(part, repository, takesGlobs));
}

function byFile(group: readonly Framed[], paths: readonly string[]): Framed[][] {
  return familiesOf(paths).map((family) => group.filter(({ place }) => family.includes(place.path)));
}

function byName(group: readonly Framed[]): Framed[][] {
  const names = [...new Set(group.map(({ frame }) => frame.subject))];
  return names.map((name) => group.filter(({ frame }) => frame.subject === name));
}

function oneRow(group: readonly Framed[], paths: readonly string[], repository: Repository): NewRow | null {
  const [first] = group;
  if (first === undefined) return null;
  const places = group.map(({ place }) => place);
  const isGlobal = paths.length < places.length;
  for (const subjects of subjectsOf(group)) {
    const pattern = rowPattern(first.frame, subjects, isGlobal);
    const row = exactRow(places, paths, pattern, repository);
    if (row !== null) return row;
  }
  return null;
}

/** Several names of one scope may all be meant. */
function subjectsOf(group: readonly Framed[]): Subjects[] {
  const names = [...new Set(group.flatMap(({ frame: { subject } }) => subject ?? []))].sort();
  const scopes = new Set(names.map((name) => /^@[^/]+(?=\/)/u.exec(name)?.[0] ?? ""));
  const [scope = ""] = scopes;
  return names.length > 1 && scopes.size === 1 && scope !== "" ? [{ scope }, { names }] : [{ names }];
}
