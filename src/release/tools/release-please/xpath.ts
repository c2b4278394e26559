import {
  textContent,
  type XmlAttribute,
  type XmlElement,
  type XmlNode,
} from "../../../repository/documents/xml.ts";
import { type Candidate, passes } from "./xpath-predicate.ts";
import { parseXPath, type XPathStep } from "./xpath-steps.ts";

/** The document, above its root element. */
interface XmlRoot {
  readonly kind: "root";
  readonly children: readonly XmlNode[];
}

interface XmlAttributeNode {
  readonly kind: "attribute";
  readonly attribute: XmlAttribute;
  readonly owner: XmlElement;
}

export type XPathNode = XmlRoot | XmlNode | XmlAttributeNode;

/**
 * The nodes that an XPath 1.0 location path leads to: child, descendant, parent, attribute and following-sibling steps
 * with predicates. As in the package `xpath` without declared prefixes, a plain name means an element of no namespace.
 * Throws an UnknownPath for more than that.
 */
export function selectXPath(nodes: readonly XmlNode[], path: string): readonly XPathNode[] {
  const root: XmlRoot = { kind: "root", children: nodes };
  return follow([root], parseXPath(path), root);
}

function follow(
  start: readonly XPathNode[],
  steps: readonly XPathStep[],
  root: XmlRoot,
): readonly XPathNode[] {
  return steps.reduce((found, step) => [...new Set(found.flatMap((node) => take(node, step, root)))], start);
}

function take(node: XPathNode, step: XPathStep, root: XmlRoot): readonly XPathNode[] {
  return step.predicates.reduce(
    (kept, predicate) => {
      const count = kept.length;
      return kept.filter((each, index) => passes(candidateOf(each, index + 1, count, root), predicate));
    },
    reached(node, step, root),
  );
}

function candidateOf(node: XPathNode, position: number, count: number, root: XmlRoot): Candidate {
  return {
    position,
    count,
    name: node.kind === "attribute" ? node.attribute.name : node.kind === "element" ? node.name : "",
    stringsAt: (path) => follow([path.startsWith("/") ? root : node], parseXPath(path), root).map(stringOf),
  };
}

function reached(node: XPathNode, step: XPathStep, root: XmlRoot): readonly XPathNode[] {
  if (step.axis === "self") return [node];
  if (step.axis === "parent") return [parentOf(node, root)];
  if (step.axis === "attribute") return attributesOf(node).filter((each) => isNamed(each, step.name));
  if (step.axis === "following-sibling")
    return siblingsAfter(node, root).filter((each) => isNamed(each, step.name));
  const children = childrenOf(node);
  if (step.axis === "child") return children.filter((each) => isNamed(each, step.name));
  return descendants(node);
}

function descendants(node: XPathNode): XPathNode[] {
  return [node, ...childrenOf(node).flatMap(descendants)];
}

function childrenOf(node: XPathNode): readonly XmlNode[] {
  return node.kind === "root" || node.kind === "element" ? node.children : [];
}

function parentOf(node: XPathNode, root: XmlRoot): XPathNode {
  if (node.kind === "attribute") return node.owner;
  return node.kind === "element" ? (node.parent ?? root) : root;
}

function siblingsAfter(node: XPathNode, root: XmlRoot): readonly XmlNode[] {
  if (node.kind === "root" || node.kind === "attribute") return [];
  const siblings = childrenOf(parentOf(node, root));
  return siblings.slice(siblings.indexOf(node) + 1);
}

function attributesOf(node: XPathNode): XmlAttributeNode[] {
  if (node.kind !== "element") return [];
  return node.attributes.map((attribute) => ({ kind: "attribute", attribute, owner: node }));
}

function isNamed(node: XPathNode, name: string): boolean {
  if (name === "node()") return true;
  if (name === "text()") return node.kind === "text";
  if (node.kind === "attribute") return name === "*" || node.attribute.name === name;
  if (node.kind !== "element") return false;
  return name === "*" || (node.name === name && node.namespace === "");
}

/** The string value of a node. */
export function stringOf(node: XPathNode): string {
  if (node.kind === "attribute") return node.attribute.value;
  return node.kind === "root" ? node.children.map(textContent).join("") : textContent(node);
}
