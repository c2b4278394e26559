import { posix } from "node:path";
import { parse } from "jsonc-parser";
import type { Repository } from "../../repository/repository.ts";

/** A package script of a telling name and the file that it runs. */
export interface PackageScript {
  readonly name: string;
  /** Relative to the audited root. */
  readonly path: string;
  /** What stands behind the file in the command. */
  readonly args: readonly string[];
}

const telling =
  /^(release|version|bump|cut|(prepare|cut|bump|set|update)[-:_](release|version)|(release|version)[-:_](prepare|cut|bump|set|update))$/;
const runners = new Set([
  "node",
  "tsx",
  "ts-node",
  "ts-node-esm",
  "bun",
  "zx",
  "jiti",
  "esno",
  "vite-node",
  "deno",
]);
const wrappers = new Set([
  "pnpm",
  "npx",
  "bunx",
  "yarn",
  "npm",
  "exec",
  "run",
  "dlx",
  "cross-env",
  "--",
  "-y",
]);
/** Options of runners that take the next word as their value. */
const valued = new Set([
  "-r",
  "--require",
  "--import",
  "--loader",
  "--tsconfig",
  "--project",
  "-P",
  "--env-file",
]);

/** The package scripts of the root package.json whose names match and that run a JavaScript or TypeScript file. */
export function packageScripts(repository: Repository, names: RegExp = telling): PackageScript[] {
  return packageCommands(repository).flatMap(([name, command]) => {
    if (!names.test(name)) return [];
    const run = command.split(/&&|\|\||;/).flatMap((part) => runOf(repository, part) ?? []);
    return run.map(({ path, args }) => ({ name, path, args })).slice(0, 1);
  });
}

/** The package scripts of the root package.json, each a name and a command line. */
export function packageCommands(repository: Repository): [name: string, command: string][] {
  if (!repository.has("package.json")) return [];
  const manifest: unknown = parse(repository.read("package.json") ?? "");
  const scripts = isObject(manifest) ? manifest["scripts"] : undefined;
  if (!isObject(scripts)) return [];
  return Object.entries(scripts).flatMap(([name, command]) =>
    typeof command === "string" ? [[name, command]] : [],
  );
}

/** The file that one command runs, and the arguments that it gives; null when it runs no file of the repository. */
function runOf(repository: Repository, command: string): { path: string; args: string[] } | null {
  const words = command.trim().split(/\s+/);
  let at = 0;
  while (at < words.length && (wrappers.has(words[at] ?? "") || /^\w+=/.test(words[at] ?? ""))) at++;
  if (runners.has(words[at] ?? "")) at++;
  if (words[at] === "run") at++;
  while (words[at]?.startsWith("-")) at += valued.has(words[at] ?? "") ? 2 : 1;
  const path = scriptFile(repository, words[at] ?? "");
  return path === null
    ? null
    : { path, args: words.slice(at + 1).map((word) => word.replace(/^(["'])(.*)\1$/, "$2")) };
}

function scriptFile(repository: Repository, word: string): string | null {
  if (word === "") return null;
  const path = posix.normalize(word);
  const spellings = [path, `${path}.js`, `${path}.mjs`, `${path}.cjs`, `${path}.ts`, `${path}/index.js`];
  return spellings.find((spelling) => /\.[cm]?[jt]s$/.test(spelling) && repository.has(spelling)) ?? null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
