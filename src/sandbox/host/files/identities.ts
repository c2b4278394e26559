import type { TreeNode } from "./tree.ts";

/** Numbers files, folders and links as an operating system does: what has one number is one, by whatever path. */
export class Identities {
  readonly #numbers = new WeakMap<TreeNode, number>();
  #count = 0;

  of(node: TreeNode): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#numbers.set(node, this.#count);
    return this.#count;
  }
}
