import type { Shell } from "../shell.ts";
import { readOptions } from "./builtin.ts";

/** Reads lines into an array. */
export function mapfile(shell: Shell, args: readonly string[]): number {
  const { options, operands } = readOptions(shell, "mapfile", args, { flags: "t", valued: "dnOsu" });
  const source = shell.descriptor(Number(options.get("u") ?? 0)).source;
  const given = options.get("d");
  const delimiter = given === undefined ? "\n" : given === "" ? "\0" : given.slice(0, 1);
  const variable = shell.vars.ensure(operands[0] ?? "MAPFILE");
  if (!options.has("O")) [variable.kind, variable.value, variable.items] = ["indexed", null, new Map()];
  variable.toArray("indexed");
  let index = Number(options.get("O") ?? 0);
  const most = Number(options.get("n") ?? 0) || Number.POSITIVE_INFINITY;
  for (let skipped = Number(options.get("s") ?? 0); skipped > 0; skipped--) source?.until(delimiter);
  for (let count = 0; count < most; count++) {
    const piece = source?.until(delimiter) ?? null;
    if (piece === null) break;
    const end = piece.isEnded && !options.has("t") ? delimiter : "";
    variable.items.set(String(index++), piece.text + end);
  }
  return 0;
}
