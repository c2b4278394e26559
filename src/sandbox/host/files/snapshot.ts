import type { FileNode, FolderNode, Tree, TreeNode } from "./tree.ts";

/** A state to come back to. */
export interface Snapshot {
  restore(): void;
}

/** The tree as it is now. The same nodes are filled again, because files that are open know theirs. */
export function snapshotOf(tree: Tree): Snapshot {
  const folders: { folder: FolderNode; entries: [string, TreeNode][] }[] = [];
  const files: { file: FileNode; copy: FileNode }[] = [];
  const visit = (folder: FolderNode) => {
    const entries = [...folder.entries];
    folders.push({ folder, entries });
    for (const [, node] of entries) {
      if (node.kind === "folder") visit(node);
      else if (node.kind === "file") files.push({ file: node, copy: { ...node } });
    }
  };
  visit(tree.root);
  return {
    restore() {
      for (const { folder, entries } of folders) {
        folder.entries.clear();
        for (const [name, node] of entries) folder.entries.set(name, node);
      }
      for (const { file, copy } of files) Object.assign(file, copy);
    },
  };
}
