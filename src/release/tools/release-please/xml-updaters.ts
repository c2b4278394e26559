import { MalformedXml, parseXml, type XmlNode } from "../../../repository/documents/xml.ts";
import { writeXml } from "../shared/values/write-xml.ts";
import { Inapplicable, type Updater } from "./update.ts";
import { selectXPath, stringOf, type XPathNode } from "./xpath.ts";

/** `src/updaters/generic-xml.ts`: what the path leads to becomes the version, and the document is written again. */
export function xmlPathUpdater(path: string): Updater {
  return (text, version) =>
    withXmlNodes(text, (nodes) => selectXPath(nodes, path).map((node) => ({ node, value: version.text })));
}

export interface XmlChange {
  readonly node: XPathNode;
  readonly value: string;
}

/**
 * Writes a document again whose nodes hold new texts, as `src/updaters/base-xml.ts` does; it stays as it is where every
 * node holds its text already.
 * @throws Inapplicable where it is no well-formed XML
 */
export function withXmlNodes(
  text: string,
  changes: (nodes: readonly XmlNode[]) => readonly XmlChange[],
): string {
  const nodes = parsed(text);
  const changed = changes(nodes).filter(({ node, value }) => stringOf(node) !== value);
  if (changed.length === 0) return text;
  for (const { node, value } of changed) {
    if (node.kind === "attribute") node.attribute.value = value;
    else if (node.kind === "text") node.text = value;
    else if (node.kind === "element") node.children = [{ kind: "text", text: value }];
  }
  const written = writeXml(nodes);
  return text.endsWith("\n") && !written.endsWith("\n") ? `${written}\n` : written;
}

function parsed(text: string): XmlNode[] {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof MalformedXml) throw new Inapplicable(`is no XML: it ${error.message}`);
    throw error;
  }
}
