import type { AnyNode, Node } from "acorn";

/** Every node below and including `root`, in the order of the text; `enter` says whether to go into a node. */
export function* nodesIn(root: AnyNode, enter: (node: AnyNode) => boolean = () => true): Generator<AnyNode> {
  const pending: AnyNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    if (!enter(node)) continue;
    for (const child of childrenOf(node).sort((a, b) => b.start - a.start)) pending.push(child);
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values<unknown>({ ...node })
    .flat()
    .filter(isNode);
}

/** Acorn types the fields of a node in many ways, but whatever has a type and offsets is one of its nodes. */
function isNode(value: unknown): value is AnyNode & Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;
}
