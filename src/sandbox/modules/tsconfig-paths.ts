import { posix } from "node:path";
import { parse } from "jsonc-parser";
import * as v from "valibot";
import { restOf } from "./package-target.ts";

const tsconfig = v.object({
  extends: v.fallback(v.optional(v.string()), undefined),
  compilerOptions: v.optional(
    v.object({
      baseUrl: v.optional(v.string()),
      paths: v.optional(v.record(v.string(), v.array(v.string()))),
    }),
  ),
});

/** A tsconfig may extend others, which may extend others. */
const maxExtends = 8;

/**
 * The paths that the nearest tsconfig.json maps a bare specifier to, best first; none when it does not map it.
 * Folders and results are absolute virtual paths; `read` gives null for a file that does not exist.
 * See https://www.typescriptlang.org/tsconfig/#paths.
 */
export function tsconfigPaths(
  specifier: string,
  folder: string,
  read: (path: string) => string | null,
): string[] {
  for (let at = folder; ; at = posix.dirname(at)) {
    const file = posix.join(at, "tsconfig.json");
    if (read(file) !== null) return mapped(specifier, file, read);
    if (at === posix.dirname(at)) return [];
  }
}

function mapped(specifier: string, first: string, read: (path: string) => string | null): string[] {
  let file: string | undefined = first;
  for (let depth = 0; file !== undefined && depth < maxExtends; depth++) {
    const text = read(file);
    const result = v.safeParse(tsconfig, text === null ? {} : parse(text));
    if (!result.success) return [];
    const { paths, baseUrl } = result.output.compilerOptions ?? {};
    if (paths !== undefined)
      return targetsIn(paths, specifier, posix.resolve(posix.dirname(file), baseUrl ?? "."));
    const base: string | undefined = result.output.extends;
    file = base?.startsWith(".") ? jsonFile(posix.resolve(posix.dirname(file), base)) : undefined;
  }
  return [];
}

function targetsIn(
  paths: Readonly<Record<string, readonly string[]>>,
  specifier: string,
  base: string,
): string[] {
  for (const [pattern, targets] of Object.entries(paths)) {
    const rest = pattern === specifier ? "" : restOf(pattern, specifier);
    if (rest !== null)
      return targets.map((target) =>
        posix.resolve(
          base,
          target.replace("*", () => rest),
        ),
      );
  }
  return [];
}

function jsonFile(path: string): string {
  return path.endsWith(".json") ? path : `${path}.json`;
}
