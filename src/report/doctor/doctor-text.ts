import { checkedSomething } from "../../findings/checked-something.ts";
import type { Candidate, Diagnosis } from "../../findings/diagnosis/diagnosis.ts";
import { counted } from "../../repository/text/counted.ts";
import type { Palette } from "../palette.ts";
import { releaseText, stepText } from "../summary-text.ts";
import { visible } from "../visible-text.ts";
import { nextStep } from "./next-step.ts";

const fewPassedOver = 5;
const fewTrains = 12;
const fewCommands = 3;
const longestCommand = 100;

type Row = readonly [name: string, value: string];

/** What was understood of a release, at length. The first line is the one that every report of an audit prints. */
export function doctorText(
  diagnosis: Diagnosis,
  { palette, verbose }: { readonly palette: Palette; readonly verbose: boolean },
): string {
  const rows = (all: readonly Row[], indent = ""): string =>
    all
      .map(([name, value]) => `${indent}${palette("strong", name.padEnd(8))}  ${visible(value)}`.trimEnd())
      .join("\n");
  const { audit, candidates } = diagnosis;
  const blocks = [
    rows([["release", audit === null ? "not understood" : releaseText(audit)]]),
    ...candidates.map((candidate, index) =>
      [
        `${palette("strong", `${index + 1}. ${visible(titleOf(candidate))}`)}: ${visible(decisionOf(candidate))}`,
        rows(candidateRows(candidate, verbose), "   "),
      ].join("\n"),
    ),
    rows(passedOverRows(diagnosis, verbose)),
    rows(trainRows(diagnosis, verbose)),
    rows(endRows(diagnosis)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const kinds = {
  script: "script",
  tool: "release tool",
  history: "past releases",
  command: "command",
} satisfies Record<Candidate["mechanism"], string>;

function titleOf({ mechanism, name }: Candidate): string {
  return mechanism === "history" ? kinds.history : `${kinds[mechanism]} ${name}`;
}

const roles = { taken: "taken", completes: "completes it", "not-taken": "not taken" } satisfies Record<
  Candidate["role"],
  string
>;

function decisionOf({ role, reason }: Candidate): string {
  return reason === null ? roles[role] : `${roles[role]}, ${reason}`;
}

const certainties = {
  proved: "proved, it is run in a sandbox",
  declared: "declared, its configuration is read",
  learned: "learned from git",
} satisfies Record<Candidate["certainty"], string>;

function candidateRows(candidate: Candidate, verbose: boolean): Row[] {
  const { why, call, certainty, writes, commands, mechanism } = candidate;
  const shown = commands.slice(0, verbose ? commands.length : fewCommands).map((command) => {
    const [line = ""] = command.split("\n");
    return line.length > longestCommand ? `${line.slice(0, longestCommand)} …` : line;
  });
  const rest = commands.length - shown.length;
  return [
    ["seen", why],
    ...(call === null ? [] : [["call", call] as const]),
    ["sure", mechanism === "command" ? "proved, it is run in a throw-away copy" : certainties[certainty]],
    ["writes", writesText(writes)],
    ...shown.map((command, index) => [index === 0 ? "not run" : "", command] as const),
    ...(rest > 0 ? [["", `and ${counted(rest, "more command")}, which --verbose shows`] as const] : []),
  ];
}

function writesText(writes: Candidate["writes"]): string {
  if (writes === null) return "unknown, it was not rehearsed";
  if (writes.places === 0) return "no place";
  return `${counted(writes.places, "place")} in ${counted(writes.files, "file")}`;
}

function passedOverRows({ passedOver }: Diagnosis, verbose: boolean): Row[] {
  const shown = passedOver.slice(0, verbose ? passedOver.length : fewPassedOver);
  const rest = passedOver.length - shown.length;
  return [
    ...shown.map(
      ({ subject, reason }, index) => [index === 0 ? "left out" : "", `${subject}: ${reason}`] as const,
    ),
    ...(rest > 0 ? [["", `and ${rest} more, which --verbose shows`] as const] : []),
  ];
}

function trainRows({ audit }: Diagnosis, verbose: boolean): Row[] {
  const trains = audit?.trains ?? [];
  const shown = trains.slice(0, verbose ? trains.length : fewTrains);
  const rest = trains.length - shown.length;
  return [
    ...shown.map((train, index) => {
      const { name, current, target, latestTag, packages } = train;
      const step = current === null ? "by its tags" : stepText(current, target ?? "unknown");
      const parts = [
        `${name === "" ? "the repository" : name} ${step}`,
        latestTag === null ? "no tag" : `latest tag ${latestTag}`,
        ...(packages.length > 1 ? [counted(packages.length, "package")] : []),
      ];
      return [index === 0 ? "trains" : "", parts.join(" · ")] as const;
    }),
    ...(rest > 0 ? [["", `and ${counted(rest, "more train")}, which --verbose shows`] as const] : []),
  ];
}

function endRows(diagnosis: Diagnosis): Row[] {
  const { missing, audit } = diagnosis;
  const isGate = audit !== null && !checkedSomething(audit);
  const whats = [
    ...missing.map(({ what }) => what),
    ...(isGate && missing.length === 0
      ? ["the release writes no version, so that nothing could be checked"]
      : []),
  ];
  const [first = "nothing", ...others] = whats;
  return [
    ["missing", first],
    ...others.map((what) => ["", what] as const),
    ...nextStep(diagnosis)
      .split("\n")
      .map((line, index) => [index === 0 ? "do" : "", line] as const),
  ];
}
