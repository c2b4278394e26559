import { anyVersion, escaped, type MissedText } from "./missed-text.ts";

/** The line of a shell that writes a place. @param version how the shell names the new version, unquoted */
export function sedLine(place: MissedText, version: string): string {
  return `sed -i -E ${substitution(place, version, "sed")} ${shellWord(place.path)}`;
}

/** The script of `sed -E` or `perl -p` that writes a place, as a word of the shell. @param version as of `sedLine` */
export function substitution(
  { before, after, startsLine }: MissedText,
  version: string,
  program: "sed" | "perl",
): string {
  const start = startsLine ? "^[[:space:]]*" : "";
  const tail = after === "" ? "" : `(${inSed(after)})`;
  const [first, second] = program === "sed" ? ["\\1", "\\2"] : [group(1), group(2)];
  return `'s|(${start}${inSed(before)})${anyVersion}${tail}|${first}'"${version}"'${tail === "" ? "" : second}|'`;
}

/** The digits of a version that follow would belong to the number of the group. */
function group(number: number): string {
  return `\${${number}}`;
}

/** The statement of JavaScript that writes a place. @param version the name of the variable that holds the new version */
export function replaceStatement({ path, before, after, startsLine }: MissedText, version: string): string {
  const file = JSON.stringify(path);
  const [start, flags] = startsLine ? ["^[ \\t]*", "m"] : ["", ""];
  const end = after === "" ? "" : `(?=${inPattern(after)})`;
  const pattern = `/(${start}${inPattern(before)})${anyVersion}${end}/${flags}`;
  return `writeFileSync(${file}, readFileSync(${file}, "utf8").replace(${pattern}, \`$1\${${version}}\`));`;
}

/** Within `'s|…|…|'`: what is special there, and the quote of the shell. */
function inSed(text: string): string {
  return escaped(text).replaceAll("'", "'\\''");
}

function inPattern(text: string): string {
  return escaped(text).replaceAll("/", "\\/");
}

/** A path as a word of a shell. */
export function shellWord(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
