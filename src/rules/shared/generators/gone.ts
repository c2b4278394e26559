import type { DeclaredGenerator } from "./declared-generator.ts";

/** True for a generator that no release can run: none starts its command, or what it reads does not exist. */
export function isGone(generator: DeclaredGenerator): boolean {
  return isNeverRun(generator) || generator.missingInputs.length > 0;
}

/** True for a generator whose command neither a rehearsal nor a program around the release starts. */
export function isNeverRun({ table, runs, namedAround }: DeclaredGenerator): boolean {
  return table.value.by !== undefined && runs.length === 0 && !namedAround;
}
