import type { Shell } from "../shell.ts";
import { optionLetters, optionNames, shoptDefaults, unknownOptions } from "../state/options.ts";
import { showAll } from "./declare.ts";

/** `set`: options, and the parameters behind them. */
export function set(shell: Shell, args: readonly string[]): number {
  if (args.length === 0) showAll(shell, "set");
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? "";
    if (word === "--" || word === "-" || !/^[-+]./.test(word)) {
      if (word === "-") for (const option of ["xtrace", "verbose"]) shell.options.delete(option);
      const params = args.slice(word === "--" || word === "-" ? at + 1 : at);
      if (word !== "-" || params.length > 0) shell.params = params;
      return 0;
    }
    for (const letter of word.slice(1)) {
      const name = letter === "o" ? args[++at] : optionLetters[letter];
      if (name === undefined)
        shell.stop(letter === "o" ? "set -o without a name is not known" : `set -${letter} is not known`);
      if (!setOption(shell, name, word.startsWith("-"))) return 2;
    }
  }
  return 0;
}

function setOption(shell: Shell, name: string, isOn: boolean): boolean {
  if (!optionNames(shell.dialect).includes(name)) {
    shell.complain(`set: ${name}: invalid option name`);
    if (!shell.isBash) shell.fail(`set: Illegal option -o ${name}`);
    return false;
  }
  if (isOn && unknownOptions.has(name)) shell.stop(`set -o ${name} is not known`);
  if (isOn) shell.options.add(name);
  else shell.options.delete(name);
  return true;
}

/** `shopt`: options that only bash has. */
export function shopt(shell: Shell, args: readonly string[]): number {
  const letters = args.filter((word) => /^-./.test(word)).join("");
  const names = args.filter((word) => !/^-./.test(word));
  if (/[^-suqpo]/.test(letters)) shell.stop(`shopt ${letters} is not known`);
  const isSet = letters.includes("s");
  if (letters.includes("o")) {
    if (!isSet && !letters.includes("u")) return names.every((name) => shell.options.has(name)) ? 0 : 1;
    return names.every((name) => setOption(shell, name, isSet)) ? 0 : 1;
  }
  if (names.length === 0) shell.stop("shopt without names, which prints options, is not known");
  let status = 0;
  for (const name of names) {
    if (!Object.hasOwn(shoptDefaults, name)) shell.stop(`shopt ${name} is not known`);
    if (isSet) shell.shopt.add(name);
    else if (letters.includes("u")) shell.shopt.delete(name);
    else {
      if (!shell.shopt.has(name)) status = 1;
      const shown = shell.shopt.has(name) ? "on" : "off";
      if (letters.includes("p")) shell.print(`shopt -${shown === "on" ? "s" : "u"} ${name}\n`);
      else if (!letters.includes("q")) shell.print(`${name.padEnd(15)}\t${shown}\n`);
    }
    if (isSet && name === "expand_aliases") shell.stop("shopt -s expand_aliases is not known");
  }
  return status;
}
