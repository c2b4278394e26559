import { Refused } from "../../host/desk/program.ts";
import { shownNumber } from "./awk-number.ts";

/** A text from outside that looks like a number and is compared as one. */
class NumericText {
  readonly text: string;
  readonly number: number;

  constructor(text: string, number: number) {
    this.text = text;
    this.number = number;
  }
}

/** A value of awk; `undefined` for what was never set. */
export type AwkValue = string | number | NumericText | undefined;

const numeric = /^[ \t\n\r\f\v]*([-+]?(?:\d{1,300}(?:\.\d{0,300})?|\.\d{1,300})(?:[eE][-+]?\d{1,4})?)/;

/** A text from outside: a number as well where it looks like one. */
export function fromOutside(text: string): AwkValue {
  const [whole, number] = numeric.exec(text) ?? [];
  const isNumber = whole !== undefined && text.slice(whole.length).trim() === "";
  return isNumber ? new NumericText(text, Number(number)) : text;
}

export function numberOf(value: AwkValue): number {
  if (typeof value === "number") return value;
  if (value === undefined) return 0;
  if (value instanceof NumericText) return value.number;
  if (/^\s{0,9}[-+]?(?:0[xX]|nan|inf)/i.test(value.slice(0, 16)))
    throw new Refused("awk", JSON.stringify(value), "versions of awk make different numbers of it");
  return Number(numeric.exec(value)?.[1] ?? 0);
}

/** The text of a value; `format` is that for numbers which are not whole. */
export function textOf(value: AwkValue, format: string): string {
  if (typeof value === "string") return value;
  if (value === undefined) return "";
  if (value instanceof NumericText) return value.text;
  if (Object.is(value, -0) || !Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new Refused("awk", String(value), "versions of awk show it in different ways");
  return Number.isInteger(value) ? String(value) : shownNumber(format, value);
}

export function isTrue(value: AwkValue): boolean {
  if (value instanceof NumericText) return value.number !== 0;
  return value !== undefined && value !== "" && value !== 0;
}

/** Negative, zero or positive; numbers as numbers, everything else by its characters. */
export function compared(left: AwkValue, right: AwkValue, format: string): number {
  if (typeof left !== "string" && typeof right !== "string") return numberOf(left) - numberOf(right);
  const [a, b] = [textOf(left, format), textOf(right, format)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Refuses a text whose characters some versions of awk count, and others its bytes. */
export function counted(text: string, what: string): string {
  if (/[^\0-\x7f]/.test(text))
    throw new Refused(
      "awk",
      `${what} of ${JSON.stringify(text)}`,
      "some versions count characters, others bytes",
    );
  return text;
}
