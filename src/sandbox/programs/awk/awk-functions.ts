import { Refused } from "../../host/desk/program.ts";
import type { Pattern } from "../regex/pattern.ts";
import { awkFormatted } from "./awk-format.ts";
import { type AwkValue, counted, numberOf, textOf } from "./awk-values.ts";

/** Functions of their values alone, by name. Throws a Refused for other numbers of values. */
export function computed(name: string, values: readonly AwkValue[], format: string): AwkValue {
  const text = (index: number) => textOf(values[index], format);
  const number = (index: number) => numberOf(values[index]);
  const wants = (...counts: readonly number[]) => {
    if (!counts.includes(values.length)) throw new Refused("awk", `${name}()`, "it has other arguments");
  };
  switch (name) {
    case "length":
      wants(1);
      return counted(text(0), "the length").length;
    case "substr":
      wants(2, 3);
      return part(text(0), number(1), values.length === 2 ? Number.POSITIVE_INFINITY : number(2));
    case "index":
      wants(2);
      return counted(text(0), "an index").indexOf(text(1)) + 1;
    case "sprintf":
      if (values.length === 0) wants(1);
      return awkFormatted(text(0), values.slice(1), format);
    case "tolower":
    case "toupper":
      wants(1);
      return cased(text(0), name === "toupper");
    case "int":
      wants(1);
      return Math.trunc(number(0)) + 0;
    case "sqrt":
    case "exp":
    case "log":
    case "sin":
    case "cos":
      wants(1);
      return Math[name](number(0));
    case "atan2":
      wants(2);
      return Math.atan2(number(0), number(1));
    default:
      throw new Refused("awk", `${name}()`, "it is not known");
  }
}

function part(text: string, from: number, length: number): string {
  if (Number.isNaN(from) || Number.isNaN(length)) return "";
  if (text === "") return "";
  if (from < 1) throw new Refused("awk", `substr(…, ${from})`, "versions of awk begin at different places");
  const start = Math.round(from);
  const end = length === Number.POSITIVE_INFINITY ? length : Math.round(from + length);
  if (!Number.isInteger(from) || (Number.isFinite(length) && !Number.isInteger(length)))
    throw new Refused("awk", "substr()", "versions of awk round in different ways");
  return counted(text, "a part").slice(Math.max(start, 1) - 1, Math.max(end, 1) - 1);
}

function cased(text: string, isUpper: boolean): string {
  const changed = isUpper ? text.toUpperCase() : text.toLowerCase();
  const isAscii = (one: string) => one.replace(/[\0-\x7f]/g, "");
  if (isAscii(changed) !== isAscii(text)) counted(text, "the case");
  return changed;
}

/** Replaces the first match of a pattern, or all; how often is given as well. */
export function replacedBy(
  pattern: Pattern,
  written: string,
  text: string,
  isGlobal: boolean,
): { readonly text: string; readonly count: number } {
  let result = "";
  let copied = 0;
  let count = 0;
  let lastEnd = -1;
  for (let at = 0; at <= text.length; ) {
    const match = pattern.find(text, at);
    if (match === null) break;
    const found = text.slice(match.start, match.end);
    if (/^[^\0-\x7f]{1,2}$/.test(found)) counted(found, "one character");
    const isEmpty = match.start === match.end;
    if (!isEmpty || match.start !== lastEnd) {
      if (isEmpty) counted(text, "the places between characters");
      count += 1;
      result += text.slice(copied, match.start) + replacement(written, found);
      copied = match.end;
      if (!isGlobal) break;
    }
    lastEnd = match.end;
    at = isEmpty ? match.end + 1 : match.end;
  }
  return { text: result + text.slice(copied), count };
}

/** An ampersand is the match, unless a backslash is before it; two of them are one. */
function replacement(written: string, found: string): string {
  return written.replace(/\\\\|\\&|&/g, (sign, at: number) => {
    if (sign === "&") return found;
    if (sign === "\\&") return "&";
    // Before anything but an ampersand versions of awk keep one or both.
    if (written[at + 2] !== "&") throw new Refused("awk", written, "backslashes are taken in different ways");
    return "\\";
  });
}
