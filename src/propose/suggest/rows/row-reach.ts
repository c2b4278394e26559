import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { boundedGlob } from "../../../repository/files/bounded-glob.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { RowPattern } from "./row-pattern.ts";

/** What a row would write: exactly the places that it is meant for, and whether every one of its files holds one. */
export interface RowReach {
  readonly isExact: boolean;
  readonly matchesEveryFile: boolean;
}

/** More files than these are not one row's business. */
const mostFiles = 2000;

/** Holds a row against all files that its glob stands for, without running the script. */
export function reachOfRow(
  glob: string,
  { probe }: RowPattern,
  places: readonly JudgedOccurrence[],
  repository: Repository,
): RowReach {
  const isMatch = boundedGlob(glob);
  const paths = repository.paths.filter((path) => path === glob || isMatch(path));
  const wanted = new Set(places.map(({ path, span }) => `${path}:${span.start}-${span.end}`));
  if (paths.length > mostFiles) return { isExact: false, matchesEveryFile: false };
  let matchesEveryFile = true;
  for (const path of paths) {
    const found = versionsIn(repository.read(path) ?? "", probe);
    if (found.length === 0) matchesEveryFile = false;
    for (const [start, end] of found)
      if (!wanted.delete(`${path}:${start}-${end}`)) return { isExact: false, matchesEveryFile };
  }
  return { isExact: wanted.size === 0, matchesEveryFile };
}

function versionsIn(text: string, probe: RegExp): (readonly [number, number])[] {
  const matches = probe.global ? [...text.matchAll(probe)] : [probe.exec(text)];
  return matches.flatMap((match) => {
    const place = match?.indices?.groups?.["version"];
    return place === undefined ? [] : [place];
  });
}
