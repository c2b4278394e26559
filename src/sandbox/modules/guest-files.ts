import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix } from "node:path";

/** The JavaScript that runs inside the sandbox: plain files, read as text and never imported by us. */
const folder = new URL("../guest/", import.meta.url);

/** The modules of Node for which `guest/node` has a file; a `/` in a name is a `-` in the file's. */
const givenBuiltins: ReadonlySet<string> = new Set([
  "assert",
  "assert/strict",
  "buffer",
  "child_process",
  "cluster",
  "console",
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
  "worker_threads",
]);

/**
 * What is exported by modules that we had better not load to see it: they print a warning, change how Node works, or
 * cannot be loaded by a thread. See https://nodejs.org/docs/latest/api/.
 */
const unloaded: ReadonlyMap<string, readonly string[]> = new Map([
  ["_stream_wrap", []],
  ["domain", ["Domain", "active", "create", "createDomain"]],
  ["punycode", ["decode", "encode", "toASCII", "toUnicode", "ucs2", "version"]],
  ["repl", ["REPLServer", "REPL_MODE_SLOPPY", "REPL_MODE_STRICT", "Recoverable", "builtinModules", "start"]],
  ["sqlite", ["DatabaseSync", "Session", "StatementSync", "backup", "constants"]],
  ["trace_events", ["createTracing", "getEnabledCategories"]],
  ["wasi", ["WASI"]],
]);

/** Files of published packages that files of `guest` build on, by the path at which those import them. */
const published: ReadonlyMap<string, string> = new Map([["published/events.js", "events/events.js"]]);

const texts = new Map<string, string>();
const require = createRequire(import.meta.url);

/** The text of a file of `guest`, by its path within it, such as `node/fs.js`. */
export function guestText(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const file = published.get(path);
  const text =
    file === undefined ? readFileSync(new URL(path, folder), "utf8") : asFactory(require.resolve(file));
  texts.set(path, text);
  return text;
}

/**
 * A CommonJS module as one that exports how it is made: what it exports, for the `Reflect` that it calls functions with.
 */
function asFactory(file: string): string {
  const text = readFileSync(file, "utf8");
  return `export default (Reflect) => {\nconst module = { exports: {} };\n${text}\nreturn module.exports;\n};\n`;
}

/** The file of a module of Node, an empty one for those that the sandbox does not offer. */
export function builtinPath(builtin: string): string {
  return givenBuiltins.has(builtin) ? `node/${builtin.replaceAll("/", "-")}.js` : "packages/nothing.js";
}

/** The names that Node's module exports and ours does not; whoever uses one stops the rehearsal. */
export function missingNames(builtin: string): string[] {
  const given = exportedNames(builtinPath(builtin));
  const names = unloaded.get(builtin) ?? Object.keys(require(`node:${builtin}`) as object);
  return names.filter((name) => !given.has(name) && /^[A-Za-z]\w*$/.test(name));
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
