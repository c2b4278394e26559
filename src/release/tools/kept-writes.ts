import type { RunRecord } from "../../sandbox/host/record/run-record.ts";

type Parts = Pick<RunRecord, "writes" | "commands" | "patterns">;

/** The record without the writes that were thrown away; how many were before a command is counted anew. Null keeps all. */
export function keptWrites(
  { writes, commands, patterns }: Parts,
  isKept: ((path: string) => boolean) | null,
): Parts {
  if (isKept === null) return { writes, commands, patterns };
  const counts = [0];
  for (const { path } of writes) counts.push((counts.at(-1) ?? 0) + (isKept(path) ? 1 : 0));
  const counted = <T extends { readonly writesBefore: number }>(one: T): T => ({
    ...one,
    writesBefore: counts[one.writesBefore] ?? 0,
  });
  return {
    writes: writes.filter(({ path }) => isKept(path)),
    commands: commands.map(counted),
    patterns: patterns.map(counted),
  };
}
