import type { KeyPath } from "../document.ts";
import type { Field } from "./field.ts";

/**
 * The elements or attributes of an XML document at a path, such as `project/version` or `widget@version`; a path that
 * begins with `//` is meant at any depth. Names are compared without their namespaces. What does not close is read as
 * far as it goes, so that a template is read, too.
 */
export function elementFields(text: string, path: string): Field[] {
  const [elements = "", attribute] = path.split("@");
  const isAnywhere = elements.startsWith("//");
  const steps = elements.replace("//", "").split("/");
  const found: Field[] = [];
  for (const node of nodesOf(text)) {
    const names = node.scope.filter((step) => typeof step === "string");
    const own = isAnywhere ? names.slice(-steps.length) : names;
    if (own.length !== steps.length || !steps.every((step, at) => step === own[at])) continue;
    if (attribute === undefined) {
      if (node.content !== null) found.push(field(text, node.content, node.scope));
      continue;
    }
    const value = node.attributes.get(attribute);
    if (value !== undefined) found.push(field(text, value, node.scope));
  }
  return found;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function field(text: string, range: Range, scope: KeyPath): Field {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { value: text.slice(start, end), span: { start, end }, keyPath: null, scope };
}

interface Node {
  /** The names from the root to the element, each followed by its place among all elements of its parent. */
  readonly scope: KeyPath;
  readonly attributes: ReadonlyMap<string, Range>;
  /** The text of an element that holds no other; null for one that has none. */
  readonly content: Range | null;
}

/** A comment, a section of text, a declaration, or a tag. */
const markup = /<!--|<!\[CDATA\[|<[?!]|<(\/?)([A-Za-z_][\w.:-]{0,100})/g;

/** The elements of the last text that was asked for: a manifest has several fields. */
let last: { readonly text: string; readonly nodes: readonly Node[] } = { text: "", nodes: [] };

function nodesOf(text: string): readonly Node[] {
  if (last.text !== text) last = { text, nodes: readNodes(text) };
  return last.nodes;
}

function readNodes(text: string): Node[] {
  const nodes: Node[] = [];
  const open: { name: string; children: number }[] = [];
  let scope: (string | number)[] = [];
  markup.lastIndex = 0;
  for (let match = markup.exec(text); match !== null; match = markup.exec(text)) {
    const [all, closing, written] = match;
    if (written === undefined) {
      const end = text.indexOf(all === "<!--" ? "-->" : all === "<![CDATA[" ? "]]>" : ">", markup.lastIndex);
      if (end === -1) break;
      markup.lastIndex = end + 1;
      continue;
    }
    const name = written.slice(written.lastIndexOf(":") + 1);
    const { attributes, end } = readTag(text, markup.lastIndex);
    if (end === -1) break;
    markup.lastIndex = end + 1;
    if (closing === "/") {
      const at = open.findLastIndex((element) => element.name === name);
      if (at !== -1) {
        open.length = at;
        scope = scope.slice(0, at * 2);
      }
      continue;
    }
    const parent = open.at(-1);
    const own = [...scope, name, parent === undefined ? 0 : parent.children++];
    const isEmpty = text.charAt(end - 1) === "/";
    nodes.push({ scope: own, attributes, content: isEmpty ? null : contentAt(text, end + 1) });
    if (isEmpty) continue;
    open.push({ name, children: 0 });
    scope = own;
  }
  return nodes;
}

/** The text up to the next tag, if that closes the element; null where the element holds others. */
function contentAt(text: string, start: number): Range | null {
  const end = text.indexOf("<", start);
  return end !== -1 && text.startsWith("</", end) && end > start ? { start, end } : null;
}

const attribute = /([A-Za-z_][\w.:-]{0,100})\s{0,20}=\s{0,20}(?:"([^"]{0,1000})"|'([^']{0,1000})')|>/dy;

/** The attributes of a tag, and where it ends; -1 when it does not. */
function readTag(text: string, from: number): { attributes: Map<string, Range>; end: number } {
  const attributes = new Map<string, Range>();
  for (let at = from; at < text.length; at++) {
    const first = text.charCodeAt(at);
    if (first === greater) return { attributes, end: at };
    if (first === less) return { attributes, end: at - 1 };
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    if (match === null) continue;
    const value = match.indices?.[2] ?? match.indices?.[3];
    const name = match[1] ?? "";
    if (value !== undefined)
      attributes.set(name.slice(name.lastIndexOf(":") + 1), { start: value[0], end: value[1] });
    at = attribute.lastIndex - 1;
  }
  return { attributes, end: -1 };
}

const greater = ">".charCodeAt(0);
const less = "<".charCodeAt(0);
