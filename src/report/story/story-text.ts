import type { Command, Origin, Rehearsal, Write } from "../../release/rehearsal.ts";
import { counted } from "../../repository/text/counted.ts";
import { place } from "../entry-text.ts";
import type { Palette } from "../palette.ts";
import { visible, visibleLine } from "../visible-text.ts";
import { changedLines } from "./changed-lines.ts";
import { kindOfWrite, type Step, storyOf } from "./story.ts";

/** How the story is told. */
export interface StoryOptions {
  readonly palette: Palette;
  /** Every changed line and every line of an answer instead of the first few. */
  readonly verbose: boolean;
}

const fewLines = 4;
const longestLine = 160;
const indent = " ".repeat(14);

/** The story of one release for people: a heading for every place of the script, and below it what it does there. */
export function storyText(rehearsal: Rehearsal, options: StoryOptions): string {
  const { name, entry, engine, target } = rehearsal;
  const steps = storyOf(rehearsal);
  const width = String(steps.length).length;
  const lines = [
    options.palette("strong", `release ${visible(name)} ${target} · ${visible(entry)} · ${engine}`),
  ];
  let heading = "";
  let number = 0;
  for (const step of steps) {
    const next = step.does === "say" ? heading : headingOf(originOf(step));
    if (next !== heading) lines.push("", options.palette("gutter", next));
    heading = next;
    if (step.does !== "say") number++;
    const label = (step.does === "say" ? "" : String(number)).padStart(width + 1);
    for (const line of stepLines(step, label, options)) lines.push(line);
  }
  return `${[...lines, "", ...endLines(rehearsal, options.palette)].join("\n")}\n`;
}

function originOf(step: Exclude<Step, { does: "say" }>): Origin {
  return step.does === "write" ? step.write.origin : step.command.origin;
}

function headingOf(origin: Origin): string {
  const inside = origin.function === null ? "" : ` in ${visible(origin.function)}`;
  return `${place(origin)}${inside}`;
}

function stepLines(step: Step, label: string, options: StoryOptions): string[] {
  if (step.does === "say") return saidLines(step.line.text, label);
  return step.does === "write"
    ? writeLines(step.write, label, options)
    : commandLines(step.command, label, options);
}

function saidLines(text: string, label: string): string[] {
  const [first = "", ...rest] = text.replace(/\n$/, "").split("\n");
  return [
    `${label}  says    ${cut(first)}`.trimEnd(),
    ...rest.map((line) => `${indent}${cut(line)}`.trimEnd()),
  ];
}

const verbs = { create: "creates", change: "writes", delete: "deletes", keep: "writes" } as const;

function writeLines(write: Write, label: string, { palette, verbose }: StoryOptions): string[] {
  const kind = kindOfWrite(write);
  const lines = changedLines(write);
  const shown = lines.slice(0, verbose ? lines.length : fewLines);
  const remark = kind === "keep" ? " as it is" : "";
  const more = lines.length - shown.length;
  return [
    `${label}  ${verbs[kind].padEnd(7)} ${visible(write.path)}${remark}`,
    ...shown.map(({ line, sign, text }) =>
      palette(sign === "-" ? "error" : "help", `${indent}${sign} ${String(line).padStart(3)}  ${cut(text)}`),
    ),
    ...(more > 0 ? [`${indent}… ${counted(more, "more changed line")}, which --verbose shows`] : []),
  ];
}

function commandLines(command: Command, label: string, { palette, verbose }: StoryOptions): string[] {
  const { answer, stdout, cwd } = command;
  const isRun = answer !== "not run";
  const where = cwd === "" ? "" : `  (in ${visible(cwd)})`;
  const output = stdout.trimEnd() === "" ? [] : stdout.trimEnd().split("\n");
  const shown = output.slice(0, verbose ? output.length : fewLines);
  const more = output.length - shown.length;
  const said = isRun
    ? `${answer}${output.length === 0 ? ", nothing printed" : ""}`
    : palette("warning", answer);
  return [
    `${label}  runs    ${cut(command.command)}${where}`,
    `${indent}= ${said}`,
    ...shown.map((line) => `${indent}  ${cut(line)}`.trimEnd()),
    ...(more > 0 ? [`${indent}  … ${counted(more, "more line")}, which --verbose shows`] : []),
  ];
}

function endLines({ outcome, writes, commands }: Rehearsal, palette: Palette): string[] {
  const count = (answer: Command["answer"]) => commands.filter((each) => each.answer === answer).length;
  const files = new Set(writes.map(({ path }) => path)).size;
  const rows: [string, string][] = [
    ["ended", outcome.ended === "completed" ? `with exit code ${outcome.exitCode}` : outcome.ended],
    ["wrote", `${counted(files, "file")} in ${counted(writes.length, "write")}`],
    [
      "commands",
      `${count("computed")} computed · ${count("configured")} configured · ${count("not run")} not run`,
    ],
  ];
  if (outcome.ended !== "completed") {
    const at = outcome.origin === null ? "" : ` at ${place(outcome.origin)}`;
    rows.splice(1, 0, ["because", `${visible(outcome.message)}${at}`]);
  }
  if (outcome.ended === "stopped") rows.splice(2, 0, ["help", visible(outcome.help)]);
  return rows.map(([name, value]) => `${palette("strong", name.padEnd(8))}  ${value}`);
}

/** One line that is safe to show and not longer than a reader follows. */
function cut(line: string): string {
  const shown = line.length <= longestLine ? line : `${line.slice(0, longestLine)}…`;
  return visibleLine(shown);
}
