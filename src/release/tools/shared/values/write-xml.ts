import type { XmlNode } from "../../../../repository/documents/xml.ts";

/**
 * Writes a document as the serializer of `@xmldom/xmldom` 0.8 does: double quotes, no spaces at the end of a tag, nothing
 * between the tags of an empty element, single line feeds.
 */
export function writeXml(nodes: readonly XmlNode[]): string {
  return nodes.map(written).join("").replace(/\r\n?/g, "\n");
}

function written(node: XmlNode): string {
  if (node.kind === "markup") return node.source;
  if (node.kind === "text") return escaped(node.text);
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${quoted(value)}"`).join("");
  const start = `<${node.name}${attributes}`;
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(written).join("")}</${node.name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function quoted(value: string): string {
  return value
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\t/g, "&#x9;")
    .replace(/\n/g, "&#xA;")
    .replace(/\r/g, "&#xD;");
}
