import { posix } from "node:path";
import type { Argument } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";

/** How a script takes the version of the release, as its text shows it. */
export type Invocation =
  | { readonly as: "entry"; readonly args: readonly string[]; readonly why: string }
  | { readonly as: "module"; readonly call: Call; readonly why: string };

interface Call {
  readonly function: string;
  readonly args: readonly Argument[];
}

/**
 * Reads from the text of a script how it is told a version: as the option `--version`, as its first argument, by an
 * exported function, or in a dialogue. Null when the text shows none of them, or more than one function that could be
 * meant.
 */
export function invocationOf(text: string): Invocation | null {
  return programInvocation(text) ?? moduleInvocation(text) ?? dialogue(text);
}

const promptPackage =
  /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'](?:enquirer|inquirer|prompts|@inquirer\/prompts|@clack\/prompts)["']/;
/** The messages and the names with which scripts ask for a version. */
const versionAsked =
  /["'`][^"'`\n]{0,60}\b(?:release type|(?:new|next|target|custom|which|what) version|version to release)\b/i;

/** A script that asks for the version needs no argument: whatever is asked for a version is answered with it. */
function dialogue(text: string): Invocation | null {
  if (!promptPackage.test(text) || !versionAsked.test(text)) return null;
  return { as: "entry", args: [], why: "its text asks for the version" };
}

const readsArguments =
  /\bprocess\.argv\b|\bparseArgs\(|\bBun\.argv\b|\bDeno\.args\b|\bargv\b|\.parse(?:Async)?\(\)/;
const versionOption =
  /["'`]--(new-|release-|target-|set-)?version\b|\bargv\.version\b|\bversion:\s*\{\s*type:\s*["']string["']/;
const versionArgument =
  /process\.argv(\[2\]|\.slice\(2\))|\.argument\(\s*["'`][<[][^"'`]*version|\bargv\._|positionals|Bun\.argv\[2\]|Deno\.args\[0\]/i;

function programInvocation(text: string): Invocation | null {
  if (!readsArguments.test(text)) return null;
  const unasked = /["'`](?:-y, ?)?--yes\b/.test(text) ? ["--yes"] : [];
  const option = versionOption.exec(text);
  if (option !== null) {
    const name = `--${option[1] ?? ""}version`;
    return { as: "entry", args: [name, "{version}", ...unasked], why: `its text reads the option ${name}` };
  }
  if (!versionArgument.test(text)) return null;
  return {
    as: "entry",
    args: ["{version}", ...unasked],
    why: "its text reads a version from its first argument",
  };
}

function moduleInvocation(text: string): Invocation | null {
  const calls: Call[] = [];
  for (const match of text.matchAll(
    /\bexport\s+(?:async\s+)?function\s+(\w{0,60}(?:version|release)\w{0,60})\s*\(([^)]{0,1000})\)/gi,
  )) {
    const [, name, parameters] = match;
    if (
      name === undefined ||
      parameters === undefined ||
      !/^(update|bump|set|sync|write|apply|release)/i.test(name)
    )
      continue;
    const args = argumentsFor(parameters, text.slice(match.index));
    if (args !== null) calls.push({ function: name, args });
  }
  const [only, second] = calls;
  if (only === undefined || second !== undefined) return null;
  return { as: "module", call: only, why: `exports the function ${only.function}, which takes a version` };
}

/** Values for the parameters of a function, or null when none of them is a version or one cannot be told. */
function argumentsFor(parameters: string, body: string): Argument[] | null {
  const values: Argument[] = [];
  for (const parameter of splitParameters(parameters)) {
    const name = /^\w+/.exec(parameter)?.[0];
    const value = parameter.startsWith("{")
      ? fieldsFor(parameter.slice(1).split("}")[0]?.match(/\w+/g) ?? [])
      : (valueFor(name ?? "") ?? fieldsFor(fieldsUsed(name ?? "", body)));
    if (value !== null) values.push(value);
    else if (/[?=]/.test(parameter)) break;
    else return null;
  }
  return JSON.stringify(values).includes("{version}") ? values : null;
}

function splitParameters(parameters: string): string[] {
  const [first = ""] = parameters.trim().startsWith("{") ? [parameters.trim()] : [];
  if (first !== "") return [first];
  return parameters
    .split(",")
    .map((parameter) => parameter.trim())
    .filter((parameter) => parameter !== "");
}

/** The names that are read from an options object. */
function fieldsUsed(name: string, body: string): string[] {
  if (name === "") return [];
  return [...body.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].map((match) => match[1] ?? "");
}

function fieldsFor(names: readonly string[]): Record<string, string> | null {
  const fields = [...new Set(names)].flatMap((name) => {
    const value = valueFor(name);
    return value === null ? [] : [[name, value]];
  });
  return fields.length === 0 ? null : Object.fromEntries(fields);
}

function valueFor(name: string): string | null {
  if (/^(new|next|target|release)?_?version$/i.test(name)) return "{version}";
  if (/^((repo|project|workspace)?_?root(_?dir|_?path)?|cwd|dir)$/i.test(name)) return "{root}";
  return null;
}

/** The modules of the repository that a module imports by a relative path, with TypeScript's `.js` for `.ts`. */
export function relativeImports(repository: Repository, path: string): string[] {
  const text = repository.read(path) ?? "";
  const targets = [...text.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'](\.[^"'\n]+)["']/g)];
  return targets.flatMap((match) => {
    const target = posix.normalize(posix.join(posix.dirname(path), match[1] ?? ""));
    const stem = target.replace(/\.([cm]?)js$/, "");
    const spellings = [
      target,
      `${stem}.ts`,
      `${stem}.mts`,
      `${stem}.cts`,
      `${stem}.js`,
      `${stem}.mjs`,
      `${stem}/index.ts`,
      `${stem}/index.js`,
    ];
    return spellings.find((spelling) => repository.has(spelling)) ?? [];
  });
}
