import { escapedLetters } from "../../host/escaped-letters.ts";

/** bash takes the capital letter, too. */
const simple: Readonly<Record<string, string>> = { ...escapedLetters, E: "\x1b" };

/** Who reads the escapes: they differ in how an octal number is written and in what they know. */
export type EscapeStyle = "echo" | "format" | "argument" | "dash-echo" | "dash-format" | "dash-argument";

/** The text of backslash escapes, up to `\c` where that ends it. */
export function readEscapes(text: string, style: EscapeStyle): { text: string; isEnded: boolean } {
  if (!text.includes("\\")) return { text, isEnded: false };
  const isDash = style.startsWith("dash");
  const isFormat = style.endsWith("format");
  let result = "";
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + 12);
    if (!rest.startsWith("\\")) {
      const next = text.indexOf("\\", at);
      result += text.slice(at, next === -1 ? text.length : next);
      at = next === -1 ? text.length : next;
      continue;
    }
    if (rest[1] === "c" && !isFormat) return { text: result, isEnded: true };
    const [value, length] = escapeAt(rest, isFormat, style === "argument", isDash);
    result += value;
    at += length;
  }
  return { text: result, isEnded: false };
}

function escapeAt(rest: string, isFormat: boolean, isArgument: boolean, isDash: boolean): [string, number] {
  const octal = (
    isFormat ? /^\\([0-7]{1,3})/ : isArgument ? /^\\(?:0([0-7]{0,3})|([1-7][0-7]{0,2}))/ : /^\\0([0-7]{0,3})/
  ).exec(rest);
  if (octal !== null)
    return [byteCharacter(Number.parseInt(octal[1] ?? octal[2] ?? "0", 8) & 255), octal[0].length];
  const [, letter = ""] = rest;
  if (isDash && isFormat && (letter === '"' || letter === "e")) return [`\\${letter}`, 2];
  if (isFormat && (letter === '"' || letter === "'")) return [letter, 2];
  if (isArgument && (letter === '"' || letter === "'") && !isDash) return [letter, 2];
  const known = isDash && (letter === "e" || letter === "E") ? undefined : simple[letter];
  if (known !== undefined) return [known, 2];
  const hex = isDash ? null : /^\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8}))/.exec(rest);
  if (hex?.[1] !== undefined) return [byteCharacter(Number.parseInt(hex[1], 16)), hex[0].length];
  if (hex !== null)
    return [String.fromCodePoint(Number.parseInt(hex[2] ?? hex[3] ?? "0", 16)), hex[0].length];
  return ["\\", 1];
}

/** A byte as byte text; several of them that make one character are not put together. */
function byteCharacter(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : String.fromCharCode(0xdc00 + byte);
}
