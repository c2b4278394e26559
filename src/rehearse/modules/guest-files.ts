import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix } from "node:path";

/** The JavaScript that runs inside the sandbox: plain files, read as text and never imported by us. */
const folder = new URL("../guest/", import.meta.url);

/** The modules of Node for which `guest/node` has a file; a `/` in a name is a `-` in the file's. */
export const givenBuiltins: ReadonlySet<string> = new Set([
  "assert",
  "assert/strict",
  "buffer",
  "child_process",
  "constants",
  "crypto",
  "events",
  "fs",
  "fs/promises",
  "module",
  "os",
  "path",
  "path/posix",
  "perf_hooks",
  "process",
  "readline",
  "readline/promises",
  "stream",
  "stream/promises",
  "string_decoder",
  "timers",
  "timers/promises",
  "tty",
  "url",
  "util",
]);

const texts = new Map<string, string>();
const require = createRequire(import.meta.url);

/** The text of a file of `guest`, by its path within it, such as `node/fs.js`. */
export function guestText(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(path, folder), "utf8");
  texts.set(path, text);
  return text;
}

export function builtinPath(builtin: string): string {
  return `node/${builtin.replaceAll("/", "-")}.js`;
}

/** The names that Node's module exports and ours does not; whoever uses one stops the rehearsal. */
export function missingNames(builtin: string): string[] {
  const given = exportedNames(builtinPath(builtin));
  const real: unknown = require(`node:${builtin}`);
  return Object.keys(real as object).filter((name) => !given.has(name) && /^[A-Za-z]\w*$/.test(name));
}

/** Our own files declare what they export in a few plain ways. */
function exportedNames(path: string): Set<string> {
  const names = new Set(["default"]);
  const text = guestText(path);
  for (const [, name] of text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)) {
    if (name !== undefined) names.add(name);
  }
  for (const [, list] of text.matchAll(/^export (?:const )?\{([^}]*)\}/gm)) {
    for (const item of (list ?? "").split(",")) names.add(item.trim().split(" as ").at(-1) ?? "");
  }
  for (const [, from] of text.matchAll(/^export \* from "(.*)";$/gm)) {
    for (const name of exportedNames(posix.join(posix.dirname(path), from ?? ""))) names.add(name);
  }
  return names;
}
