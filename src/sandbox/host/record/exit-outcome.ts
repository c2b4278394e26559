import type { Recorder } from "./recorder.ts";
import type { Origin, Outcome } from "./run-record.ts";

/** How a rehearsal has ended whose script ended with an exit code. */
export function exitOutcome(recorder: Recorder, exitCode: number, origin: Origin | null): Outcome {
  if (exitCode === 0) return { ended: "completed", exitCode };
  const said = recorder.log
    .findLast(({ stream, text }) => stream === "stderr" && text.trim() !== "")
    ?.text.trim()
    .split("\n")[0];
  const message = `the script exits with code ${exitCode}${said ? `: ${said}` : ""}${doubtOf(recorder)}`;
  return { ended: "failed", message, exitCode, origin };
}

/** A failure after a command that was not run may come from its empty answer, which is worth a hint. */
export function doubtOf(recorder: Recorder): string {
  const last = recorder.commands.findLast(({ answer }) => answer === "not run");
  return last === undefined
    ? ""
    : ` (\`${last.command}\` was not run and gave no output; if that is why, answer it under [release.answers])`;
}
