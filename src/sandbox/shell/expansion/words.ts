import type { Word, WordPart } from "unbash";
import type { Shell } from "../shell.ts";
import { parseText, parseWord } from "../syntax.ts";
import { expandBraces } from "./braces.ts";
import { splitFields } from "./fields.ts";
import { expandParameter } from "./parameter.ts";
import { isPathPattern, pathsMatching } from "./paths.ts";
import {
  bare,
  bareText,
  expanded,
  inDocument,
  type Piece,
  patternOf,
  quoted,
  quotedText,
  textOf,
} from "./pieces.ts";
import { asDocument, asFields, asText, betweenQuotes, type Standing } from "./standing.ts";
import { withTilde } from "./tilde.ts";

/** The words that a word becomes: braces, expansions, splitting, names of files. */
export function expandWord(shell: Shell, word: Word): string[] {
  const { vars } = shell;
  return bracedWords(shell, word).flatMap((one) => {
    const pieces = piecesOfWord(shell, one, asFields);
    const fields = splitFields(pieces, vars.text("IFS") ?? " \t\n");
    return fields.flatMap(({ text, pattern }) => (pattern === null ? [text] : pathsOf(shell, pattern, text)));
  });
}

/** The one text that a word becomes in an assignment, behind a redirection, and as the word of `case`. */
export function expandToText(shell: Shell, word: Word): string {
  return textOf(piecesOfWord(shell, word, asText));
}

/** The text of the value of an assignment, in which a tilde may also stand behind a colon. */
export function expandAssigned(shell: Shell, word: Word): string {
  return textOf(withTilde(shell, partsOf(word), true, (parts) => piecesOfParts(shell, parts, asText)));
}

/** A word as a pattern. */
export function expandToPattern(shell: Shell, word: Word): string {
  return patternOf(piecesOfWord(shell, word, asText));
}

/** A text that is expanded as a here-document is: prompts, subscripts, arithmetic. */
export function expandText(shell: Shell, text: string): string {
  if (!/[$`\\]/.test(text)) return text;
  const document = parseText(text);
  if (document === null) return shell.stop(`the shell cannot read \`${text}\``);
  return shell
    .within(text, () => expandDocument(shell, document.body.text, document.body.parts))
    .slice(0, -1);
}

/** The text of a here-document whose delimiter is not quoted. */
export function expandDocument(shell: Shell, text: string, parts: readonly WordPart[] | undefined): string {
  if (parts === undefined) return quotedText(text, inDocument);
  return textOf(piecesOfParts(shell, parts, asDocument));
}

export function piecesOfWord(shell: Shell, word: Word, standing: Standing): Piece[] {
  if (standing.isQuoted) {
    if (word.parts === undefined) return [quoted(quotedText(word.text, standing.escapes))];
    return piecesOfParts(shell, word.parts, standing);
  }
  return withTilde(shell, partsOf(word), false, (parts) => piecesOfParts(shell, parts, standing));
}

function piecesOfParts(shell: Shell, parts: readonly WordPart[], standing: Standing): Piece[] {
  return parts.flatMap((part) => piecesOfPart(shell, part, standing));
}

/** The parts of a word; one without any is a single literal. */
function partsOf(word: Word): readonly WordPart[] {
  if (word.parts !== undefined) return word.parts;
  const { text, value, pos, end } = word;
  return text === "" ? [] : [{ type: "Literal", text, value, pos, end }];
}

function piecesOfPart(shell: Shell, part: WordPart, standing: Standing): Piece[] {
  const { isQuoted } = standing;
  switch (part.type) {
    case "Literal":
      return isQuoted ? [quoted(quotedText(part.text, standing.escapes))] : bareText(part.text);
    case "AnsiCQuoted":
      // To sh it is a dollar and what stands between quotes.
      if (isQuoted) return [quoted(part.text)];
      return [quoted(shell.isBash ? part.value : `$${part.text.slice(2, -1)}`)];
    case "SingleQuoted":
      // In the operand of an expansion in a here-document such quotes are characters like all others.
      return [quoted(isQuoted ? expandText(shell, part.text) : part.value)];
    case "DoubleQuoted":
    case "LocaleString":
      return quotedPieces(shell, part.parts);
    case "SimpleExpansion":
      return expandParameter(shell, { parameter: part.text.slice(1), pos: part.pos }, standing);
    case "ParameterExpansion":
      return expandParameter(shell, part, standing);
    case "CommandExpansion":
      return [expanded(shell.substitute(part), isQuoted)];
    case "ArithmeticExpansion":
      return [expanded(shell.arithmetic(arithmeticText(part.text)), isQuoted)];
    case "ProcessSubstitution":
      return [quoted(shell.substituteProcess(part))];
    case "Glob":
      if (part.kind !== "bracket") return [isQuoted ? quoted(part.text) : bare(part.text)];
      return enclosed(["[", "]"], piecesOfParts(shell, part.parts, standing));
    case "ExtendedGlob": {
      shell.needsExtendedPatterns(part.text);
      const opening = `${part.operator}(`;
      return part.parts === undefined
        ? [bare(opening), ...bareText(part.pattern), bare(")")]
        : enclosed([opening, ")"], piecesOfParts(shell, part.parts, standing));
    }
    case "BraceExpansion":
      return part.parts === undefined
        ? bareText(part.text)
        : enclosed(["{", "}"], piecesOfParts(shell, part.parts, standing));
  }
}

function enclosed([opening, closing]: readonly [string, string], pieces: readonly Piece[]): Piece[] {
  return [bare(opening), ...pieces, bare(closing)];
}

/** Quotes make a word even of nothing, except where all that stands between them is an empty `$@`. */
function quotedPieces(shell: Shell, parts: readonly WordPart[]): Piece[] {
  const pieces = piecesOfParts(shell, parts, betweenQuotes);
  const isNoWord = pieces.length === 0 && parts.length > 0;
  return isNoWord ? [] : [quoted(""), ...pieces];
}

function arithmeticText(text: string): string {
  return text.startsWith("$[") ? text.slice(2, -1) : text.slice(3, -2);
}

function bracedWords(shell: Shell, word: Word): Word[] {
  const hasBraces = word.parts?.some(({ type }) => type === "BraceExpansion") || word.text.includes("{");
  if (!hasBraces || !shell.expandsBraces) return [word];
  const hidden = expansionsOf(word.parts ?? []);
  const texts = shell.bounded(() => expandBraces(withoutExpansions(word, hidden)));
  if (texts.length === 1) return [word];
  return texts
    .filter((text) => text !== "")
    .map((text) =>
      text.replace(standIns, (one) => hidden[(one.codePointAt(0) ?? 0) - firstStandIn]?.text ?? one),
    )
    .map((text) => parseWord(text) ?? shell.stop(`the shell cannot read \`${text}\``));
}

/** Characters of no meaning, one for each expansion whose own braces are not those of the word. */
const firstStandIn = 0xf0000;
const standIns = /[\u{f0000}-\u{fffff}]/gu;

function withoutExpansions({ text, pos }: Word, expansions: readonly WordPart[]): string {
  return expansions.reduceRight((shown, part, index) => {
    const [start, end] = [part.pos - pos, part.end - pos];
    return shown.slice(0, start) + String.fromCodePoint(firstStandIn + index) + shown.slice(end);
  }, text);
}

function expansionsOf(parts: readonly WordPart[]): WordPart[] {
  return parts.flatMap((part) => {
    if (part.type === "BraceExpansion") return expansionsOf(part.parts ?? []);
    return part.type === "CommandExpansion" || part.type === "ProcessSubstitution" ? [part] : [];
  });
}

function pathsOf(shell: Shell, pattern: string, text: string): string[] {
  if (shell.options.has("noglob")) return [text];
  const options = {
    extended: shell.shopt.has("extglob"),
    ignoreCase: shell.shopt.has("nocaseglob"),
    dots: shell.shopt.has("dotglob"),
    deep: shell.shopt.has("globstar"),
  };
  if (!isPathPattern(pattern, options)) return [text];
  const found = pathsMatching(shell.host.overlay, shell.cwd, pattern, options);
  if (namesFiles(text)) shell.host.globbed(text, shell.cwd, found);
  if (found.length > 0) return found;
  if (shell.shopt.has("failglob")) return shell.fail(`no match: ${text}`);
  return shell.shopt.has("nullglob") ? [] : [text];
}

/**
 * True for a pattern that can only be meant for files. A shell tries every word that has a `*` or a `[`, such as `[` itself
 * and the scripts in `npm-run-all check:*`, and hands on as it is what matches none.
 */
function namesFiles(text: string): boolean {
  return /[/.]/u.test(text);
}
