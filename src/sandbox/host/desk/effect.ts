import type { Overlay } from "../files/overlay.ts";

/** A command that is small and exact enough to be carried out on the overlay instead of being run. */
export interface EffectCall {
  /** The arguments behind the program's name. */
  readonly args: readonly string[];
  /** Absolute virtual path. */
  readonly cwd: string;
  readonly stdin: string;
  readonly overlay: Overlay;
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
