import { Refused } from "../../host/desk/program.ts";
import { floating } from "./awk-number.ts";
import { type AwkValue, counted, numberOf, textOf } from "./awk-values.ts";

const directive = /^%([-+ #0]{0,5})(\d{1,4}|\*)?(?:\.(\d{1,3}|\*)?)?([a-zA-Z%])/;

/** What `printf` and `sprintf` make of a format. Throws a Refused for a conversion that is not known. */
export function awkFormatted(format: string, values: readonly AwkValue[], convfmt = "%.6g"): string {
  const rest = [...values];
  const take = (form: string): AwkValue => {
    if (rest.length === 0) throw new Refused("awk", form, "its value is missing");
    return rest.shift();
  };
  let text = "";
  for (let at = 0; at < format.length; ) {
    if (format[at] !== "%") {
      text += format[at++];
      continue;
    }
    const [whole, flags = "", width, precision, kind = ""] = directive.exec(format.slice(at, at + 20)) ?? [];
    if (whole === undefined) throw new Refused("awk", format, "its format is not known");
    at += whole.length;
    if (kind === "%") {
      text += "%";
      continue;
    }
    const size = (written: string | undefined) =>
      written === "*" ? numberOf(take(whole)) : Number(written ?? 0);
    const wide = size(width);
    const exact = whole.includes(".") ? size(precision) : null;
    if (wide < 0 || (exact ?? 0) < 0) throw new Refused("awk", whole, "its size is below zero");
    text += padded(converted({ whole, kind, flags, exact }, take(whole), convfmt), wide, flags, kind);
  }
  return text;
}

interface Conversion {
  readonly whole: string;
  readonly kind: string;
  readonly flags: string;
  readonly exact: number | null;
}

function converted({ whole, kind, flags, exact }: Conversion, value: AwkValue, convfmt: string): string {
  if (kind === "s") {
    const text = textOf(value, convfmt);
    return exact === null ? text : counted(text, whole).slice(0, exact);
  }
  if (kind === "c") {
    if (typeof value !== "number") return counted(textOf(value, convfmt), whole).slice(0, 1);
    if (value < 0 || value > 127) throw new Refused("awk", whole, "it is no character of ASCII");
    return String.fromCharCode(value);
  }
  const number = numberOf(value);
  if (!Number.isFinite(number) || flags.includes("#")) throw new Refused("awk", whole, "it is not known");
  const sign =
    number < 0 || Object.is(number, -0) ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  const size = Math.abs(number);
  if (/[eEfFgG]/.test(kind)) return sign + floating(kind, size, exact ?? 6);
  const integer = Math.trunc(size);
  if (!/[dixXou]/.test(kind) || integer > Number.MAX_SAFE_INTEGER || (number < 0 && /[xXou]/.test(kind)))
    throw new Refused("awk", whole, "it is not known");
  const digits = integer.toString(kind === "o" ? 8 : /[xX]/.test(kind) ? 16 : 10).padStart(exact ?? 1, "0");
  const shownSign = integer === 0 && sign === "-" ? "" : sign;
  return shownSign + (kind === "X" ? digits.toUpperCase() : digits);
}

function padded(text: string, width: number, flags: string, kind: string): string {
  if (width === 0) return text;
  const { length } = counted(text, "the width");
  if (width <= length) return text;
  if (flags.includes("-")) return text + " ".repeat(width - length);
  if (!flags.includes("0") || /[sc]/.test(kind)) return " ".repeat(width - length) + text;
  const [sign = ""] = /^[-+ ]/.exec(text) ?? [];
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}
