import { posix } from "node:path";
import { SystemError, type SystemErrorCode } from "./system-error.ts";
import { maxPathLength } from "./virtual-path.ts";

export interface FileNode {
  readonly kind: "file";
  /** The repository path from which the bytes are read on demand; null once they are in memory. */
  source: string | null;
  bytes: Uint8Array;
  mode: number;
  /** It stands, or has stood, under more than one name: what is written under one is read under all of them. */
  isShared?: boolean;
}

export interface FolderNode {
  readonly kind: "folder";
  readonly entries: Map<string, TreeNode>;
}

interface LinkNode {
  readonly kind: "link";
  readonly target: string;
}

export type TreeNode = FileNode | FolderNode | LinkNode;

/** A place in the tree: the folder that holds it, its name there, and what is there now. */
export interface Place {
  /** Absolute, with every link on the way resolved. */
  readonly path: string;
  readonly parent: FolderNode;
  readonly name: string;
  readonly node: TreeNode | null;
}

/** Linux gives up after as many links on the way. */
const maxLinks = 40;

/** A file system in memory. Paths are absolute, with `/`. */
export class Tree {
  readonly root: FolderNode = newFolder();

  /**
   * Finds a place. Links on the way are followed, a link at the end only with `follow`. The place itself may be
   * empty, but its folder must exist. Throws a SystemError with the given syscall.
   */
  place(path: string, syscall: string, follow = true): Place {
    const found = this.#walk(path, follow);
    if (typeof found === "string") throw new SystemError(found, syscall, path);
    return found;
  }

  /** What is at the path; null when nothing is, or when the way there does not exist. */
  find(path: string, follow = true): TreeNode | null {
    const found = this.#walk(path, follow);
    return typeof found === "string" ? null : found.node;
  }

  /** The place, or what is in its way: scripts look for what is not there so often that an error costs too much. */
  #walk(path: string, follow: boolean): Place | SystemErrorCode {
    if (path.length > maxPathLength) return "ENAMETOOLONG";
    let links = 0;
    let pending = names(path);
    let at: { folder: FolderNode; path: string }[] = [{ folder: this.root, path: "" }];
    for (;;) {
      const name = pending.shift();
      const here = at.at(-1);
      if (here === undefined) return "ENOENT";
      if (name === undefined)
        return { path: here.path || "/", parent: here.folder, name: ".", node: here.folder };
      if (name === "..") {
        at = at.length > 1 ? at.slice(0, -1) : at;
        continue;
      }
      const node = here.folder.entries.get(name) ?? null;
      const isLast = pending.length === 0;
      const below = `${here.path}/${name}`;
      if (node?.kind === "link" && (!isLast || follow)) {
        links += 1;
        if (links > maxLinks) return "ELOOP";
        if (node.target.startsWith("/")) at = at.slice(0, 1);
        pending = [...names(node.target), ...pending];
      } else if (isLast) {
        return { path: below, parent: here.folder, name, node };
      } else if (node === null) {
        return "ENOENT";
      } else if (node.kind !== "folder") {
        return "ENOTDIR";
      } else {
        at.push({ folder: node, path: below });
      }
    }
  }

  /** Makes the folder and those above it, for filling the tree; does not look at links. */
  ensureFolder(path: string): FolderNode {
    let folder = this.root;
    for (const name of names(path)) {
      const known = folder.entries.get(name);
      if (known?.kind === "folder") {
        folder = known;
      } else {
        const made = newFolder();
        folder.entries.set(name, made);
        folder = made;
      }
    }
    return folder;
  }
}

export function newFolder(): FolderNode {
  return { kind: "folder", entries: new Map() };
}

export function newFile(bytes: Uint8Array, mode = 0o644): FileNode {
  return { kind: "file", source: null, bytes, mode };
}

/** The entries of a folder in the order in which Node lists them: by code unit. */
export function entryNames(folder: FolderNode): string[] {
  return [...folder.entries.keys()].sort();
}

/** Every file below a folder, depth first, with its absolute path. */
export function* filesBelow(folder: FolderNode, path: string): Generator<{ path: string; node: FileNode }> {
  for (const name of entryNames(folder)) {
    const node = folder.entries.get(name);
    const below = posix.join(path, name);
    if (node?.kind === "file") yield { path: below, node };
    if (node?.kind === "folder") yield* filesBelow(node, below);
  }
}

/** `..` stays, because a link before it decides where it leads. */
function names(path: string): string[] {
  return path.split("/").filter((name) => name !== "" && name !== ".");
}
