import type { DeclaredGenerator } from "./declared-generator.ts";

/** True for a generator that no release can run: none starts its command, or what it reads does not exist. */
export function isGone({ table, runs, missingInputs }: DeclaredGenerator): boolean {
  return (table.value.by !== undefined && runs.length === 0) || missingInputs.length > 0;
}
