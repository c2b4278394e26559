import { type Program, Refused } from "../../host/desk/program.ts";
import { fileText } from "../files/file-text.ts";
import { AwkRun } from "./awk-run.ts";
import { AwkState, withEscapes } from "./awk-state.ts";
import { fromOutside } from "./awk-values.ts";
import { parseAwk } from "./parse-program.ts";

/**
 * awk as POSIX describes it (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/awk.html). Where gawk, mawk and the awk of
 * BSD differ it is refused: the order of `for (k in a)`, lengths beyond ASCII, functions of gawk, patterns in RS. Commands in
 * pipes are refused as well.
 */
export const awk: Program = (call) => {
  const rest = [...call.args];
  const set: [string, string][] = [];
  const sources: string[] = [];
  let fs: string | null = null;
  for (let arg = rest[0]; arg !== undefined && /^-./.test(arg); arg = rest[0]) {
    rest.shift();
    if (arg === "--") break;
    const letter = arg[1] ?? "";
    if (arg.startsWith("--") || !/[vFf]/.test(letter)) throw new Refused("awk", arg, "it is not known");
    const value = arg.length > 2 ? arg.slice(2) : rest.shift();
    if (value === undefined) throw new Refused("awk", arg, "its value is missing");
    if (letter === "F") fs = value;
    else if (letter === "f") sources.push(programText(value, fileText(call, value)));
    else {
      const [, name, text = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(value) ?? [];
      if (name === undefined) throw new Refused("awk", `-v ${value}`, "it sets no variable");
      set.push([name, text]);
    }
  }
  const source = sources.length > 0 ? sources.join("\n") : rest.shift();
  if (source === undefined) throw new Refused("awk", "no program", "it only shows how it is called");
  if (fs === "t") throw new Refused("awk", "-Ft", "versions of awk take it in different ways");
  const state = new AwkState(call, parseAwk(source), rest);
  if (fs !== null) state.set("FS", withEscapes(fs));
  for (const [name, text] of set) state.set(name, fromOutside(withEscapes(text)));
  const exitCode = new AwkRun(state).run();
  return { stdout: state.output.stdout, stderr: state.output.stderr, exitCode };
};

function programText(name: string, text: string | null): string {
  if (text === null) throw new Refused("awk", `-f ${name}`, "the file is not there");
  return text;
}
