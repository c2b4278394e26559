import type { ModuleSource } from "./module-source.ts";
import { watchCallbackName, watchName } from "./watch-points.ts";

/** What a CommonJS script finds in its scope, and TypeScript's runners give to modules as well. */
const commonJsNames = ["require", "__dirname", "__filename"];

/**
 * The text of a module of the repository for the engine, with one line of ours before it, on the same line so that
 * the lines stay true: it fills `import.meta`, which the engine leaves empty, and names what the text was given.
 */
export function moduleScope(source: ModuleSource, name: string, isMain: boolean): string {
  const given = [
    `watch as ${watchName}`,
    `watchCallback as ${watchCallbackName}`,
    "describe as __rehearsal_describe",
  ];
  const wanted = commonJsNames.filter((word) => source.mentions(word) && !source.declares(word));
  const scope = wanted.length === 0 ? "" : `const{${wanted.join(",")}}=`;
  const prefix =
    `import{${given.join(",")}}from"rehearsal:/module-scope.js";` +
    `${scope}__rehearsal_describe(import.meta,${asciiJson(name)},${isMain});`;
  return source.wrap(prefix, "");
}

/** The prefix is ASCII so that its length is the same in bytes, code units and code points. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
