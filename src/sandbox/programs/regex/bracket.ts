import { characterClasses } from "./character-classes.ts";
import { type CharacterSet, complement, inBothCases, setWhere } from "./character-set.ts";
import { PatternError } from "./pattern-tree.ts";

/** What a bracket expression means, and where it ends. */
interface Bracket {
  readonly set: CharacterSet;
  /** The offset behind the closing bracket. */
  readonly end: number;
}

export interface BracketOptions {
  readonly ignoresCase: boolean;
  /** Reads an escape at an offset; null where a backslash is a character like any other. */
  readonly readEscape: ((source: string, at: number) => { code: number; end: number } | null) | null;
}

type Member = (code: number) => boolean;

/**
 * Reads a bracket expression of POSIX, `at` being the offset behind the opening bracket. Ranges are those of code points.
 * Throws a PatternError for one that is not closed, a range that runs backwards and an unknown class.
 */
export function readBracket(source: string, at: number, options: BracketOptions): Bracket {
  const members: Member[] = [];
  let end = at;
  const isNegated = source[end] === "^";
  if (isNegated) end += 1;
  for (let isFirst = true; isFirst || source[end] !== "]"; isFirst = false) {
    if (end >= source.length) throw new PatternError("a bracket is not closed");
    const special = /^\[([:.=])/.exec(source.slice(end, end + 2))?.[1];
    if (special === ":") {
      const close = source.indexOf(":]", end + 2);
      const name = close === -1 ? "" : source.slice(end + 2, close);
      const named = characterClasses.get(name);
      if (named === undefined) throw new PatternError(`[:${name}:] is no class of characters`);
      const cased = options.ignoresCase && (name === "upper" || name === "lower");
      const set = cased ? inBothCases(named) : named;
      members.push((code) => set.has(code));
      end = close + 2;
      continue;
    }
    const first = readCharacter(source, end, options);
    end = first.end;
    if (source[end] !== "-" || source[end + 1] === "]" || end + 1 >= source.length) {
      members.push((code) => code === first.code);
      continue;
    }
    const last = readCharacter(source, end + 1, options);
    if (last.code < first.code) throw new PatternError("a range in brackets runs backwards");
    members.push((code) => code >= first.code && code <= last.code);
    end = last.end;
  }
  const plain = setWhere((code) => members.some((isMember) => isMember(code)));
  const set = options.ignoresCase ? inBothCases(plain) : plain;
  return { set: isNegated ? complement(set) : set, end: end + 1 };
}

function readCharacter(
  source: string,
  at: number,
  { readEscape }: BracketOptions,
): { code: number; end: number } {
  const collating = /^\[([.=])([^\]])\1\]/u.exec(source.slice(at, at + 7));
  if (collating !== null) {
    return { code: collating[2]?.codePointAt(0) ?? 0, end: at + collating[0].length };
  }
  if (/^\[[.=]/.test(source.slice(at, at + 2))) throw new PatternError("a collating element is not known");
  const escaped = source[at] === "\\" && readEscape !== null ? readEscape(source, at) : null;
  if (escaped !== null) return escaped;
  const code = source.codePointAt(at) ?? 0;
  return { code, end: at + (code > 0xffff ? 2 : 1) };
}
