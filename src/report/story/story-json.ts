import type { Rehearsal } from "../../release/rehearsal.ts";
import { jsonText } from "../json-text.ts";
import { changedLines } from "./changed-lines.ts";
import { kindOfWrite, type Step, storyOf } from "./story.ts";

/** The version of the shape; it changes when a reader would have to. */
const schemaVersion = 1;

/** The stories of all releases as one JSON document. */
export function storyJson(rehearsals: readonly Rehearsal[]): string {
  const releases = rehearsals.map((rehearsal) => {
    const { name, entry, engine, target, outcome } = rehearsal;
    return { name, entry, engine, target, outcome, steps: storyOf(rehearsal).map(stepRecord) };
  });
  return jsonText({ schemaVersion, releases });
}

function stepRecord(step: Step) {
  if (step.does === "say") return { does: step.does, stream: step.line.stream, text: step.line.text };
  if (step.does === "command") {
    const { command, cwd, answer, stdout, origin } = step.command;
    return { does: step.does, command, cwd, answer, stdout, origin };
  }
  const { path, origin } = step.write;
  return { does: step.does, path, kind: kindOfWrite(step.write), lines: changedLines(step.write), origin };
}
