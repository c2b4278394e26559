import { Refused } from "../../host/desk/program.ts";
import { escapedLetters } from "../../host/escaped-letters.ts";

/** A text with its escapedLetters read, and whether `\c` has cut it off. */
interface Formatted {
  readonly text: string;
  readonly isCut: boolean;
}

const directive = /^%([-+ #0]{0,5})(\d{1,4}|\*)?(?:\.(\d{1,4}|\*)?)?([a-zA-Z%])/;

/**
 * What `printf` prints, as POSIX describes it: the format is used again as long as there are values. With `isEcho` octal
 * escapedLetters begin with a zero. Throws a Refused for a conversion that is not known and for a number that is none.
 */
export function formatted(
  program: string,
  format: string,
  values: readonly string[],
  isEcho: boolean,
): Formatted {
  const rest = [...values];
  let text = "";
  do {
    const before = rest.length;
    for (let at = 0; at < format.length; ) {
      const character = format[at] ?? "";
      if (character === "\\") {
        const read = readEscape(format, at, isEcho);
        if (read === null) return { text, isCut: true };
        text += read.text;
        at = read.end;
      } else if (character === "%") {
        const found = directive.exec(format.slice(at, at + 24));
        const hasPrecision = found?.[0].includes(".") ?? false;
        if (found === null) throw new Refused(program, format, "its format is not known");
        const [whole, flags = "", width, precision, kind = ""] = found;
        at += whole.length;
        if (kind === "%") text += "%";
        else {
          const size = (written: string | undefined) =>
            written === "*" ? Number(rest.shift() ?? 0) : Number(written ?? 0);
          const [wide, exact] = [size(width), hasPrecision ? size(precision) : null];
          const value = convert(program, kind, { value: rest.shift(), flags, precision: exact });
          if (value.isCut) return { text: text + value.text, isCut: true };
          text += padded(value.text, wide, flags, kind);
        }
      } else {
        text += character;
        at += 1;
      }
    }
    if (rest.length === before) break;
  } while (rest.length > 0);
  return { text, isCut: false };
}

function convert(
  program: string,
  kind: string,
  {
    value,
    flags,
    precision,
  }: { readonly value: string | undefined; readonly flags: string; readonly precision: number | null },
): Formatted {
  if (kind === "s" || kind === "b") {
    const read =
      kind === "b"
        ? formatted(program, (value ?? "").replaceAll("%", "%%"), [], true)
        : { text: value ?? "", isCut: false };
    return { ...read, text: precision === null ? read.text : [...read.text].slice(0, precision).join("") };
  }
  if (kind === "c") return { text: [...(value ?? "")][0] ?? "", isCut: false };
  if (!/[diuxXof]/.test(kind)) throw new Refused(program, `%${kind}`, "it is not known");
  const number = numberOf(program, value);
  const sign = number < 0 ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const digits = (text: string) => sign + text.padStart(precision ?? 0, "0");
  if (kind === "d" || kind === "i")
    return { text: digits(String(Math.abs(Math.trunc(number)))), isCut: false };
  if (number < 0 && /[uxXo]/.test(kind))
    throw new Refused(program, `%${kind}`, "a number below zero is not known there");
  if (kind === "u") return { text: String(number).padStart(precision ?? 0, "0"), isCut: false };
  if (kind === "x") return { text: number.toString(16).padStart(precision ?? 0, "0"), isCut: false };
  if (kind === "X")
    return {
      text: number
        .toString(16)
        .toUpperCase()
        .padStart(precision ?? 0, "0"),
      isCut: false,
    };
  if (kind === "o") return { text: number.toString(8).padStart(precision ?? 0, "0"), isCut: false };
  return { text: sign + Math.abs(number).toFixed(precision ?? 6), isCut: false };
}

function numberOf(program: string, value: string | undefined): number {
  if (value === undefined || value === "") return 0;
  if (/^["']/.test(value)) return value.codePointAt(1) ?? 0;
  if (/^[+-]?0[0-7]{1,14}$/.test(value)) return Number.parseInt(value, 8);
  const number = /^[+-]?(?:0x[0-9A-Fa-f]{1,13}|\d{1,15}(?:\.\d{1,15})?)$/.test(value)
    ? Number(value)
    : Number.NaN;
  if (Number.isNaN(number)) throw new Refused(program, value, "it is no number");
  return number;
}

function padded(text: string, width: number, flags: string, kind: string): string {
  const length = [...text].length;
  if (width <= length) return text;
  if (flags.includes("-")) return text + " ".repeat(width - length);
  if (!flags.includes("0") || /[sbc]/.test(kind)) return " ".repeat(width - length) + text;
  const sign = /^[-+ ]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}

/** Reads an escape; null for `\c`, behind which nothing is printed. */
function readEscape(source: string, at: number, isEcho: boolean): { text: string; end: number } | null {
  const letter = source[at + 1] ?? "";
  if (letter === "c") return null;
  const octal = isEcho ? /^\\0([0-7]{0,3})/ : /^\\([0-7]{1,3})/;
  const [written, digits, hexadecimal] =
    octal.exec(source.slice(at, at + 5)) ?? /^\\()x([0-9A-Fa-f]{1,2})/.exec(source.slice(at, at + 4)) ?? [];
  if (written !== undefined) {
    const code =
      hexadecimal === undefined ? Number.parseInt(digits || "0", 8) & 255 : Number.parseInt(hexadecimal, 16);
    return { text: String.fromCharCode(code < 128 ? code : 0xdc00 + code), end: at + written.length };
  }
  const [unicode, four] = /^\\u([0-9A-Fa-f]{4})/.exec(source.slice(at, at + 6)) ?? [];
  if (unicode !== undefined)
    return { text: String.fromCharCode(Number.parseInt(four ?? "", 16)), end: at + 6 };
  const plain = Object.hasOwn(escapedLetters, letter)
    ? escapedLetters[letter]
    : letter === '"' && !isEcho
      ? '"'
      : undefined;
  return plain === undefined ? { text: "\\", end: at + 1 } : { text: plain, end: at + 2 };
}
