import type { Span } from "../../text/span.ts";
import type { Field } from "./field.ts";

/** How a language gives a number to a name: the name is the first group, the number the second. */
const syntaxes = {
  define: /^[ \t]*#[ \t]*define[ \t]{1,40}([A-Za-z_]\w{0,100})[ \t]{1,40}\(?(\d{1,9})(?![\w.])/dgm,
  cmake: /\bset[ \t]{0,10}\([ \t]{0,10}([A-Za-z_]\w{0,100})[ \t]{1,40}"?(\d{1,9})"?[ \t]{0,10}[)A-Z]/dgim,
  assignment:
    /^[ \t]*(?:(?:export|final|def|static|const|public|val|var|let|int)[ \t]{1,10}){0,4}([A-Za-z_]\w{0,100})[ \t]{0,40}[:?]?=[ \t]{0,40}["']?(\d{1,9})["']?(?=[ \t]{0,20};?[ \t]{0,20}$)/dgm,
} as const;

/** The words for the numbers of a version, in their order. */
const ranks: readonly ReadonlySet<string>[] = [
  new Set(["major"]),
  new Set(["minor"]),
  new Set([
    "patch",
    "micro",
    "patchlevel",
    "sublevel",
    "revision",
    "bugfix",
    "point",
    "teeny",
    "maintenance",
  ]),
  new Set(["tweak", "build", "subpatch"]),
];

/** Words of names that hold the version of something else than a product. */
const otherThings = new Set(
  "abi api bcd file format min minimum max proto protocol required schema so wire".split(" "),
);

interface Component {
  readonly value: string;
  readonly span: Span;
  readonly rank: number;
}

/**
 * Versions that are written as numbers of names which differ in `MAJOR`, `MINOR`, `PATCH` and their kin: one field for
 * each group that has the first two. It stands where its last number does, which is what most releases rewrite.
 */
export function componentFields(text: string, syntax: keyof typeof syntaxes): Field[] {
  const groups = new Map<string, Component[]>();
  for (const match of text.matchAll(syntaxes[syntax])) {
    const at = match.indices?.[2];
    const words = wordsOf(match[1] ?? "");
    const rank = ranks.findIndex((rankWords) => words.some((word) => rankWords.has(word)));
    if (at === undefined || rank === -1 || words.some((word) => otherThings.has(word))) continue;
    const rest = words.filter((word) => !ranks.some((rankWords) => rankWords.has(word)));
    if (rest.length > 0 && !rest.some((word) => /^ver(?:sion)?$/.test(word))) continue;
    const group = rest.filter((word) => !/^(?:ver|version|num|number)$/.test(word)).join("-");
    const component = { value: match[2] ?? "", span: { start: at[0], end: at[1] }, rank };
    groups.set(group, [...(groups.get(group) ?? []), component]);
  }
  return [...groups].flatMap(([group, all]) => fieldOf(group, all) ?? []);
}

function fieldOf(group: string, all: readonly Component[]): Field | null {
  const parts: Component[] = [];
  for (let rank = 0; rank < ranks.length; rank++) {
    const part = all.find((component) => component.rank === rank);
    if (part === undefined) break;
    parts.push(part);
  }
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2) return null;
  return {
    value: parts.map(({ value }) => value).join("."),
    span: last.span,
    keyPath: null,
    scope: group === "" ? [] : [group],
    parts: parts.map(({ span }) => span),
  };
}

function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/_+/)
    .filter((word) => word !== "");
}
