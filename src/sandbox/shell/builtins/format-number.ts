/** A number as `printf` reads one, whole ones as bigint. */
export function readNumber(
  text: string,
  conversion: string,
): { value: bigint | number; isValid: boolean; text: string } {
  if (/^["']/.test(text)) return { value: BigInt(text.codePointAt(1) ?? 0), isValid: true, text };
  const trimmed = text.trimStart();
  if ("diouxX".includes(conversion)) {
    const found = /^([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(trimmed);
    if (found === null) return { value: 0n, isValid: text === "", text };
    const [whole, sign = "", digits = "0"] = found;
    const isOctal = /^0[0-7]/.test(digits);
    const value = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
    return { value: sign === "-" ? -value : value, isValid: whole === trimmed, text };
  }
  const found = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(trimmed)?.[0];
  return { value: Number(found ?? 0), isValid: text === "" || found === trimmed, text };
}

/** What stands between `%` and the end of a conversion, which is its letter. */
interface NumberFormat {
  readonly conversion: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
}

/** A number as C formats it, without blanks around it. */
export function formatNumber(value: bigint | number, format: NumberFormat): string {
  const { conversion, flags, width, precision } = format;
  const [sign, body] = typeof value === "bigint" ? whole(value, format) : fraction(value, format);
  const lead =
    sign ||
    ("diaefgEFG".includes(conversion) ? (flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") : "");
  const isPadded =
    flags.includes("0") && !flags.includes("-") && (typeof value === "number" || precision === null);
  return lead + (isPadded ? body.padStart(width - lead.length, "0") : body);
}

function whole(value: bigint, { conversion, flags, precision }: NumberFormat): [string, string] {
  const isSigned = conversion === "d" || conversion === "i";
  const plain = isSigned ? (value < 0n ? -value : value) : BigInt.asUintN(64, value);
  const base = conversion === "o" ? 8 : conversion.toLowerCase() === "x" ? 16 : 10;
  let digits = plain.toString(base).padStart(precision ?? 1, "0");
  if (precision === 0 && plain === 0n) digits = "";
  if (conversion === "X") digits = digits.toUpperCase();
  if (flags.includes("#") && conversion === "o" && !digits.startsWith("0")) digits = `0${digits}`;
  const prefix = flags.includes("#") && base === 16 && plain !== 0n ? `0${conversion}` : "";
  return [isSigned && value < 0n ? "-" : prefix, digits];
}

function fraction(value: number, { conversion, flags, precision }: NumberFormat): [string, string] {
  const digits = Math.min(precision ?? 6, 100);
  const size = Math.abs(value);
  const kind = conversion.toLowerCase();
  let text =
    kind === "f"
      ? size.toFixed(digits)
      : kind === "e"
        ? exponent(size, digits)
        : general(size, digits, flags);
  if (flags.includes("#") && digits === 0 && !text.includes(".")) text += ".";
  return [value < 0 || Object.is(value, -0) ? "-" : "", conversion === kind ? text : text.toUpperCase()];
}

function exponent(value: number, digits: number): string {
  return value.toExponential(digits).replace(/e([-+])(\d)$/, "e$10$2");
}

function general(value: number, digits: number, flags: string): string {
  const precision = digits === 0 ? 1 : digits;
  const power = value === 0 ? 0 : Number(value.toExponential(precision - 1).split("e")[1]);
  const text =
    power < -4 || power >= precision
      ? exponent(value, precision - 1)
      : value.toFixed(Math.max(0, precision - 1 - power));
  if (flags.includes("#") || !text.includes(".")) return text;
  const [mantissa = "", exponentPart] = text.split("e");
  let end = mantissa.length;
  while (mantissa[end - 1] === "0") end -= 1;
  if (mantissa[end - 1] === ".") end -= 1;
  return mantissa.slice(0, end) + (exponentPart === undefined ? "" : `e${exponentPart}`);
}
