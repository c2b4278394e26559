import type { Repository } from "../../repository/repository.ts";

const workflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const call =
  /(?:^|[\s;&|"'])(?:node|tsx|bun|ts-node|zx|jiti)\s+(?:run\s+|--[\w-]+(?:=\S+)?\s+){0,4}(?:\.\/)?([\w@./-]{1,200}\.[cm]?[jt]s)((?:[ \t]+[^\s;&|]+){0,12})/g;
/** An expression or a variable that holds a version. */
const version = /^(?:\$\{\{[^}]{0,200}version[^}]{0,200}\}\}|\$\{?\w{0,100}version\w{0,100}\}?)$/i;

/** The scripts of a telling name that steps of the workflows run, with the arguments that they are given. */
export function workflowScripts(
  repository: Repository,
  telling: RegExp,
): { readonly path: string; readonly args: readonly string[]; readonly why: string }[] {
  return repository.paths
    .filter((path) => workflow.test(path))
    .flatMap((file) =>
      [...(repository.read(file) ?? "").matchAll(call)].flatMap(([, path = "", rest = ""]) => {
        if (!repository.has(path) || !telling.test(path)) return [];
        return [{ path, args: argumentsOf(rest), why: `the workflow ${file} runs it` }];
      }),
    );
}

function argumentsOf(rest: string): string[] {
  const words = rest
    .replace(/\$\{\{[^}]{0,400}\}\}/g, (expression) => expression.replaceAll(" ", ""))
    .split(/\s+/);
  const bare = words.filter((word) => word !== "").map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
  const filled = bare.map((word) => (version.test(word) ? "{version}" : word));
  return filled.some((word) => word.includes("$")) ? [] : filled;
}
