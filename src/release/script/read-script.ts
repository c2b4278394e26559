import type { Program } from "acorn";
import type { Repository } from "../../repository/repository.ts";
import { withoutObstacles } from "../../sandbox/modules/module-source.ts";
import { stripTypes, TypeScriptError } from "../../sandbox/modules/strip-types.ts";
import { parseScript } from "../../sandbox/modules/syntax-tree.ts";

/** One module of a release script as a syntax tree. Offsets are UTF-16 and those of the file. */
export interface Script {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly program: Program;
}

/** Every rule that reads scripts reads the same few modules, so each is parsed once per repository. */
const scriptsOf = new WeakMap<Repository, Map<string, Script | null>>();

/**
 * Reads a module of the repository; null when there is none, or when it is no JavaScript or TypeScript that can be read
 * with its offsets kept. Rules then show the line that the rehearsal recorded instead of the literal on it.
 */
export function scriptAt(repository: Repository, path: string): Script | null {
  const scripts = scriptsOf.get(repository) ?? new Map<string, Script | null>();
  scriptsOf.set(repository, scripts);
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const text = repository.has(path) ? repository.read(path) : null;
  const script = text === null ? null : readScript(path, text);
  scripts.set(path, script);
  return script;
}

/** Parses one module; null for broken syntax and for types that cannot be blanked out, such as an enum. */
function readScript(path: string, text: string): Script | null {
  const code = withoutTypes(path, text);
  const program = code === null ? null : (parseScript(code, "module") ?? parseScript(code, "commonjs"));
  return program === null ? null : { path, text, program };
}

function withoutTypes(path: string, text: string): string | null {
  if (!/\.[cm]?tsx?$/u.test(path)) return text;
  try {
    const { code, map } = stripTypes(withoutObstacles(text));
    return map === null ? code : null;
  } catch (error) {
    if (error instanceof TypeScriptError) return null;
    throw error;
  }
}
