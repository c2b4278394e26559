import { compareVersions } from "../../inventory/versions/compare.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import type { Reported } from "../report-options.ts";
import { changedLines } from "../story/changed-lines.ts";
import { kindOfWrite, type Step, storyOf } from "../story/story.ts";
import type { PagePlace, PageRelease, PageStep, PageStory } from "./page-data.ts";

/** More lines of a write, and more steps of a release, nobody reads. */
const mostLines = 6;
const mostSteps = 3000;
const longestText = 200;

/**
 * The past releases, newest first, with the places that each was the last to write: by history, where that was learned, and
 * for places that fell behind by the version that they hold.
 */
export function pageTimeline({ rehearsals, occurrences, repository }: Reported): PageRelease[] {
  const releases = new Map<string, { commit: string | null; kept: number; left: PagePlace[] }>();
  const release = (version: string) => {
    const known = releases.get(version) ?? { commit: null, kept: 0, left: [] };
    releases.set(version, known);
    return known;
  };
  for (const { learned } of rehearsals) {
    if (learned === null) continue;
    for (const { version, commit } of learned.releases) release(version).commit ??= commit;
    for (const { lastWriter } of learned.places) release(lastWriter.version).kept++;
    for (const { path, span, lastWriter } of learned.left)
      release(lastWriter.version).left.push({ path, ...repository.lines(path).position(span.start) });
  }
  const known = new Set(
    [...releases.values()].flatMap(({ left }) => left.map(({ path, line }) => `${line} ${path}`)),
  );
  for (const { path, span, version, verdict } of occurrences) {
    if (verdict !== "behind") continue;
    const { line, column } = repository.lines(path).position(span.start);
    if (!known.has(`${line} ${path}`)) release(version).left.push({ path, line, column });
  }
  return [...releases]
    .sort(([a], [b]) => compareVersions(b, a))
    .map(([version, facts]) => ({ version, ...facts }));
}

/** What every rehearsed release does; a place of the script stands by each step. */
export function pageStories({ rehearsals, release }: Reported): PageStory[] {
  return rehearsals.map((rehearsal) => {
    const { name, entry, mechanism, outcome } = rehearsal;
    const shown = (text: string): string =>
      text.replaceAll(rehearsal.target, release.target).slice(0, longestText);
    const steps = storyOf(rehearsal);
    const left = steps.length - mostSteps;
    return {
      title: [name, entry, mechanism].filter((part) => part !== "").join(" · "),
      end: left > 0 ? `${left} more steps are not shown` : endOf(outcome),
      steps: steps.slice(0, mostSteps).map((step) => stepOf(step, shown)),
    };
  });
}

function endOf(outcome: Rehearsal["outcome"]): string | null {
  if (outcome.ended !== "completed") return `it ${outcome.ended}: ${outcome.message}`;
  return outcome.exitCode === 0 ? null : `it ends with exit code ${outcome.exitCode}`;
}

const verbs = { create: "creates", change: "writes", keep: "writes", delete: "deletes" } as const;

function stepOf(step: Step, shown: (text: string) => string): PageStep {
  if (step.does === "say")
    return {
      does: "says",
      what: shown(step.line.text.trimEnd()),
      answer: null,
      lines: [],
      more: 0,
      origin: null,
    };
  if (step.does === "command") {
    const { command, answer, origin } = step.command;
    return { does: "runs", what: shown(command), answer, lines: [], more: 0, origin: placeOf(origin) };
  }
  const { path, origin } = step.write;
  const lines = changedLines(step.write);
  return {
    does: verbs[kindOfWrite(step.write)],
    what: path,
    answer: null,
    lines: lines.slice(0, mostLines).map(({ sign, line, text }) => ({ sign, line, text: shown(text) })),
    more: Math.max(0, lines.length - mostLines),
    origin: placeOf(origin),
  };
}

function placeOf({ path, line, column }: PagePlace): PagePlace {
  return { path, line, column };
}
