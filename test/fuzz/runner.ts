/**
 * Makes executions, one after the other, in a process of its own: an endless loop or an exhausted memory ends this
 * process and not the campaign. Before each execution its number is told, which is the heartbeat.
 */
import { setImmediate } from "node:timers/promises";
import { readCorpus } from "./corpus.ts";
import { openExaminer } from "./examine.ts";
import { executionOf, labelOf } from "./execution.ts";
import type { ReadFile } from "./reading.ts";

/** What the campaign asks of a runner, as the first argument in JSON. */
export interface Task {
  readonly seed: number;
  /** The number of the first execution, counted from 0. */
  readonly first: number;
  /** The executions after which to end; null goes on until it is ended. */
  readonly count: number | null;
  /** A folder for the files that are read. */
  readonly folder: string;
  /** The module whose `readFile` is examined instead of the real one; null for the real one. */
  readonly reader: string | null;
}

/** What a runner tells: that an execution begins, or what was wrong with it. */
export type Message =
  | { readonly does: "begin"; readonly number: number; readonly label: string }
  | { readonly does: "find"; readonly number: number; readonly faults: readonly string[] };

const { seed, first, count, folder, reader }: Task = JSON.parse(process.argv[2] ?? "");
const read: ReadFile | undefined = reader === null ? undefined : (await import(reader)).readFile;
const corpus = readCorpus();
const examiner = openExaminer(folder, read);

/** Resolves when the message is written, so that it is told even by an execution that never ends. */
function tell(message: Message): Promise<void> {
  return new Promise((resolve, reject) => {
    if (process.send === undefined) throw new Error("a runner is started by a campaign");
    process.send(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
}

process.on("disconnect", () => process.exit(1));
process.on("SIGTERM", () => {
  examiner.end();
  process.exit(0);
});
for (let number = first; count === null || number < first + count; number++) {
  const execution = executionOf(seed, number, corpus);
  await tell({ does: "begin", number, label: labelOf(execution) });
  const faults = await examiner.examine(execution);
  if (faults.length > 0) await tell({ does: "find", number, faults });
  // Nothing above need wait for anything, and a signal is only heard in between.
  await setImmediate();
}
examiner.end();
process.exit(0);
