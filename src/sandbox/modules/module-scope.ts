import type { ModuleFormat, ModuleSource } from "./module-source.ts";
import { packagePoints } from "./package-points.ts";
import { caughtName, insert, watchCallbackName, watchName } from "./watch-points.ts";

/** What a CommonJS script finds in its scope, and some runners give to modules as well. */
const commonJsNames = ["require", "__dirname", "__filename"];

const given = [`watch as ${watchName}`, `watchCallback as ${watchCallbackName}`, `caught as ${caughtName}`];

/** Gives a module the watching functions. */
const watches = `import{${given.join(",")}}from"rehearsal:/module-scope.js";`;

const parameters = ["exports", "require", "module", "__filename", "__dirname"];

/** The head of the function that a CommonJS module is run as. */
const commonJsHead = `(function(${[...parameters, watchName, watchCallbackName, caughtName].join(",")}){`;

/**
 * The text of a module of the repository for the engine, with one line of ours before it, on the same line so that
 * the lines stay true: it fills `import.meta`, which the engine leaves empty, and names what the text was given.
 */
export function moduleScope(
  source: ModuleSource,
  name: string,
  { isMain, hasCommonJs }: { readonly isMain: boolean; readonly hasCommonJs: boolean },
): string {
  const names = hasCommonJs ? commonJsNames : [];
  const wanted = names.filter((word) => source.mentions(word) && !source.declares(word));
  const scope = wanted.length === 0 ? "" : `const{${wanted.join(",")}}=`;
  const prefix =
    `${watches}import{describe as __rehearsal_describe}from"rehearsal:/module-scope.js";` +
    `${scope}__rehearsal_describe(import.meta,${asciiJson(name)},${isMain});`;
  return source.wrap(prefix, "");
}

/** The text of a CommonJS script of the repository as an expression that gives its function. */
export function commonJsScope(source: ModuleSource): string {
  return source.wrap(commonJsHead, "\n})");
}

/** The text of a file of a package for the engine. It keeps its lines, and the promises it lets go of are watched. */
export function packageScope(text: string, format: ModuleFormat): string {
  const plain = withoutHashBang(text);
  const body = insert(plain, packagePoints(plain, format));
  return format === "module" ? watches + body : `${commonJsHead}${body}\n})`;
}

/** The text of a file of a package as it is parsed, at equal offsets behind a byte order mark. */
export function withoutHashBang(text: string): string {
  return text.replace(/^\uFEFF?#!/, "//");
}

/** The prefix is ASCII so that its length is the same in bytes, code units and code points. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
