import { Refused } from "../../host/desk/program.ts";
import { type Pattern, posixPattern } from "../regex/pattern.ts";

const controls: ReadonlyMap<string, number> = new Map([
  ["n", 10],
  ["t", 9],
  ["r", 13],
  ["f", 12],
  ["v", 11],
  ["a", 7],
  ['"', 34],
  ["/", 47],
  ["-", 45],
  ["&", 38],
]);

const known = new Map<string, Pattern>();

/** A pattern of awk, which is an extended one with the escapes of a text. */
export function awkPattern(source: string): Pattern {
  const before = known.get(source);
  if (before !== undefined) return before;
  // A backslash before another backslash takes the meaning of what follows away.
  if (/\\[bBwWsSyY<>`']/.test(source.replaceAll("\\\\", "")))
    throw new Refused("awk", `/${source}/`, "versions of awk take it in different ways");
  if (/(?<!\\)\{\d/.test(source))
    throw new Refused("awk", `/${source}/`, "versions of awk take braces as intervals or as themselves");
  const pattern = posixPattern("awk", source, {
    isExtended: true,
    ignoresCase: false,
    isMultiline: false,
    escapesInBrackets: true,
    hasLooseBraces: true,
    readEscape: readAwkEscape,
  });
  if (known.size > 1000) known.clear();
  known.set(source, pattern);
  return pattern;
}

function readAwkEscape(source: string, at: number): { code: number; end: number } | null {
  const code = controls.get(source[at + 1] ?? "");
  return code === undefined ? null : { code, end: at + 2 };
}
