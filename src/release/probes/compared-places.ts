import type { ChangedFiles, Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { changedRepository } from "./changed-repository.ts";
import { finalFiles } from "./repetition.ts";

/** A place that a check of the repository's own compares with the version of the release. */
export interface ComparedPlace {
  readonly path: string;
  /** Where current stands in the file as it is before the release, without a prefix such as `v`. */
  readonly span: Span;
}

/** A place that the release leaves at current. */
interface LeftPlace extends ComparedPlace {
  /** Where it stands in the text that the release leaves. */
  readonly left: Span;
}

/** A release, and a check that fails over what it leaves. */
interface FailedCheck {
  readonly current: string;
  readonly release: Rehearsal;
  /** The check over the tree as it is, which it passes and reads to the end. */
  readonly before: Rehearsal;
  readonly repository: Repository;
  /** Runs the check over a tree. */
  readonly check: (tree: Repository) => Promise<Rehearsal>;
}

/** How often a check is run at most; what is not asked by then is not known to be compared. */
const mostRuns = 40;
/** How often it looks at files in all of these runs, which says how long they take and is the same on every machine. */
const mostLooks = 20_000;
/** In UTF-16 code units; what is larger is data. */
const largestText = 1_000_000;

/**
 * The places that a check asks a release to write: where everything that it reads and the release leaves at current is
 * given the new version, it passes, and where one of these places alone keeps current, it fails. None where it fails over
 * something else as well. That it reads a file proves nothing, for a check may search the whole tree.
 */
export async function comparedPlaces(asked: FailedCheck): Promise<ComparedPlace[]> {
  const { release, before, repository, check } = asked;
  const written = finalFiles(release);
  const all = filesReadBy(before).flatMap((path) => leftIn(path, asked, written));
  if (all.length === 0) return [];
  const most = Math.min(mostRuns, Math.floor(mostLooks / Math.max(1, before.looks.length)));
  let runs = 0;
  const endsWithout = async (kept: readonly LeftPlace[]): Promise<"passed" | "failed" | "unknown"> => {
    if (runs >= most) return "unknown";
    runs++;
    const raised = all.filter((place) => !kept.includes(place));
    const { outcome } = await check(
      changedRepository(repository, withRaised(raised, repository, written, release.target)),
    );
    if (outcome.ended === "failed") return "failed";
    return outcome.ended === "completed" && outcome.exitCode === 0 ? "passed" : "unknown";
  };
  const comparedAmong = async (places: readonly LeftPlace[]): Promise<ComparedPlace[]> => {
    // It is known to fail where all of them keep current.
    if (places.length < all.length && (await endsWithout(places)) !== "failed") return [];
    if (places.length === 1) return places.map(({ path, span }) => ({ path, span }));
    const middle = Math.ceil(places.length / 2);
    const first = await comparedAmong(places.slice(0, middle));
    return [...first, ...(await comparedAmong(places.slice(middle)))];
  };
  return (await endsWithout([])) === "passed" ? comparedAmong(all) : [];
}

/** The files that a script read or loaded, without itself. */
export function filesReadBy({ looks, modules, entry }: Rehearsal): string[] {
  const read = looks.flatMap(({ how, found, path }) => (how === "read" && found ? [path] : []));
  return [...new Set([...read, ...modules])].filter((path) => path !== entry);
}

/** The places of a file that hold current before the release and after it. */
function leftIn(
  path: string,
  { repository, current, release }: FailedCheck,
  written: ChangedFiles,
): LeftPlace[] {
  const before = repository.has(path) ? repository.read(path) : null;
  const after = written.has(path) ? written.get(path) : before;
  if (before === null || typeof after !== "string" || before.length > largestText) return [];
  const places = spansOf(before, [current]);
  const kept = spansOf(after, [current, release.target]);
  // Which place is which can only be told where the release did nothing but replace some of them.
  if (places.length !== kept.length || textAround(before, places) !== textAround(after, kept)) return [];
  return places.flatMap((span, index) => {
    const left = kept[index];
    return left === undefined || after.slice(left.start, left.end) !== current ? [] : [{ path, span, left }];
  });
}

/** Where one of the versions stands as a whole, in order. */
function spansOf(text: string, versions: readonly string[]): Span[] {
  return versions
    .flatMap((version) => {
      const spans: Span[] = [];
      for (let start = text.indexOf(version); start !== -1; start = text.indexOf(version, start + 1)) {
        const end = start + version.length;
        const isWhole = !/[\d.]$/u.test(text.slice(Math.max(0, start - 1), start));
        if (isWhole && !/^(?:\d|\.\d)/u.test(text.slice(end, end + 2))) spans.push({ start, end });
      }
      return spans;
    })
    .sort((a, b) => a.start - b.start);
}

/** A text without some of its spans. */
function textAround(text: string, spans: readonly Span[]): string {
  return replaced(text, spans, "");
}

function replaced(text: string, spans: readonly Span[], becomes: string): string {
  let result = "";
  let done = 0;
  for (const { start, end } of spans) {
    result += text.slice(done, start) + becomes;
    done = end;
  }
  return result + text.slice(done);
}

/** What the release leaves, with the new version in some of the places that it left. */
function withRaised(
  places: readonly LeftPlace[],
  repository: Repository,
  written: ChangedFiles,
  target: string,
): ChangedFiles {
  const changes = new Map(written);
  for (const path of new Set(places.map((place) => place.path))) {
    const text = changes.get(path) ?? repository.read(path);
    if (typeof text !== "string") throw new TypeError(`${path} has no text`);
    const spans = places.filter((place) => place.path === path).map(({ left }) => left);
    changes.set(path, replaced(text, spans, target));
  }
  return changes;
}
