import { Refused } from "../../host/desk/program.ts";
import { parsePerl } from "../regex/parse-perl.ts";
import { backtracking, guarded, type Pattern } from "../regex/pattern.ts";
import { type PerlPiece, readPerlText } from "./perl-text.ts";

/** One `s///` of a script. */
export interface PerlSubstitution {
  readonly pattern: Pattern;
  /** As it is written, for the record. */
  readonly source: string;
  readonly flags: string;
  readonly pieces: readonly PerlPiece[];
  readonly isGlobal: boolean;
}

/** Reads a script that consists of substitutions. Throws a Refused for everything else that Perl can do. */
export function readSubstitutions(script: string, env: Readonly<Record<string, string>>): PerlSubstitution[] {
  const found: PerlSubstitution[] = [];
  let at = 0;
  const skip = () => {
    while (/[\s;]/.test(script[at] ?? "")) at += 1;
  };
  for (skip(); at < script.length; skip()) {
    const delimiter = script[at + 1] ?? "";
    if (script[at] !== "s" || !/[/|#,!@%:~{(]/.test(delimiter))
      throw new Refused("perl", script.slice(at, at + 60), "only substitutions are known");
    const close = delimiter === "{" ? "}" : delimiter === "(" ? ")" : delimiter;
    const left = part(script, at + 2, delimiter, close);
    let start = left.end;
    if (close !== delimiter) {
      while (/\s/.test(script[start] ?? "")) start += 1;
      if (script[start] !== delimiter)
        throw new Refused("perl", script.slice(at, at + 60), "its right side is missing");
      start += 1;
    }
    const right = part(script, start, delimiter, close);
    const [flags = ""] = /^[a-z]{0,9}/.exec(script.slice(right.end, right.end + 9)) ?? [];
    const form = script.slice(at, right.end + flags.length);
    at = right.end + flags.length;
    if (/[^gims]/.test(flags)) throw new Refused("perl", form, "its flags are not known");
    const next = script.slice(at).trimStart();
    if (next !== "" && !next.startsWith(";"))
      throw new Refused("perl", script, "only substitutions are known");
    found.push(substitution({ left: left.text, right: right.text, flags, form }, env));
  }
  return found;
}

function substitution(
  { left, right, flags, form }: { left: string; right: string; flags: string; form: string },
  env: Readonly<Record<string, string>>,
): PerlSubstitution {
  const source = withVariables(left, env, form);
  if (source === "") throw new Refused("perl", form, "an empty pattern is the last one that matched");
  if (/\\[pPXCGlLuU]|\(\?[{?]|\\x\{/.test(source))
    throw new Refused("perl", form, "its pattern is not known");
  const ignoresCase = flags.includes("i");
  const pattern = guarded("perl", source, () => {
    const { tree, groups } = parsePerl(source, {
      ignoresCase,
      isMultiline: flags.includes("m"),
      dotsNewlines: flags.includes("s"),
      isAscii: true,
    });
    return backtracking("perl", source, { tree, groups }, { ignoresCase, wantsLongest: false });
  });
  const pieces = readPerlText(right, env, form);
  const highest = Math.max(0, ...pieces.map((piece) => (piece.kind === "group" ? piece.index : 0)));
  if (highest > pattern.groups)
    throw new Refused("perl", form, "its right side names a group that there is not");
  return { pattern, source, flags: flags.replaceAll("g", ""), pieces, isGlobal: flags.includes("g") };
}

/** The text up to a delimiter; where brackets open and close, up to the one that closes. */
function part(script: string, start: number, open: string, close: string): { text: string; end: number } {
  let depth = 0;
  let text = "";
  for (let at = start; at < script.length; at++) {
    const character = script[at] ?? "";
    if (character === "\\") {
      const next = script[at + 1] ?? "";
      // An escaped delimiter is the character itself, unless it would be a sign of the pattern then.
      const isSign = /[|({})]/.test(next);
      text +=
        next === close && !isSign ? (next === "#" || next === "@" ? `\\${next}` : next) : character + next;
      at += 1;
      continue;
    }
    if (open !== close && character === open) depth += 1;
    else if (character === close) {
      if (depth === 0) return { text, end: at + 1 };
      depth -= 1;
    }
    text += character;
  }
  throw new Refused("perl", script.slice(start - 2, start + 58), "it is not closed");
}

/** A pattern with the exported variables that it names. What else begins with a sigil is refused. */
function withVariables(source: string, env: Readonly<Record<string, string>>, form: string): string {
  return source.replace(/\\.|\$ENV\{(\w+)\}|[$@]\w|\$[{&`'+!]/gs, (whole, name: string | undefined) => {
    if (whole.startsWith("\\")) return whole;
    if (name === undefined) throw new Refused("perl", form, "a variable in a pattern is not known");
    return env[name] ?? "";
  });
}
