import { Refused } from "../../host/desk/program.ts";
import type { Match } from "../regex/pattern.ts";

/** What the right side of a substitution is made of. */
export type PerlPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "group"; readonly index: number };

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  f: "\f",
  a: "\x07",
  e: "\x1b",
  "0": "\0",
};

/** Reads the right side of a substitution, which Perl reads as a text in double quotes. */
export function readPerlText(
  source: string,
  env: Readonly<Record<string, string>>,
  form: string,
): PerlPiece[] {
  const refuse = (what: string): never => {
    throw new Refused("perl", form, `${what} on its right side is not known`);
  };
  const pieces: PerlPiece[] = [];
  let text = "";
  const group = (index: number) => {
    if (text !== "") pieces.push({ kind: "text", text });
    text = "";
    pieces.push({ kind: "group", index });
  };
  for (let at = 0; at < source.length; at++) {
    const character = source[at] ?? "";
    const next = source[at + 1] ?? "";
    if (character === "\\") {
      at += 1;
      if (/[1-9]/.test(next)) group(Number(next));
      else if (Object.hasOwn(escapes, next) && !/\d/.test(source[at + 1] ?? "")) text += escapes[next];
      else if (/[A-Za-z0-9]/.test(next) || next === "") refuse(`\\${next}`);
      else text += next;
      continue;
    }
    if (character === "@" && /[A-Za-z_{$:]/.test(next)) refuse("an array");
    if (character !== "$") {
      text += character;
      continue;
    }
    const rest = source.slice(at, at + 100);
    const [whole, braced, plain, name] =
      /^\$(?:\{(\d{1,2})\}|(\d{1,2})|ENV\{["']?(\w+)["']?\}|&)/.exec(rest) ?? [];
    if (whole === undefined) {
      // A dollar at the end is itself.
      if (next !== "") refuse("a variable");
      text += "$";
      continue;
    }
    at += whole.length - 1;
    // Behind a variable a bracket or an arrow would ask for a part of it.
    if (/^(?:\[|->|\{)/.test(source.slice(at + 1, at + 3))) refuse("a part of a variable");
    if (name !== undefined) text += env[name] ?? "";
    else {
      const index = Number(braced ?? plain ?? 0);
      if (index === 0 && whole !== "$&") refuse("$0");
      group(index);
    }
  }
  if (text !== "") pieces.push({ kind: "text", text });
  return pieces;
}

/** What stands in the place of a match. */
export function perlReplacement(pieces: readonly PerlPiece[], text: string, match: Match): string {
  return pieces
    .map((piece) => {
      if (piece.kind === "text") return piece.text;
      const span = match.group(piece.index);
      return span === null ? "" : text.slice(span.start, span.end);
    })
    .join("");
}
