import { type Program, Refused } from "../../host/desk/program.ts";
import { bytesOf } from "../../host/files/byte-text.ts";
import { readOptions } from "../options.ts";
import { joinedText, readInputs, said } from "./input.ts";

/** How the bytes of one unit are shown: how many they are, and how wide the column is with the blank before it. */
interface Format {
  readonly size: number;
  readonly width: number;
  readonly show: (value: number) => string;
}

const escapes: Readonly<Record<number, string>> = {
  0: "\\0",
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
};
const octal = (digits: number) => (value: number) => value.toString(8).padStart(digits, "0");
const hexadecimal = (digits: number) => (value: number) => value.toString(16).padStart(digits, "0");

const formats: Readonly<Record<string, Format>> = {
  c: {
    size: 1,
    width: 4,
    show: (value) =>
      escapes[value] ?? (value >= 32 && value < 127 ? String.fromCharCode(value) : octal(3)(value)),
  },
  o1: { size: 1, width: 4, show: octal(3) },
  u1: { size: 1, width: 4, show: String },
  x1: { size: 1, width: 3, show: hexadecimal(2) },
  o2: { size: 2, width: 7, show: octal(6) },
  u2: { size: 2, width: 6, show: String },
  x2: { size: 2, width: 5, show: hexadecimal(4) },
};
const letters: Readonly<Record<string, string>> = { b: "o1", c: "c", d: "u2", o: "o2", x: "x2" };
const addresses: Readonly<Record<string, (offset: number) => string>> = {
  d: (offset) => String(offset).padStart(7, "0"),
  n: () => "",
  o: octal(7),
  x: hexadecimal(6),
};
const perLine = 16;

/** `od` in one format of bytes or of pairs of them, with `-A`, `-N`, `-j` and `-v`, on a machine whose low bytes come first. */
export const od: Program = (call) => {
  const options = readOptions("od", call.args, {
    flags: "vbcdox",
    values: "AtNj",
    long: {
      "address-radix": "A",
      format: "t",
      "read-bytes": "N",
      "skip-bytes": "j",
      "output-duplicates": "v",
    },
  });
  const wanted = options.given.flatMap(({ letter, value }) =>
    letter === "t" ? [value ?? ""] : (letters[letter] ?? []),
  );
  const format = formats[wanted[0] ?? "o2"];
  const address = addresses[options.value("A") ?? "o"];
  if (wanted.length > 1 || format === undefined || address === undefined)
    throw new Refused("od", call.args.join(" "), "its format is not known");
  const inputs = readInputs(call, "od", options.operands);
  const [skipped, most] = [numberOf(options.value("j") ?? "0"), options.value("N")];
  const all = bytesOf(joinedText(inputs));
  const bytes = all.subarray(skipped, most === null ? undefined : skipped + numberOf(most));
  if (skipped > all.length)
    return { stdout: "", stderr: "od: cannot skip past end of combined input\n", exitCode: 1 };
  let [text, last] = ["", ""];
  for (let at = 0; at < bytes.length; at += perLine) {
    const line = shownLine(bytes.subarray(at, at + perLine), format);
    const isRepeated = line === last && at + perLine <= bytes.length && !options.has("v");
    if (!isRepeated) text += `${address(skipped + at)}${line}\n`;
    else if (!text.endsWith("*\n")) text += "*\n";
    last = line;
  }
  const end = address(skipped + bytes.length);
  return said(end === "" ? text : `${text}${end}\n`, inputs.errors);
};

function shownLine(bytes: Uint8Array, { size, width, show }: Format): string {
  const units = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    size === 1 ? (bytes[index] ?? 0) : (bytes[2 * index] ?? 0) + 256 * (bytes[2 * index + 1] ?? 0),
  );
  return units.map((unit) => show(unit).padStart(width)).join("");
}

function numberOf(text: string): number {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(text)) throw new Refused("od", text, "it is no plain number");
  return Number(text);
}
