import type { Effect } from "../host/desk/effect.ts";
import { type Program, type ProgramInput, type ProgramResult, Refused } from "../host/desk/program.ts";
import { npmVersion } from "./npm/effects.ts";
import { programs } from "./programs.ts";

/**
 * The commands that are carried out on the overlay, by program. Everything else is recorded and not run: whatever it
 * would change is not known, which is for a rule to report.
 */
export const effects: ReadonlyMap<string, Effect> = new Map(
  Object.entries({
    ...Object.fromEntries([...programs].map(([name, program]) => [name, effectOf(program)])),
    npm: npmVersion,
    pnpm: npmVersion,
  }),
);

/** A program for those who start it with nothing but arguments and input. What is refused is not done. */
function effectOf(program: Program): Effect {
  return ({ args, cwd, stdin, overlay }) => {
    const start = (own: Program, ownArgs: readonly string[], input: ProgramInput): ProgramResult =>
      own({
        args: ownArgs,
        cwd: input.cwd ?? cwd,
        stdin: input.stdin ?? "",
        env: input.env ?? {},
        overlay,
        clock: () => Date.UTC(2000, 0, 1),
        asked: () => {},
        run: ([name = "", ...rest], other = {}) => {
          const started = programs.get(name);
          if (started === undefined) throw new Refused(name, rest.join(" "), "it is not known");
          return start(started, rest, other);
        },
      });
    try {
      return start(program, args, { stdin });
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  };
}
