import { type Program, Refused } from "../../host/desk/program.ts";
import { formatted } from "./format.ts";

const done = (stdout: string) => ({ stdout, stderr: "", exitCode: 0 });

/** The `echo` of GNU, with `-n`, `-e` and `-E`. */
export const echo: Program = ({ args }) => {
  let at = 0;
  let isEnded = true;
  let reads = false;
  for (; /^-[neE]+$/.test(args[at] ?? ""); at++)
    for (const letter of (args[at] ?? "").slice(1)) {
      if (letter === "n") isEnded = false;
      else reads = letter === "e";
    }
  const text = args.slice(at).join(" ");
  if (!reads) return done(isEnded ? `${text}\n` : text);
  const { text: read, isCut } = formatted(
    "echo",
    text.replaceAll("%", "%%").replaceAll("\\'", "\\\\'"),
    [],
    true,
  );
  return done(isEnded && !isCut ? `${read}\n` : read);
};

/** GNU's `printf` as a program. */
export const printf: Program = ({ args }) => {
  const [format, ...values] = args[0] === "--" ? args.slice(1) : args;
  if (format === undefined) throw new Refused("printf", "no format", "it only shows an error");
  return done(formatted("printf", format, values, false).text);
};

/** Prints numbers, with `-s` and `-w`; only whole ones. */
export const seq: Program = ({ args }) => {
  const rest = [...args];
  let separator = "\n";
  let isPadded = false;
  while (/^-[sw]/.test(rest[0] ?? "")) {
    const option = rest.shift() ?? "";
    if (option === "-w") isPadded = true;
    else separator = option.length > 2 ? option.slice(2) : (rest.shift() ?? "");
  }
  if (rest.length === 0 || rest.length > 3 || rest.some((arg) => !/^-?\d{1,9}$/.test(arg)))
    throw new Refused("seq", rest.join(" "), "only whole numbers are known");
  const numbers = rest.map(Number);
  const [first, step, last] =
    numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
  if (
    first === undefined ||
    step === undefined ||
    last === undefined ||
    step === 0 ||
    (last - first) / step > 1e6
  )
    throw new Refused("seq", rest.join(" "), "it does not end");
  const found: number[] = [];
  for (let number = first; step > 0 ? number <= last : number >= last; number += step) found.push(number);
  const width = isPadded ? Math.max(...[first, ...found].map((number) => String(number).length)) : 0;
  const shown = found.map((number) =>
    number < 0 ? `-${String(-number).padStart(width - 1, "0")}` : String(number).padStart(width, "0"),
  );
  return done(shown.length === 0 ? "" : `${shown.join(separator)}\n`);
};
