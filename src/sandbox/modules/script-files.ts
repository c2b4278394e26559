import { posix } from "node:path";

const typeScript = /\.[cm]?tsx?$/;

/** What TypeScript lets a specifier end in, and what the source may end in instead. */
const sourceEndings = new Map([
  [".js", [".ts", ".tsx"]],
  [".mjs", [".mts"]],
  [".cjs", [".cts"]],
  [".jsx", [".tsx"]],
]);

const endings = [".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".json"];

export function isTypeScriptFile(path: string): boolean {
  return typeScript.test(path);
}

/**
 * The file that a path means to Node itself: an import names a file exactly, a `require` may leave out the ending or the
 * name of the index file. Paths are absolute; null when there is none.
 */
export function nodeFile(path: string, isImport: boolean, isFile: (path: string) => boolean): string | null {
  if (isImport) return isFile(path) ? path : null;
  const candidates = [
    path,
    `${path}.js`,
    `${path}.json`,
    posix.join(path, "index.js"),
    posix.join(path, "index.json"),
  ];
  return candidates.find(isFile) ?? null;
}

/**
 * The file that a path in an import means, the way TypeScript's runners look for it: the source behind a `.js`, the
 * path itself, the path with an ending, the index file of a folder. Paths are absolute; null when there is none.
 */
export function scriptFile(
  path: string,
  fromTypeScript: boolean,
  isFile: (path: string) => boolean,
): string | null {
  const ending = posix.extname(path);
  const sources = (sourceEndings.get(ending) ?? []).map((source) => path.slice(0, -ending.length) + source);
  const indexes = endings.map((index) => posix.join(path, `index${index}`));
  const exact = fromTypeScript ? [...sources, path] : [path, ...sources];
  return [...exact, ...endings.map((more) => path + more), ...indexes].find(isFile) ?? null;
}

/** True for what can be imported as code or data. A file without an extension is CommonJS to Node. */
export function isScript(name: string): boolean {
  return /^$|^\.(?:[cm]?[jt]s|[jt]sx|json)$/.test(posix.extname(name));
}
