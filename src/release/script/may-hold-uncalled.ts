import { basename } from "node:path/posix";
import type { Repository } from "../../repository/repository.ts";
import { isWriteName } from "./write-name.ts";

/**
 * False when every exported function that could write and take a version is called somewhere in the loaded modules, as
 * far as their text tells; that spares most releases the parsing of their scripts.
 */
export function mayHoldUncalled(
  loaded: readonly string[],
  idle: readonly string[],
  called: readonly string[],
  repository: Repository,
): boolean {
  const textOf = (path: string): string => (repository.has(path) ? (repository.read(path) ?? "") : "");
  const texts = new Map([...loaded, ...idle].map((path) => [path, textOf(path)]));
  const writers = [...texts].flatMap(([path, text]) => (holdsWrite(text) ? [path] : []));
  const callers = loaded.map(textOf);
  return [...texts].some(([path, text]) => {
    if (!writers.some((writer) => writer === path || imports(text, writer))) return false;
    return (
      /^export\s*\{/mu.test(text) ||
      bumpNames(text).some((name) => !called.includes(name) && !isCalled(name, callers))
    );
  });
}

function holdsWrite(text: string): boolean {
  return [...text.matchAll(/\b[a-z]\w+(?=\()/gu)].some(([name]) => isWriteName(name));
}

function imports(text: string, module: string): boolean {
  const stem = basename(module).replace(/\.\w+$/u, "");
  return [...text.matchAll(/(?:from|import)\s*["']\.[^"']*\/([\w.-]+)["']/gu)].some(
    ([, name = ""]) => name === stem || name.replace(/\.\w+$/u, "") === stem,
  );
}

/** An exported function with the beginning of its list of parameters. */
const exportedFunction =
  /^export\s+(?:async\s+)?(?:function\*?\s+|(?:const|let)\s+(?=\w+\s*=\s*(?:async\s*)?(?:\(|function)))(\w+)([^)]{0,200})/gmu;

/** The exported functions among whose parameters there could be a version. */
function bumpNames(text: string): string[] {
  return [...text.matchAll(exportedFunction)].flatMap(([, name = "", parameters = ""]) =>
    /version|tag|target|next|opts|options|release|\{/iu.test(parameters) ? [name] : [],
  );
}

function isCalled(name: string, texts: readonly string[]): boolean {
  const call = new RegExp(`(?<!\\bfunction\\*? )(?<![\\w$])${name}\\(`, "u");
  return texts.some((text) => call.test(text));
}
