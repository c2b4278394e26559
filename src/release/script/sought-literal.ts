import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import type { Origin, Rehearsal } from "../rehearsal.ts";
import { literalOf, literalsOf, type ScriptLiteral } from "./literals.ts";
import { nodesIn } from "./nodes.ts";
import { type Script, scriptAt } from "./read-script.ts";

/** A string (`flags` null) or a regular expression that a script must have written somewhere. */
export interface SoughtLiteral {
  readonly text: string;
  readonly flags: string | null;
}

/**
 * Where a script writes what it asked for. A rule in a table is asked for by one shared line of a loop, so its own
 * literal says more than that line. Of equal literals the nearest to the asking line counts, in its module before the
 * others; without one the asking line itself is the place.
 */
export function placeOfLiteral(
  sought: SoughtLiteral,
  origin: Origin,
  rehearsal: Rehearsal,
  repository: Repository,
): { readonly path: string; readonly span: Span } {
  for (const path of new Set([origin.path, ...rehearsal.modules])) {
    const script = scriptAt(repository, path);
    if (script === null) continue;
    const lines = repository.lines(path);
    const distance = ({ start }: Span) => Math.abs(lines.position(start).line - origin.line);
    const literals = literalsOf(script).filter(
      ({ text, flags }) => flags === sought.flags && isSame(text, sought),
    );
    const [nearest] = literals.map(({ span }) => span).sort((a, b) => distance(a) - distance(b));
    if (nearest !== undefined) return { path, span: nearest };
  }
  return (
    partOfPattern(sought, rehearsal, repository) ??
    placeInCommand(sought, origin, repository) ?? { path: origin.path, span: lineSpan(origin, repository) }
  );
}

/**
 * The item of a list that a script has built a pattern from, for example one name of a list of names: the longest text
 * that stands in the pattern as it is. Null for a text and where there is none.
 */
function partOfPattern(
  { text, flags }: SoughtLiteral,
  rehearsal: Rehearsal,
  repository: Repository,
): { readonly path: string; readonly span: Span } | null {
  if (flags === null) return null;
  const plain = text.replaceAll("\\", "");
  const parts = rehearsal.modules.flatMap((path) => {
    const script = scriptAt(repository, path);
    return script === null ? [] : listItemsOf(script).map((item) => ({ path, ...item }));
  });
  const [longest] = parts
    .filter((part) => part.text.length >= shortestPart && plain.includes(part.text))
    .sort((a, b) => b.text.length - a.text.length);
  return longest === undefined ? null : { path: longest.path, span: longest.span };
}

/** Shorter texts stand in many patterns by chance. */
const shortestPart = 4;

/** The strings that are items of list literals. */
function listItemsOf({ program }: Script): ScriptLiteral[] {
  return [...nodesIn(program)].flatMap((node) =>
    node.type !== "ArrayExpression"
      ? []
      : node.elements.flatMap((item) => {
          const literal = item === null ? null : literalOf(item);
          return literal === null || literal.flags !== null ? [] : [literal];
        }),
  );
}

/** A script names a file relative to some folder, which the question no longer tells apart from the path. */
function isSame(written: string, { text, flags }: SoughtLiteral): boolean {
  return written === text || (flags === null && written.includes("/") && text.endsWith(`/${written}`));
}

/** Where a command of a shell, which may go on over several lines, writes what it asks for; null where it makes it. */
function placeInCommand(
  { text }: SoughtLiteral,
  { path, line }: Origin,
  repository: Repository,
): { readonly path: string; readonly span: Span } | null {
  const content = repository.read(path);
  if (text === "" || content === null || !/\.(?:ba|da)?sh$/.test(path)) return null;
  const start = repository.lines(path).start(line);
  const end = /(?<!\\)(?:\n|$)/.exec(content.slice(start))?.index ?? 0;
  const command = content.slice(start, start + end);
  // Between slashes sed and perl write a slash with a backslash.
  const written = [text, text.replaceAll("/", "\\/")].find((each) => command.includes(each));
  if (written === undefined) return null;
  const at = start + command.indexOf(written);
  return { path, span: { start: at, end: at + written.length } };
}

function lineSpan(origin: Origin, repository: Repository): Span {
  if (!repository.has(origin.path)) return { start: 0, end: 0 };
  const lines = repository.lines(origin.path);
  if (origin.line > lines.lineCount) return { start: 0, end: 0 };
  const start = lines.start(origin.line) + origin.column - 1;
  return { start, end: start };
}
