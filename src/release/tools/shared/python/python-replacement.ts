import type { ForeignMatch } from "../patterns/foreign-pattern.ts";

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\" };

/** Fills in a replacement of `re.sub`: `\1`, `\g<name>`, `\g<0>` and the escapes of a string. */
export function pythonReplacement(template: string, match: ForeignMatch): string {
  return template.replace(/\\(?:g<(\w{1,80})>|(\d{1,2})|([\s\S]))/g, (whole, name, number, character) => {
    if (name !== undefined)
      return /^\d+$/.test(name) ? (match.groups[Number(name)] ?? "") : (match.named[name] ?? "");
    if (number !== undefined) return match.groups[Number(number)] ?? "";
    return escapes[character] ?? whole;
  });
}
