import type { Shell } from "../shell.ts";
import { processId } from "../state/special.ts";

/** What runs in the background has already ended. */
export function wait(shell: Shell, args: readonly string[]): number {
  if (args.some((word) => word.startsWith("-") && word !== "-n"))
    shell.stop(`wait ${args.join(" ")} is not known`);
  const numbers = args.filter((word) => !word.startsWith("-")).map((word) => Number(word.replace("%", "")));
  const jobs = [...shell.jobs];
  if (numbers.length === 0) return args.includes("-n") ? (jobs.at(-1)?.[1] ?? 127) : 0;
  const last = numbers.at(-1) ?? 0;
  return shell.jobs.get(last) ?? shell.jobs.get(5000 + last - 1) ?? 127;
}

/** A signal to what has ended does nothing. */
export function kill(shell: Shell, args: readonly string[]): number {
  const targets = args.filter((word) => !word.startsWith("-"));
  if (targets.includes(processId)) shell.stop("a signal to the shell itself is not known");
  return args.includes("-0") && !targets.some((word) => shell.jobs.has(Number(word))) ? 1 : 0;
}
