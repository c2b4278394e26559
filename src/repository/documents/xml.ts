/** An attribute as it is written, its value without entities. */
export interface XmlAttribute {
  readonly name: string;
  value: string;
}

export interface XmlElement {
  readonly kind: "element";
  /** With its prefix. */
  readonly name: string;
  /** The namespace that the name belongs to; `""` for none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: XmlElement | null;
  children: XmlNode[];
  /** The UTF-16 offset of its start tag. */
  readonly offset: number;
  /** Where its content is written: behind the start tag, before the end tag. */
  content: { start: number; end: number };
}

export type XmlNode =
  | XmlElement
  | { readonly kind: "text"; text: string }
  /** A comment, a processing instruction, a CDATA section or a document type, as it is written. */
  | { readonly kind: "markup"; readonly source: string };

/** A text that is no well-formed XML. */
export class MalformedXml extends Error {}

const longestXml = 4_000_000;
const deepestElement = 500;
const attributePattern = /(?<=[\s"'])([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const namePattern = /^[^\s/>]+/;

/** Parses XML 1.0 without its document type. Throws a MalformedXml. */
export function parseXml(text: string): XmlNode[] {
  if (text.length > longestXml) throw new MalformedXml("is too long");
  const root: XmlNode[] = [];
  let open: XmlElement | null = null;
  let depth = 0;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const siblings: XmlNode[] = open?.children ?? root;
    if (text.charAt(at) !== "<") {
      const end = indexOr(text, "<", at, text.length);
      siblings.push({ kind: "text", text: decoded(text.slice(at, end)) });
      at = end;
      continue;
    }
    const markup = markupEnd(text, at);
    if (markup !== null) {
      siblings.push({ kind: "markup", source: text.slice(at, markup) });
      at = markup;
      continue;
    }
    const end = tagEnd(text, at);
    if (text.startsWith("</", at)) {
      const name = text.slice(at + 2, end).trim();
      if (open === null || open.name !== name) throw new MalformedXml(`closes ${name}, which is not open`);
      open.content.end = at;
      open = open.parent;
      depth -= 1;
    } else {
      const isEmpty = text.charAt(end - 1) === "/";
      const element = elementOf(text.slice(at + 1, isEmpty ? end - 1 : end), at, end + 1, open);
      siblings.push(element);
      if (!isEmpty) {
        open = element;
        depth += 1;
        if (depth > deepestElement) throw new MalformedXml("is nested too deep");
      }
    }
    at = end + 1;
  }
  if (open !== null) throw new MalformedXml(`does not close ${open.name}`);
  return root;
}

function indexOr(text: string, sought: string, from: number, otherwise: number): number {
  const index = text.indexOf(sought, from);
  return index === -1 ? otherwise : index;
}

/** Where a piece of markup ends that is no tag; null for a tag. */
function markupEnd(text: string, at: number): number | null {
  const kinds: readonly (readonly [string, string])[] = [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
    ["<!", ">"],
  ];
  const kind = kinds.find(([start]) => text.startsWith(start, at));
  if (kind === undefined) return null;
  const end = text.indexOf(kind[1], at);
  if (end === -1) throw new MalformedXml(`does not end what ${kind[0]} starts`);
  return end + kind[1].length;
}

/** The `>` of a tag; one in an attribute does not count. */
function tagEnd(text: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at;
  }
  throw new MalformedXml("does not end a tag");
}

function elementOf(
  source: string,
  offset: number,
  contentStart: number,
  parent: XmlElement | null,
): XmlElement {
  const name = namePattern.exec(source)?.[0];
  if (name === undefined) throw new MalformedXml("has a tag without a name");
  const attributes = [...source.slice(name.length).matchAll(attributePattern)].map(
    ([, name = "", double, single]) => ({ name, value: decoded(double ?? single ?? "") }),
  );
  const bare = { kind: "element", name, attributes, parent, children: [], offset } as const;
  const content = { start: contentStart, end: contentStart };
  return { ...bare, children: [], content, namespace: namespaceOf(name, attributes, parent) };
}

function namespaceOf(name: string, attributes: readonly XmlAttribute[], parent: XmlElement | null): string {
  const prefix = name.includes(":") ? name.slice(0, name.indexOf(":")) : "";
  const declaration = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  let own: readonly XmlAttribute[] | undefined = attributes;
  let element = parent;
  while (own !== undefined) {
    const declared = own.find((attribute) => attribute.name === declaration);
    if (declared !== undefined) return declared.value;
    own = element?.attributes;
    element = element?.parent ?? null;
  }
  return "";
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,10}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The text of an element, that of the elements below it included. */
export function textContent(node: XmlNode): string {
  if (node.kind === "text") return node.text;
  if (node.kind === "markup") return node.source.startsWith("<![CDATA[") ? node.source.slice(9, -3) : "";
  return node.children.map(textContent).join("");
}
