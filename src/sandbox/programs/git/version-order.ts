/** The classes of characters, as the columns of the tables below. */
const other = 0;
const digit = 1;
const zero = 2;

type State = "start" | "integer" | "fraction" | "zeros";
type Result = "character" | "length" | -1 | 1;

/** The state after a character, by its class. */
const next: Readonly<Record<State, readonly [State, State, State]>> = {
  start: ["start", "integer", "zeros"],
  integer: ["start", "integer", "integer"],
  fraction: ["start", "fraction", "fraction"],
  zeros: ["start", "fraction", "zeros"],
};

/** What decides at the first difference, by the classes of both characters (row of the first, column of the second). */
const decision: Readonly<Record<State, readonly Result[]>> = {
  start: [
    "character",
    "character",
    "character",
    "character",
    "length",
    "character",
    "character",
    "character",
    "character",
  ],
  integer: ["character", -1, -1, 1, "length", "length", 1, "length", "length"],
  fraction: Array.from({ length: 9 }, () => "character" as const),
  zeros: ["character", 1, 1, -1, "character", "character", -1, "character", "character"],
};

function classOf(code: number): 0 | 1 | 2 {
  if (code === 0x30) return zero;
  return code > 0x30 && code <= 0x39 ? digit : other;
}

/** Code 0 stands behind the end, as the terminating byte of a C string does. */
function codeAt(text: string, index: number): number {
  return index < text.length ? text.charCodeAt(index) : 0;
}

/**
 * Compares as `strverscmp` of the GNU C library does, which is what git sorts by for `--sort=version:refname`
 * (https://man7.org/linux/man-pages/man3/strverscmp.3.html, and `versioncmp.c` of git). `versionsort.suffix` of the
 * user's git configuration is not looked at.
 */
export function compareVersionOrder(a: string, b: string): number {
  let state: State = "start";
  for (let index = 0; ; index++) {
    const left = codeAt(a, index);
    const right = codeAt(b, index);
    if (left === right) {
      if (left === 0) return 0;
      state = next[state][classOf(left)];
      continue;
    }
    const result = decision[state][classOf(left) * 3 + classOf(right)] ?? "character";
    if (result === "character") return left - right;
    if (result !== "length") return result;
    return digitsFrom(a, index) - digitsFrom(b, index) || left - right;
  }
}

/** How many digits follow, the one at `index` included. */
function digitsFrom(text: string, index: number): number {
  let end = index;
  while (classOf(codeAt(text, end)) !== other) end++;
  return end - index;
}
