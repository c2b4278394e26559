import { isMap, isNode, isPair, isScalar, isSeq, type Scalar, type Document as YamlDocument } from "yaml";
import type { Span } from "../text/span.ts";
import type { KeyPath } from "./document.ts";
import { type Margins, noMargins, oneQuote } from "./margins.ts";
import { deepestNesting, type ScalarList, tooDeep } from "./scalar-list.ts";
import { refuseLongerThan, Unparsable } from "./unparsable.ts";
import { parseYamlDocuments, type YamlOptions } from "./yaml-documents.ts";

/** The library takes about half a second for a million characters, and ten times that at worst. */
const longestText = 2_000_000;

const options: YamlOptions = {
  // Comparing each key with its siblings takes quadratic time, and every value of a repeated key is wanted.
  uniqueKeys: false,
  prettyErrors: false,
  strict: false,
  logLevel: "silent",
};

/**
 * Collects the values of all documents of a text, by the full grammar.
 * @throws Unparsable at the first error
 */
export function collectFullYaml(text: string, list: ScalarList): void {
  refuseLongerThan(longestText, text);
  const documents = parseYamlDocuments(text, options);
  const isSeveral = documents.filter(hasContent).length > 1;
  for (const [index, document] of documents.entries()) {
    refuseErrors(document);
    if (!hasContent(document)) continue;
    collect(document.contents, isSeveral ? [index] : [], { text, offset: 0, list });
  }
}

/**
 * Collects the values of some lines of a text, if they are a block mapping of their own.
 * @param path the key path of that mapping
 * @returns false when they are something else
 */
export function collectYamlPart(
  text: string,
  { start, end }: Span,
  path: KeyPath,
  list: ScalarList,
): boolean {
  if (end - start > longestText) return false;
  const part = text.slice(start, end);
  const [document, another] = parseYamlDocuments(part, options);
  if (document === undefined || another !== undefined || document.errors.length > 0) return false;
  if (!isMap(document.contents)) return false;
  collect(document.contents, path, { text, offset: start, list });
  return true;
}

/** A marker starts a document even where nothing follows it, as at the end of a text. */
function hasContent(document: YamlDocument): boolean {
  const { contents } = document;
  return contents !== null && !(isScalar(contents) && contents.value === null && contents.source === "");
}

function refuseErrors(document: YamlDocument): void {
  const error = document.errors[0];
  if (error === undefined) return;
  if (error.message.startsWith("Maximum call stack")) throw tooDeep(error.pos[0]);
  throw new Unparsable(error.message.charAt(0).toLowerCase() + error.message.slice(1), error.pos[0]);
}

interface Source {
  readonly text: string;
  /** Where in the text the part starts that the library was given. */
  readonly offset: number;
  readonly list: ScalarList;
}

function collect(node: unknown, path: KeyPath, source: Source): void {
  if (isScalar(node)) addScalar(node, path, source);
  if (!isMap(node) && !isSeq(node)) return;
  if (path.length > deepestNesting) throw tooDeep(source.offset + (node.range?.[0] ?? 0));
  for (const [index, item] of node.items.entries()) {
    if (isPair(item)) collect(item.value, [...path, keyOf(item.key, source)], source);
    else collect(item, [...path, index], source);
  }
}

/** A key keeps its spelling: `1.10:` is not the key `1.1`. A key that is a collection or an alias is its own text. */
function keyOf(key: unknown, { text, offset }: Source): string {
  if (isScalar(key)) return key.source ?? String(key.value);
  const range = isNode(key) ? key.range : null;
  return range ? text.slice(offset + range[0], offset + range[1]) : "";
}

function addScalar(node: Scalar, path: KeyPath, { text, offset, list }: Source): void {
  if (!node.range) throw new TypeError("a parsed YAML scalar has no range");
  const start = offset + node.range[0];
  const end = offset + node.range[1];
  list.add(path, plainValue(node), { start, end }, marginsOf(node, text.slice(start, end)));
}

function plainValue({ value, source }: Scalar): string | number | boolean | null {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain || value === null ? value : (source ?? String(value));
}

/** The content of a block scalar is its lines, with their indentation and without the line of `|` or `>`. */
function marginsOf({ type }: Scalar, written: string): Margins {
  if (type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE") return oneQuote;
  if (type === "PLAIN") return noMargins;
  const header = written.indexOf("\n") + 1;
  return { before: header === 0 ? written.length : header, after: 0 };
}
