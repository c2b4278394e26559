import type { Origin, Write } from "../../../release/rehearsal.ts";
import type { DeclaredGenerator, GeneratorRun } from "./declared-generator.ts";

/** An input that a release refreshes only after the generator has read it. */
export interface LateInput {
  readonly input: string;
  /** The last run of the generator that reads it. */
  readonly run: GeneratorRun;
  /** What refreshes it afterwards: a command, or a write of the script itself. */
  readonly refreshedBy: string;
  readonly origin: Origin;
}

/** The inputs of a generator that a later step of the same release refreshes and no earlier one does. */
export function lateInputs(
  generator: DeclaredGenerator,
  generators: readonly DeclaredGenerator[],
): LateInput[] {
  const run = generator.runs.at(-1);
  if (run === undefined) return [];
  return [...new Set([...generator.inputs, ...generator.missingInputs])].flatMap((input) => {
    const late = lateCommand(input, run, generators, generator) ?? lateWrite(input, run);
    return late === null ? [] : [{ input, run, ...late }];
  });
}

type Late = Pick<LateInput, "refreshedBy" | "origin">;

function lateCommand(
  input: string,
  run: GeneratorRun,
  generators: readonly DeclaredGenerator[],
  reader: DeclaredGenerator,
): Late | null {
  for (const writer of generators) {
    if (writer === reader || !writer.writes(input)) continue;
    const runs = writer.runs.filter(({ rehearsal }) => rehearsal === run.rehearsal);
    const [first] = runs;
    if (first === undefined || first.index <= run.index) continue;
    return { refreshedBy: `\`${writer.table.value.by}\``, origin: first.command.origin };
  }
  return null;
}

function lateWrite(input: string, { rehearsal, command }: GeneratorRun): Late | null {
  const isOfInput = (write: Write) => write.path === input && write.before !== write.after;
  const late = rehearsal.writes.slice(command.writesBefore).findLast(isOfInput);
  return late === undefined ? null : { refreshedBy: "a later write of the script", origin: late.origin };
}
