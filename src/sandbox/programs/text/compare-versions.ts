/**
 * The order of `sort -V`, which is that of Debian's versions with an ending of its own for files
 * (https://www.gnu.org/software/coreutils/manual/html_node/Version-sort-ordering-rules.html).
 */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const special = (text: string) =>
    text === "" ? 0 : text === "." ? 1 : text === ".." ? 2 : text.startsWith(".") ? 3 : 4;
  if (special(a) !== special(b)) return special(a) - special(b);
  const [first, second] = [withoutSuffix(a), withoutSuffix(b)];
  const order = compareParts(first, second);
  return order !== 0 ? order : compareParts(a, b);
}

/** Without an ending like `.tar.gz`. */
function withoutSuffix(text: string): string {
  const parts = text.split(".");
  let kept = parts.length;
  while (kept > 1 && /^[A-Za-z~][A-Za-z0-9~]*$/.test(parts[kept - 1] ?? "")) kept -= 1;
  return parts.slice(0, kept).join(".");
}

function compareParts(a: string, b: string): number {
  let [at, other] = [0, 0];
  while (at < a.length || other < b.length) {
    const isDigit = (text: string, index: number) => /[0-9]/.test(text[index] ?? "");
    while ((at < a.length && !isDigit(a, at)) || (other < b.length && !isDigit(b, other))) {
      const [x, y] = [weight(a[at]), weight(b[other])];
      if (x !== y) return x - y;
      at += 1;
      other += 1;
    }
    const [x, y] = [digitsAt(a, at), digitsAt(b, other)];
    const [left, right] = [x.replace(/^0+/, ""), y.replace(/^0+/, "")];
    if (left.length !== right.length) return left.length - right.length;
    if (left !== right) return left < right ? -1 : 1;
    at += x.length;
    other += y.length;
  }
  return 0;
}

function digitsAt(text: string, at: number): string {
  let end = at;
  while (/[0-9]/.test(text[end] ?? "")) end += 1;
  return text.slice(at, end);
}

/** A tilde comes before the end, the end before letters, letters before everything else. */
function weight(character: string | undefined): number {
  if (character === undefined || /[0-9]/.test(character)) return 0;
  if (character === "~") return -1;
  return /[A-Za-z]/.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256;
}
