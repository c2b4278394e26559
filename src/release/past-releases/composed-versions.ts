import { compareVersions } from "../../inventory/versions/compare.ts";

/** The text of a file on the day of a release. */
export interface ReleasedState {
  readonly version: string;
  readonly text: string;
}

/** The names of the last numbers of a version, as a POSIX extended regular expression that finds lines which give them one. */
export const partNames =
  "(MAJOR|[Mm]ajor|MINOR|[Mm]inor|PATCH|[Pp]atch|MICRO|[Mm]icro|REVISION|[Rr]evision|RELEASE|[Rr]elease)[A-Za-z_]{0,20}[^0-9A-Za-z]{1,20}[0-9]";

/** The words for the numbers of a version, in their order. */
const ranks = [
  /^major$/u,
  /^minor$/u,
  /^(?:patch|micro|revision|release|bugfix|point|sublevel|patchlevel)$/u,
];
/** The words for what stands behind the numbers. */
const marks = /^(?:extra|suffix|prerelease|pre|label|stage|status|qualifier)$/u;
/** Words of names that hold the version of something else than a product. */
const otherThings =
  /^(?:abi|api|file|format|min|minimum|max|proto|protocol|required|schema|so|soversion|wire)$/u;

/** A name that is given a number, a text or nothing on one line, in whatever language. */
const given =
  /^[ \t]{0,40}(?:#[ \t]{0,10}define[ \t]{1,40}|set[ \t]{0,10}\([ \t]{0,10}|(?:(?:export|final|def|static|const|constexpr|public|val|var|let|int)[ \t]{1,10}){0,4})["']?([A-Za-z_]\w{0,80})["']?[ \t]{0,40}(?::=|[:?]?=|:|[ \t])[ \t]{0,40}(?:(\d{1,6})|"(\d{1,6})"|["']([^"'\n]{0,40})["']|null|None|nil)[ \t]{0,40}[,;)]?[ \t]{0,20}(?:(?:#|\/\/|\/\*).{0,120})?$/gmu;

/** A version whose numbers stand apart: `_version_major = 9`, `"Release": 4`; the mark is what stands behind them. */
interface Composed {
  readonly numbers: readonly (number | null)[];
  readonly mark: string;
}

/**
 * The versions above the newest release that are written in parts where the last releases have held their own: a number that
 * nothing names is 0 (`Major`, `Release` and `Prerelease` give `14.0.1-beta1`).
 */
export function composedVersions(states: readonly ReleasedState[], now: string): string[] {
  const [newest] = states;
  if (newest === undefined) return [];
  const former = states.map(({ version, text }) => ({ version, groups: partsOf(text) }));
  return [...partsOf(now)].flatMap(([name, parts]) => {
    const held = former.filter(({ version, groups }) => {
      const then = groups.get(name);
      return then !== undefined && compareVersions(textOf(then), version) === 0;
    });
    const version = textOf(parts);
    const isRaised = held.length >= agreeing && compareVersions(version, newest.version) > 0;
    return isRaised ? [version] : [];
  });
}

/** Two of the last releases have to have held their versions. */
const agreeing = 2;

function textOf({ numbers, mark }: Composed): string {
  const joined = numbers.map((number) => number ?? 0).join(".");
  return mark === "" || /^[.+-]/u.test(mark) ? `${joined}${mark}` : `${joined}-${mark}`;
}

/** The versions in parts of a text by what their names have in common; those of a major and at least one number more. */
function partsOf(text: string): Map<string, Composed> {
  const groups = new Map<string, { numbers: (number | null)[]; mark: string }>();
  for (const [, name = "", bare, quoted, written] of text.matchAll(given)) {
    const words = wordsOf(name);
    if (words.some((word) => otherThings.test(word))) continue;
    const rank = ranks.findIndex((names) => words.some((word) => names.test(word)));
    const isMark = rank === -1 && words.some((word) => marks.test(word));
    if (rank === -1 && !isMark) continue;
    const rest = words.filter(
      (word) =>
        !ranks.some((names) => names.test(word)) && !marks.test(word) && !/^(?:ver|version)$/u.test(word),
    );
    const key = rest.join("-");
    const group = groups.get(key) ?? { numbers: [null, null, null], mark: "" };
    groups.set(key, group);
    const number = bare ?? quoted;
    if (isMark) group.mark = written ?? "";
    else if (number !== undefined) group.numbers[rank] = Number(number);
  }
  return new Map(
    [...groups].filter(([, { numbers }]) => numbers[0] !== null && (numbers[1] ?? numbers[2]) !== null),
  );
}

function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/gu, "$1_$2")
    .toLowerCase()
    .split(/_+/u)
    .filter((word) => word !== "");
}
