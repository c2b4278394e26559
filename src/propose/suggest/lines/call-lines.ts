import { posix } from "node:path";
import { type Command, type For, forEachChild, type SyntaxNode, type Word } from "unbash";
import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { shellWord } from "../../../release/tools/shared/covering/script-lines.ts";
import { groupBy } from "../../../repository/collections/group-by.ts";
import { scriptKind } from "../../../sandbox/engine/script-kind.ts";
import { parseScript } from "../../../sandbox/shell/syntax.ts";
import type { Repair, Replacement } from "../repair.ts";
import type { Situation } from "../situation.ts";

/** A place of a script at which a file is named that lines elsewhere in the script write. */
interface NamedFile {
  readonly script: string;
  /** The line that writes it. */
  readonly line: string;
  /** What names a further file there. */
  readonly naming: (path: string) => Omit<Replacement, "path">;
  readonly says: string;
  /** The call that names it; null for the word of a loop. */
  readonly call: LastCall | null;
}

/** A call of a function that stands on a line of its own. */
export interface LastCall {
  readonly indent: string;
  /** Its arguments that are variables, one of which may hold the new version. */
  readonly variables: readonly string[];
  /** Where the next line begins. */
  readonly next: number;
}

/**
 * Further calls of a function, and further words of a loop, for a script of a shell that rewrites files in one line of
 * which the file is an argument: what is written for one file is written for another one by naming it, too.
 */
export function namedFiles(places: readonly JudgedOccurrence[], { audit }: Situation): Repair[] {
  const named = lastNamed(audit);
  if (named === null) return [];
  const { script, naming, says } = named;
  return [...groupBy(places, ({ path }) => path)].flatMap(([path, here]): Repair[] => {
    if (here.some(({ kind, parts }) => kind === "lock-entry" || parts !== undefined)) return [];
    const replacement: Replacement = { path: script, ...naming(path) };
    return [
      { kind: "line", places: here, replacements: [replacement], says: `${says} ${path} in ${script}` },
    ];
  });
}

/** The last call, with its script, by which the release was seen to write a file; null where it writes none by a function. */
export function lastCall({
  audit,
}: Situation): (LastCall & { readonly script: string; readonly line: string }) | null {
  const named = lastNamed(audit);
  return named === null || named.call === null
    ? null
    : { ...named.call, script: named.script, line: named.line };
}

/** The last place at which a file is named that the release was seen to write by such a line. */
function lastNamed({ rehearsals, repository }: Situation["audit"]): NamedFile | null {
  const found = rehearsals.flatMap(({ writes }) =>
    writes.flatMap(({ path, origin }) => {
      const text = origin === null ? null : repository.read(origin.path);
      if (origin === null || text === null || scriptKind(origin.path, text) !== "shell") return [];
      const lines = repository.lines(origin.path);
      const line = lines.lineText(origin.line);
      const at = lines.start(origin.line) + origin.column - 1;
      return namedIn(text, path, at).map((one) => ({ ...one, line, script: origin.path }));
    }),
  );
  return found.at(-1) ?? null;
}

/** Where a script names a file that it writes at an offset. */
function namedIn(text: string, path: string, at: number): Omit<NamedFile, "script" | "line">[] {
  const { commands, errors } = parseScript(text);
  if (errors !== undefined) return [];
  const functions = new Set<string>();
  const loops: For[] = [];
  const calls: Command[] = [];
  const read = (node: SyntaxNode): void => {
    if (node.type === "Command") calls.push(node);
    if (node.pos <= at && at < node.end) {
      if (node.type === "Function") functions.add(node.name.text);
      if (node.type === "For") loops.push(node);
    }
    forEachChild(node, read);
  };
  for (const statement of commands) read(statement);
  return [
    ...loops.flatMap(({ wordlist = [] }) => wordIn(wordlist, path)),
    ...calls.flatMap((call) => (functions.has(call.name?.value ?? "") ? callOf(call, text, path) : [])),
  ];
}

/** A word beside those of a loop. */
function wordIn(words: readonly Word[], path: string): Omit<NamedFile, "script" | "line">[] {
  const last = words.at(-1);
  if (last === undefined || !words.some((word) => names(word, path))) return [];
  const span = { start: last.end, end: last.end };
  return [{ call: null, says: "adds", naming: (other) => ({ span, text: ` ${shellWord(other)}` }) }];
}

/** A call beside one that stands on a line of its own. */
function callOf(call: Command, text: string, path: string): Omit<NamedFile, "script" | "line">[] {
  const words = call.args.filter((arg): arg is Word => arg.type === "Word");
  const file = words.find((word) => names(word, path));
  const start = text.lastIndexOf("\n", call.pos - 1) + 1;
  const end = text.indexOf("\n", call.end);
  const isAlone = `${text.slice(start, call.pos)}${text.slice(call.end, end)}`.trim() === "";
  if (file === undefined || end === -1 || !isAlone) return [];
  const naming: NamedFile["naming"] = (other) => ({
    span: { start: end + 1, end: end + 1 },
    text: `${text.slice(start, file.pos)}${shellWord(other)}${text.slice(file.end, end)}\n`,
  });
  const says = `adds a call of ${call.name?.text ?? "a function"} for`;
  const variables = words.flatMap(
    ({ text: word }) => /^"?(\$(?:[A-Za-z_]\w*|\{\w+\}))"?$/.exec(word)?.[1] ?? [],
  );
  return [{ call: { indent: text.slice(start, call.pos), variables, next: end + 1 }, says, naming }];
}

/** True for a word that is a path as it stands there. */
function names({ value }: Word, path: string): boolean {
  return posix.normalize(value) === path;
}
