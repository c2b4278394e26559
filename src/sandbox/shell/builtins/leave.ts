import { Leaving } from "../leaving.ts";
import type { Shell } from "../shell.ts";

function numberOf(shell: Shell, name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (/^[-+]?\d+$/.test(given.trim())) return Number(given) & 255;
  shell.complain(`${name}: ${given}: numeric argument required`);
  return 2;
}

export function exit(shell: Shell, args: readonly string[]): number {
  throw new Leaving("exit", numberOf(shell, "exit", args[0], shell.status));
}

export function leaveFunction(shell: Shell, args: readonly string[]): number {
  const status = numberOf(shell, "return", args[0], shell.status);
  if (shell.frames.length === 0 && shell.isBash) {
    shell.complain("return: can only `return' from a function or sourced script");
    return 2;
  }
  throw new Leaving("return", status);
}

export function leaveLoop(kind: "break" | "continue"): (shell: Shell, args: readonly string[]) => number {
  return (shell, args) => {
    const count = Number(args[0] ?? 1);
    if (!Number.isInteger(count) || count < 1) shell.stop(`${kind} ${args[0]} is not known`);
    if (shell.loopDepth === 0) return 0;
    throw new Leaving(kind, Math.min(count, shell.loopDepth));
  };
}

export function shift(shell: Shell, args: readonly string[]): number {
  const count = Number(args[0] ?? 1);
  if (!Number.isInteger(count) || count < 0) shell.stop(`shift ${args[0]} is not known`);
  if (count > shell.params.length) return shell.isBash ? 1 : shell.fail("shift: can't shift that many");
  shell.params = shell.params.slice(count);
  return 0;
}
