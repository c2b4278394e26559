import { type Program, Refused } from "../../host/desk/program.ts";
import { bytesOf } from "../../host/files/byte-text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { type Options, readOptions } from "../options.ts";
import { compareVersions } from "./compare-versions.ts";
import { linesOf, readInputs, said, textOf } from "./input.ts";

/** A part of the line that counts, and how. Fields and characters are counted from 1. */
interface Key {
  readonly from: { readonly field: number; readonly character: number };
  /** Null for the end of the line; a character of 0 is the end of the field. */
  readonly to: { readonly field: number; readonly character: number } | null;
  readonly ordering: string;
}

/**
 * GNU's `sort` in the locale C.UTF-8: by code points, with `-V -n -h -f -b -r -u -s -k -t -o -c -z`. Other orders are
 * refused.
 */
export const sort: Program = (call) => {
  const options = readOptions("sort", call.args, {
    flags: "VnrfbuscCz",
    values: "kto",
    long: {
      "version-sort": "V",
      "numeric-sort": "n",
      reverse: "r",
      "ignore-case": "f",
      unique: "u",
      stable: "s",
      key: "k",
      "field-separator": "t",
      output: "o",
      "zero-terminated": "z",
      "ignore-leading-blanks": "b",
      check: "c",
    },
  });
  const delimiter = options.has("z") ? "\0" : "\n";
  const inputs = readInputs(call, "sort", options.operands);
  if (inputs.errors.length > 0) return { stdout: "", stderr: inputs.errors.join(""), exitCode: 2 };
  const lines = inputs.all.flatMap(({ text }) => linesOf(text, delimiter));
  const compare = comparison(options);
  if (options.has("c") || options.has("C")) {
    const bad = lines.findIndex((line, index) => {
      const order = index === 0 ? -1 : compare(lines[index - 1] ?? "", line);
      return order > 0 || (options.has("u") && order === 0);
    });
    return said("", [], bad === -1 ? 0 : 1);
  }
  const sorted = lines.toSorted(compare);
  const kept = options.has("u")
    ? sorted.filter((line, index) => index === 0 || compare(sorted[index - 1] ?? "", line) !== 0)
    : sorted;
  const text = textOf(kept, delimiter);
  const output = options.value("o");
  if (output === null) return said(text, []);
  call.overlay.writeFile(resolveVirtual(call.cwd, output), bytesOf(text));
  return said("", []);
};

function comparison(options: Options): (a: string, b: string) => number {
  const ordering = "Vnfb"
    .split("")
    .filter((letter) => options.has(letter))
    .join("");
  const global = ordering + (options.has("r") ? "r" : "");
  const separator = options.value("t");
  if (separator !== null && [...separator].length !== 1 && separator !== "\\0")
    throw new Refused("sort", `-t ${separator}`, "it is no character");
  const keys = options.values("k").map((key) => readKey(key, global));
  const isLastResort = !options.has("s") && !options.has("u");
  return (a, b) => {
    for (const key of keys) {
      const order = compareBy(key.ordering, part(a, key, separator), part(b, key, separator));
      if (order !== 0) return order;
    }
    if (keys.length === 0) {
      const order = compareBy(global, a, b);
      if (order !== 0) return order;
    }
    if (!isLastResort) return 0;
    return options.has("r") ? -byCodePoint(a, b) : byCodePoint(a, b);
  };
}

function readKey(source: string, global: string): Key {
  const read = /^(\d{1,4})(?:\.(\d{1,4}))?([Vnfbr]*)(?:,(\d{1,4})(?:\.(\d{1,4}))?([Vnfbr]*))?$/.exec(source);
  if (read === null) throw new Refused("sort", `-k ${source}`, "it is not known");
  const [, field = "1", character = "1", first = "", endField, endCharacter = "0", second = ""] = read;
  const own = first + second;
  return {
    from: { field: Number(field), character: Number(character) },
    to: endField === undefined ? null : { field: Number(endField), character: Number(endCharacter) },
    ordering: own === "" ? global : own,
  };
}

/** The text of a key. Without a separator a field begins with the blanks before it. */
function part(line: string, { from, to, ordering }: Key, separator: string | null): string {
  const fields: { start: number; end: number }[] = [];
  if (separator === null) {
    for (const match of line.matchAll(/[ \t]+[^ \t]*|[^ \t]+/g))
      fields.push({ start: match.index, end: match.index + match[0].length });
  } else {
    let start = 0;
    for (const piece of line.split(separator)) {
      fields.push({ start, end: start + piece.length });
      start += piece.length + separator.length;
    }
  }
  const skipsBlanks = ordering.includes("b");
  const first = fields[from.field - 1];
  if (first === undefined) return "";
  const blanks = skipsBlanks ? (/^[ \t]*/.exec(line.slice(first.start))?.[0].length ?? 0) : 0;
  const start = Math.min(first.start + blanks + from.character - 1, line.length);
  const last = to === null ? null : fields[to.field - 1];
  if (to === null || last === undefined || last === null) return line.slice(start);
  const end = to.character === 0 ? last.end : Math.min(last.start + to.character, last.end);
  return line.slice(start, Math.max(end, start));
}

function compareBy(ordering: string, a: string, b: string): number {
  const sign = ordering.includes("r") ? -1 : 1;
  const trim = (text: string) => (ordering.includes("b") ? text.replace(/^[ \t]+/, "") : text);
  const fold = (text: string) => (ordering.includes("f") ? text.toUpperCase() : text);
  if (ordering.includes("n")) return sign * compareNumbers(a, b);
  if (ordering.includes("V")) return sign * compareVersions(trim(a), trim(b));
  return sign * byCodePoint(fold(trim(a)), fold(trim(b)));
}

function compareNumbers(a: string, b: string): number {
  const value = (text: string) => Number(/^[ \t]*(-?\d{0,300}(?:\.\d{0,300})?)/.exec(text)?.[1] || "0") || 0;
  return Math.sign(value(a) - value(b));
}

/** In the order of UTF-8, which is not that of UTF-16. */
function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}
