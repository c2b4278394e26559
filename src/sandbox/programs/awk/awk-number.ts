import { Refused } from "../../host/desk/program.ts";

/** A number that is not whole as `CONVFMT` or `OFMT` shows it. */
export function shownNumber(format: string, number: number): string {
  const [, precision, kind] = /^%(?:\.(\d{1,2}))?([eEfFgG])$/.exec(format) ?? [];
  if (kind === undefined) throw new Refused("awk", format, "it is no format for numbers that is known");
  return (number < 0 ? "-" : "") + floating(kind, Math.abs(number), Number(precision ?? 6));
}

/** A number that is not negative as the conversions `e`, `f` and `g` of C write it. */
export function floating(kind: string, number: number, exact: number): string {
  const lower = kind.toLowerCase();
  if (lower === "f") return fixed(number, exact);
  const scientific = (digits: number) => number.toExponential(digits).replace(/e([-+])(\d)$/, "e$10$2");
  if (lower === "e") return kind === "E" ? scientific(exact).toUpperCase() : scientific(exact);
  const wanted = exact === 0 ? 1 : exact;
  const exponent = number === 0 ? 0 : Number(/e([-+]\d+)$/.exec(number.toExponential(wanted - 1))?.[1] ?? 0);
  const isLong = exponent < -4 || exponent >= wanted;
  const shown = isLong ? scientific(wanted - 1) : fixed(number, Math.max(0, wanted - 1 - exponent));
  const [mantissa = "", power = ""] = shown.split(/(?=e)/);
  // Digits behind the point end where only zeros are left.
  let end = mantissa.length;
  while (mantissa.includes(".") && mantissa[end - 1] === "0") end -= 1;
  if (mantissa[end - 1] === ".") end -= 1;
  const short = mantissa.slice(0, end);
  return kind === "G" ? (short + power).toUpperCase() : short + power;
}

/** C takes the even one where two are as near. */
function fixed(number: number, digits: number): string {
  const scaled = number * 10 ** digits;
  const floor = Math.floor(scaled);
  if (scaled - floor !== 0.5 || digits > 15) return number.toFixed(digits);
  return ((floor % 2 === 0 ? floor : floor + 1) / 10 ** digits).toFixed(digits);
}
