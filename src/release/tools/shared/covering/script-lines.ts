import { anyVersion, escaped, type MissedText } from "./missed-text.ts";

/** The line of a shell that writes a place. @param version how the shell names the new version, unquoted */
export function sedLine({ path, before, after, startsLine }: MissedText, version: string): string {
  const start = startsLine ? "^[[:space:]]*" : "";
  const tail = after === "" ? "" : `(${inSed(after)})`;
  return `sed -i -E 's|(${start}${inSed(before)})${anyVersion}${tail}|\\1'"${version}"'${tail === "" ? "" : "\\2"}|' ${word(path)}`;
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
function word(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
