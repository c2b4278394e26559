import { shellParameters } from "./shell-parameters.ts";

/** How a script of a shell is called: its arguments and what its environment has to hold, with the placeholders of a release. */
export interface ShellCall {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const [current, version] = ["{current}", "{version}"];
const former =
  /^(?:old|current|cur|prev|previous|last|from)(?:[-_]?(?:version|ver|release|tag))?$|_(?:OLD|CURRENT|PREV(?:IOUS)?|LAST)_VERSION$/i;
const coming =
  /^(?:(?:new|next|release|target|bump|to)[-_]?)?(?:version|ver|tag)$|^(?:new|next|target|to|v)$/i;
const comingVariable = /^(?:\w+_)?(?:NEW|NEXT|RELEASE|TARGET)_VERSION$|^VERSION$/;
/** An option for the smallest step, as a case of the script. */
const stepOption = /^[ \t]*(?:-\w[ \t]*\|[ \t]*)?(--patch)[ \t]*[|)]/m;

/**
 * The ways to call a script of a shell with a version, the likeliest first, as its text shows them; none where it shows none.
 * @param mark what stands before the version in the tags of the repository, for what is named after a tag
 */
export function shellCalls(text: string, mark: "" | "v"): ShellCall[] {
  const option = /(?:^|[\s|(])(--(?:new-|release-|target-)?version)(?:\s*\)|=\*\)|\s*\|)/m.exec(text)?.[1];
  const step = stepOption.exec(text)?.[1];
  const byStep = step === undefined ? [] : [{ args: [step], env: {} }];
  if (option !== undefined) return [{ args: [option, version], env: {} }, ...byStep];
  // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/getopts.html : a letter with a colon takes a value.
  const letter = /\bgetopts\s+["']?:?\w{0,20}(?:\w:){0,20}(v:)/i.exec(text)?.[1];
  if (letter !== undefined) return [{ args: [`-${letter.charAt(0)}`, version], env: {} }, ...byStep];
  return [...positional(text, mark), ...byStep];
}

function positional(text: string, mark: string): ShellCall[] {
  const { positions, takesAny, environment } = shellParameters(text);
  const required = [...positions].flatMap(([at, { isOptional }]) => (at === 1 || !isOptional ? [at] : []));
  const last = Math.max(0, ...required);
  if (last === 0) return [...(takesAny ? [{ args: [version], env: {} }] : []), ...byEnvironment(environment)];
  if (last > 2) return [];
  const [first = "", second = ""] = [1, 2].map((at) => positions.get(at)?.name ?? "");
  const given = (name: string, value: string): string =>
    /(?:^|[_-])tag$/i.test(name) ? mark + value : value;
  if (last === 1) return [{ args: [given(first, version)], env: {} }];
  if (former.test(first) && !former.test(second))
    return [{ args: [given(first, current), given(second, version)], env: {} }];
  if (former.test(second) && coming.test(first))
    return [{ args: [given(first, version), given(second, current)], env: {} }];
  return [];
}

function byEnvironment(names: readonly string[]): ShellCall[] {
  const given = names.filter((name) => comingVariable.test(name));
  const held = names.filter((name) => former.test(name));
  if (given.length === 0) return [];
  const values = [...given.map((name) => [name, version]), ...held.map((name) => [name, current])];
  return [{ args: [], env: Object.fromEntries(values) }];
}
