import type { Overlay } from "../files/overlay.ts";

/** A command that is small and exact enough to be carried out on the overlay instead of being run. */
export interface EffectCall {
  /** The arguments behind the program's name. */
  readonly args: readonly string[];
  /** Absolute virtual path. */
  readonly cwd: string;
  readonly stdin: string;
  readonly overlay: Overlay;
  /** Replaces in each line, inside the sandbox, where a pattern that takes forever is cut off. */
  readonly replaceInLines: (text: string, source: string, flags: string, replacement: string) => string;
}

export interface EffectResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Gives null, and changes nothing, when it is asked for more than it can do exactly. */
export type Effect = (call: EffectCall) => EffectResult | null;

export function done(stdout = ""): EffectResult {
  return { stdout, stderr: "", exitCode: 0 };
}

export function failed(program: string, message: string): EffectResult {
  return { stdout: "", stderr: `${program}: ${message}\n`, exitCode: 1 };
}

/**
 * Splits arguments into single-letter or long flags and the rest. Gives null when there is a flag that is not among
 * the known ones.
 */
export function splitFlags(
  args: readonly string[],
  known: readonly string[],
): { flags: ReadonlySet<string>; operands: readonly string[] } | null {
  const flags = new Set<string>();
  const operands: string[] = [];
  let isRest = false;
  for (const arg of args) {
    if (isRest || !arg.startsWith("-") || arg === "-") operands.push(arg);
    else if (arg === "--") isRest = true;
    else if (arg.startsWith("--")) flags.add(arg.slice(2));
    else for (const letter of arg.slice(1)) flags.add(letter);
  }
  return [...flags].every((flag) => known.includes(flag)) ? { flags, operands } : null;
}
