import { type Program, Refused } from "../../host/desk/program.ts";
import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { readOptions } from "../options.ts";
import { characterClasses } from "../regex/character-classes.ts";

/** GNU's `tr`, which knows bytes only, with `-c -d -s -t`. */
export const tr: Program = (call) => {
  const options = readOptions("tr", call.args, {
    flags: "cCdst",
    long: { complement: "c", delete: "d", "squeeze-repeats": "s", "truncate-set1": "t" },
    endsAtOperand: true,
  });
  const [first = "", second] = options.operands;
  const deletes = options.has("d");
  const squeezes = options.has("s");
  const needsTwo = !deletes && !squeezes;
  if (options.operands.length > 2 || options.operands.length === 0 || (needsTwo && second === undefined))
    throw new Refused("tr", options.operands.join(" "), "it only shows an error");
  if (deletes && second !== undefined && !squeezes) throw new Refused("tr", "-d", "it takes one set");
  const isComplement = options.has("c") || options.has("C");
  const listed = readSet(first);
  const from = isComplement
    ? Array.from({ length: 256 }, (_, code) => code).filter((code) => !listed.includes(code))
    : listed;
  const to = second === undefined ? null : readSet(second, from.length);
  const squeezed = new Set(squeezes ? (to ?? from) : []);
  const map = new Map<number, number>();
  if (!deletes && to !== null) {
    if (to.length === 0) throw new Refused("tr", "an empty set", "it only shows an error");
    const last = to.at(-1) ?? 0;
    for (const [index, code] of from.entries())
      if (index < to.length || !options.has("t")) map.set(code, isComplement ? last : (to[index] ?? last));
  }
  const deleted = new Set(deletes ? from : []);
  const bytes = bytesOf(call.stdin);
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (const byte of bytes) {
    if (deleted.has(byte)) continue;
    const code = map.get(byte) ?? byte;
    if (squeezed.has(code) && length > 0 && result[length - 1] === code) continue;
    result[length] = code;
    length += 1;
  }
  return { stdout: byteText(result.slice(0, length)), stderr: "", exitCode: 0 };
};

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, "\\": 92 };

/** The bytes of a set in their order; `[x*]` fills up to a length. */
function readSet(source: string, wanted = 0): number[] {
  const codes: number[] = [];
  const refuse = (form: string): never => {
    throw new Refused("tr", form, "it is not known");
  };
  let at = 0;
  const one = (): number => {
    const character = source[at] ?? "";
    if (character > "\x7f") return refuse(`the set ${source}, beyond ASCII`);
    at += 1;
    if (character !== "\\") return character.charCodeAt(0);
    const octal = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))?.[0];
    if (octal !== undefined) {
      at += octal.length;
      return Number.parseInt(octal, 8) & 255;
    }
    const letter = source[at] ?? "";
    at += 1;
    return letter === "" ? 92 : (escapes[letter] ?? letter.charCodeAt(0));
  };
  while (at < source.length) {
    const named = /^\[:([a-z]+):\]/.exec(source.slice(at, at + 12));
    if (named !== null) {
      const set = characterClasses.get(named[1] ?? "") ?? refuse(named[0]);
      for (let code = 0; code < 128; code++) if (set.has(code)) codes.push(code);
      at += named[0].length;
      continue;
    }
    const repeated = /^\[([^\\])\*(\d{0,6})\]/.exec(source.slice(at, at + 12));
    if (repeated !== null) {
      const times = repeated[2] ? Number(repeated[2]) : Math.max(wanted - codes.length, 0);
      codes.push(...Array.from({ length: times }, () => repeated[1]?.charCodeAt(0) ?? 0));
      at += repeated[0].length;
      continue;
    }
    if (/^\[=/.test(source.slice(at, at + 2)) && source.includes("=]", at + 2)) refuse(source);
    const first = one();
    if (source[at] === "-" && at + 1 < source.length) {
      at += 1;
      const last = one();
      if (last < first) refuse(`the range in ${source}`);
      for (let code = first; code <= last; code++) codes.push(code);
    } else codes.push(first);
  }
  return codes;
}
