import type { Argument } from "../argument.ts";
import type { Shell } from "../shell.ts";
import { assign, assignTo, checkWritable, type Target } from "../state/assign.ts";
import { shownDeclaration } from "../state/declaration.ts";
import { Variable } from "../state/variable.ts";

/** The letters of attributes that are set and taken away. */
interface Letters {
  readonly on: Set<string>;
  readonly off: Set<string>;
}

/** How a declaration is made. */
interface Declaration extends Letters {
  readonly name: string;
  readonly isLocal: boolean;
}

/** `declare`, `typeset`, `local`, `export` and `readonly`. */
export function declare(shell: Shell, name: string, args: readonly Argument[]): void {
  const [on, off] = [new Set<string>(), new Set<string>()];
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at];
    if (typeof word !== "string" || !/^[-+]./.test(word)) break;
    if (word === "--") {
      at += 1;
      break;
    }
    for (const letter of word.slice(1)) (word.startsWith("-") ? on : off).add(letter);
  }
  const rest = args.slice(at);
  shell.status = 0;
  checkLetters(shell, name, on, off);
  const isAboutFunctions = on.has("f") || on.has("F");
  if (isAboutFunctions) aboutFunctions(shell, name, on, rest);
  else if (on.has("p") || rest.length === 0) show(shell, name, on, rest);
  else declareAll(shell, name, { on, off }, rest);
}

function declareAll(shell: Shell, name: string, { on, off }: Letters, rest: readonly Argument[]): void {
  if (name === "local" && shell.frames.length === 0 && shell.isBash) {
    shell.complain("local: can only be used in a function");
    shell.status = 1;
    return;
  }
  if (name === "export") (on.has("n") ? off : on).add("x");
  if (name === "readonly") on.add("r");
  const isLocal =
    name === "local" || (/^(?:declare|typeset)$/.test(name) && shell.frames.length > 0 && !on.has("g"));
  for (const argument of rest) declareOne(shell, { name, on, off, isLocal }, argument);
}

function checkLetters(shell: Shell, name: string, on: ReadonlySet<string>, off: ReadonlySet<string>): void {
  const known = { export: "npf", readonly: "apfA", local: "aAilnruxp" }[name] ?? "aAfFgilnprux";
  const wrong = [...on, ...off].find((letter) => !known.includes(letter));
  if (wrong !== undefined) shell.stop(`${name} -${wrong} is not known`);
}

function aboutFunctions(
  shell: Shell,
  name: string,
  on: ReadonlySet<string>,
  rest: readonly Argument[],
): void {
  if (!on.has("F") || name === "export" || rest.length === 0) shell.stop(`${name} -f is not known`);
  for (const argument of rest) {
    if (shell.functions.has(String(argument))) shell.print(`${argument}\n`);
    else shell.status = 1;
  }
}

function show(shell: Shell, name: string, on: ReadonlySet<string>, rest: readonly Argument[]): void {
  if (rest.length === 0) {
    showAll(shell, name);
    return;
  }
  if (!on.has("p") || !shell.isBash) shell.stop(`${name} -p is not known`);
  for (const argument of rest) {
    const variable = shell.vars.declared(String(argument));
    if (variable !== null) shell.print(`${shownDeclaration(String(argument), variable)}\n`);
    else {
      shell.complain(`${name}: ${String(argument)}: not found`);
      shell.status = 1;
    }
  }
}

/** Which variables there are depends on the machine, which matters only where somebody reads it. */
export function showAll(shell: Shell, command: string): void {
  if (shell.descriptor(1).sink?.isRead === true)
    shell.stop(`${command} without names, which prints variables, is not known`);
}

function declareOne(shell: Shell, declaration: Declaration, argument: Argument): void {
  const target: Target = {
    kind: declaration.on.has("A") ? "associative" : declaration.on.has("a") ? "indexed" : null,
    choose: (name) => prepared(shell, declaration, name),
  };
  if (typeof argument !== "string") {
    assign(shell, argument, target);
    finish(shell, declaration, argument.name);
    return;
  }
  const [, name = "", append = "", value] = /^([A-Za-z_]\w*)(?:(\+?)=([\s\S]*))?$/.exec(argument) ?? [];
  if (name === "") {
    shell.complain(`${declaration.name}: \`${argument}': not a valid identifier`);
    shell.status = shell.isBash ? 1 : 2;
    return;
  }
  const variable = target.choose(name);
  if (value !== undefined && declaration.on.has("n")) variable.value = value;
  else if (value !== undefined) {
    checkWritable(shell, name, variable);
    if (variable.isReference) shell.vars.set(name, value);
    else assignTo(shell, name, { key: null, text: value, append: append === "+" });
  }
  finish(shell, declaration, name);
}

/** The variable with the attributes that an assignment to it has to know. */
function prepared(shell: Shell, { name: command, on, off, isLocal }: Declaration, name: string): Variable {
  const isNew = isLocal && !shell.vars.isLocal(name);
  const before = isNew ? shell.vars.declared(name) : null;
  const variable = isLocal
    ? shell.vars.ensureLocal(name)
    : on.has("g")
      ? shell.vars.ensureGlobal(name)
      : ensure(shell, on, name);
  // In dash a local variable begins with the value that it hides.
  if (isNew && !shell.isBash && command === "local" && before !== null) variable.value = before.value;
  if (isNew && before?.isExported && shell.isBash) variable.isExported = false;
  if (on.has("A")) variable.toArray("associative");
  if (on.has("a")) variable.toArray("indexed");
  if (on.has("i")) variable.isInteger = true;
  if (off.has("i")) variable.isInteger = false;
  if (on.has("l")) variable.letterCase = "lower";
  if (on.has("u")) variable.letterCase = "upper";
  if (off.has("l") || off.has("u")) variable.letterCase = null;
  if (on.has("n")) variable.isReference = true;
  if (off.has("n")) variable.isReference = false;
  return variable;
}

function ensure(shell: Shell, on: ReadonlySet<string>, name: string): Variable {
  return on.has("n") ? (shell.vars.declared(name) ?? shell.vars.ensureGlobal(name)) : shell.vars.ensure(name);
}

function finish(shell: Shell, { on, off }: Declaration, name: string): void {
  const variable = shell.vars.declared(shell.vars.resolve(name)) ?? new Variable();
  if (on.has("x")) variable.isExported = true;
  if (off.has("x")) variable.isExported = false;
  if (on.has("r")) variable.isReadonly = true;
}
