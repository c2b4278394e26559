import { posix } from "node:path";
import { manifestsFrom, type ReadText } from "./manifests.ts";
import { isTypeScriptFile } from "./script-files.ts";

/**
 * How a script is started, as far as its modules are found in another way: by Node itself, or by a runner that completes
 * paths, follows the paths of a tsconfig and gives modules what CommonJS has.
 */
export type Runner = "node" | "lenient";

const lenientRunners = [
  "@babel/node",
  "@swc-node/register",
  "babel-node",
  "bun",
  "bunx",
  "esbuild-register",
  "esbuild-runner",
  "esm",
  "esno",
  "jiti",
  "sucrase",
  "swc-node",
  "ts-node",
  "tsm",
  "tsx",
  "vite-node",
  "zx",
];

/**
 * Tells from the first line of a script and from the package scripts that name it who runs it. Without either,
 * JavaScript is run by Node, and TypeScript by one of its runners.
 * @param main absolute virtual path
 */
export function runnerOf(main: string, read: ReadText): Runner {
  const [firstLine = ""] = (read(main) ?? "").split("\n", 1);
  if (firstLine.startsWith("#!") && namesRunner(firstLine)) return "lenient";
  const scripts = manifestsFrom(posix.dirname(main), read).flatMap((manifest) =>
    Object.values(manifest.scripts),
  );
  const callers = scripts.map(String).filter((script) => namesFile(script, posix.basename(main)));
  if (callers.some(namesRunner)) return "lenient";
  if (!isTypeScriptFile(main)) return "node";
  return callers.some((script) => wordsOf(script).includes("node")) ? "node" : "lenient";
}

/** `node --import tsx x.js`, `ts-node-esm x.ts`, `node -r ts-node/register x.ts`. */
function namesRunner(line: string): boolean {
  return wordsOf(line).some((word) =>
    lenientRunners.some(
      (runner) =>
        word === runner ||
        word.endsWith(`/${runner}`) ||
        [`${runner}/`, `${runner}-`, `${runner}@`].some((start) => word.startsWith(start)),
    ),
  );
}

/** An entry can be named without its ending. */
function namesFile(script: string, file: string): boolean {
  const stem = file.slice(0, file.length - posix.extname(file).length);
  return wordsOf(script).some((word) => [file, stem].includes(posix.basename(word)));
}

function wordsOf(line: string): string[] {
  return line.split(/[\s"'=;&|]/u);
}
