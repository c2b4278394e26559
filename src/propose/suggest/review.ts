import { trainOfPlace } from "../../findings/place-train.ts";
import type { JudgedOccurrence } from "../../judge/judged-occurrence.ts";
import { jsonText } from "../../report/json-text.ts";
import { plainText } from "../../report/markdown-text.ts";
import { repositoryPath } from "../../report/repository-path.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import type { Repository } from "../../repository/repository.ts";
import { counted } from "../../repository/text/counted.ts";
import { changedFiles } from "./changed-files.ts";
import type { Replacement } from "./repair.ts";
import type { Suggestions } from "./suggest.ts";

/** True for a line (1-based) that a pull request adds or changes. */
type IsChanged = (path: string, line: number) => boolean;

/** Something that is offered as a whole: what it says, and what it replaces. */
interface Offer {
  readonly says: string;
  readonly replacements: readonly Replacement[];
}

/** Lines of one file (1-based, both included), and what is offered there. */
interface Lines {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly says: readonly string[];
  readonly replacements: readonly Replacement[];
}

/**
 * The body of a request that reviews a pull request with suggestions to be committed by a click. Offered are the repairs
 * all of which lies on changed lines, since a comment can stand nowhere else and half a repair is none; what is behind on a
 * changed line is offered the version that the others hold.
 * https://docs.github.com/en/rest/pulls/reviews#create-a-review-for-a-pull-request
 */
export function review(suggestions: Suggestions, isChanged: IsChanged): string {
  const { audit, repairs } = suggestions;
  const { repository } = audit;
  const isHere = (replacement: Replacement): boolean => {
    if (!repository.has(replacement.path)) return false;
    const { from, to } = linesOf(replacement, repository);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index).every((line) =>
      isChanged(replacement.path, line),
    );
  };
  const here = repairs.filter(({ replacements }) => replacements.every(isHere));
  const repaired = new Set(here.flatMap(({ places }) => places));
  const late = audit.occurrences.filter((place) => place.verdict === "behind" && !repaired.has(place));
  const offers = [...here, ...late.flatMap((place) => broughtUp(place, suggestions))].filter(
    ({ replacements }) => replacements.every(isHere),
  );
  const comments = suggestionLines(offers, repository).map((lines) => commentOf(lines, repository));
  const isAbout = ({ path, span }: JudgedOccurrence) =>
    isChanged(path, repository.lines(path).position(span.start).line);
  const elsewhere = repairs.filter((repair) => !here.includes(repair) && repair.places.some(isAbout)).length;
  const body = [
    comments.length === 0
      ? "version-audit has nothing to suggest on these lines."
      : `version-audit: ${counted(comments.length, "suggestion")} to commit.`,
    ...(elsewhere === 0
      ? []
      : [
          `${counted(elsewhere, "more repair")} of what stands here ${elsewhere === 1 ? "lies" : "lie"} elsewhere: \`version-audit suggest | git apply\` makes all of them.`,
        ]),
  ].join(" ");
  return jsonText({ event: "COMMENT", body, comments });
}

/** What is behind, at the version that its train holds. A row of a lockfile has a checksum beside it and is left alone. */
function broughtUp(place: JudgedOccurrence, { audit }: Suggestions): Offer[] {
  const current = trainOfPlace(place, audit)?.current ?? null;
  const isOnce = place.text.split(place.version).length === 2;
  if (current === null || !isOnce || place.kind === "lock-entry") return [];
  const text = place.text.replace(place.version, () => current);
  const says = `holds ${place.version} while the release goes on from ${current}`;
  return [{ says, replacements: [{ path: place.path, span: place.span, text }] }];
}

function linesOf({ path, span }: Replacement, repository: Repository): { from: number; to: number } {
  const index = repository.lines(path);
  return { from: index.position(span.start).line, to: index.position(span.end).line };
}

/** What is offered, line by line: offers that share a line can only be committed together. */
function suggestionLines(offers: readonly Offer[], repository: Repository): Lines[] {
  const single = offers.flatMap(({ says, replacements }) =>
    replacements.map(
      (replacement): Lines => ({
        path: replacement.path,
        ...linesOf(replacement, repository),
        says: [says],
        replacements: [replacement],
      }),
    ),
  );
  return [...groupBy(single, ({ path }) => path).values()].flatMap((ofFile) => {
    const merged: Lines[] = [];
    for (const next of [...ofFile].sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last === undefined || next.from > last.to) merged.push(next);
      else
        merged[merged.length - 1] = {
          ...last,
          to: Math.max(last.to, next.to),
          says: [...new Set([...last.says, ...next.says])],
          replacements: [...last.replacements, ...next.replacements],
        };
    }
    return merged;
  });
}

function commentOf({ path, from, to, says, replacements }: Lines, repository: Repository) {
  const before = repository.read(path) ?? "";
  const [{ after } = { after: before }] = changedFiles(replacements, repository);
  if (typeof after !== "string") throw new TypeError(`${path} is no text`);
  const rest = before.split("\n").length - to;
  const lines = after.split("\n");
  const text = lines
    .slice(from - 1, lines.length - rest)
    .map((line) => line.replace(/\r$/u, ""))
    .join("\n");
  const runs = text.match(/`+/gu) ?? [];
  const fence = "`".repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  const body = `${says.map(plainText).join("; ")}\n\n${fence}suggestion\n${text}\n${fence}`;
  return {
    path: repositoryPath(repository, path),
    ...(from === to ? {} : { start_line: from, start_side: "RIGHT" }),
    line: to,
    side: "RIGHT",
    body,
  };
}
