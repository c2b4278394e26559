import { AuditError } from "../../../audit-error.ts";
import type { Repository } from "../../../repository/repository.ts";
import { SystemError } from "./system-error.ts";
import { entryNames, type FileNode, newFile, newFolder, Tree, type TreeNode } from "./tree.ts";
import { homeFolder, temporaryFolder, toVirtualPath, virtualRoot } from "./virtual-path.ts";

/** Told of every change of a file: its absolute virtual path and its bytes before and after. */
export type ChangeListener = (path: string, before: Uint8Array | null, after: Uint8Array | null) => void;

/** What `stat` and `lstat` tell. `size` is in bytes, of a link that of its target as written. */
export interface Status {
  readonly kind: TreeNode["kind"];
  readonly size: number;
  readonly mode: number;
}

/**
 * The copy-on-write view of the repository that the script works on. Files are read from the repository when they are
 * first asked for; whatever is written stays in memory. Nothing exists outside of the root except `/tmp` and the home folder.
 */
export class Overlay {
  readonly tree = new Tree();
  readonly changed: ChangeListener;
  readonly #repository: Repository;

  constructor(repository: Repository, changed: ChangeListener) {
    this.#repository = repository;
    this.changed = changed;
    this.tree.ensureFolder(temporaryFolder);
    this.tree.ensureFolder(homeFolder);
    this.tree.ensureFolder(virtualRoot);
    this.#fill();
  }

  /** Throws a SystemError when the path is not a readable file. */
  read(path: string): Uint8Array {
    const { node } = this.tree.place(path, "open");
    if (node === null) throw new SystemError("ENOENT", "open", path);
    if (node.kind !== "file") throw new SystemError("EISDIR", "read", path);
    return this.bytes(node, path);
  }

  /** The bytes of a file of the tree, loaded when they are first wanted. */
  bytes(node: FileNode, path: string): Uint8Array {
    if (node.source !== null) {
      node.bytes = this.#load(node.source, path);
      node.source = null;
    }
    return node.bytes;
  }

  /** The bytes that a file had before the rehearsal; null when the repository has no such file. */
  original(path: string): Uint8Array | null {
    return this.#repository.has(path) ? this.#load(path, toVirtualPath(path)) : null;
  }

  /** Throws a SystemError when nothing is there. */
  status(path: string, follow: boolean): Status {
    const syscall = follow ? "stat" : "lstat";
    const { node } = this.tree.place(path, syscall, follow);
    if (node === null) throw new SystemError("ENOENT", syscall, path);
    if (node.kind === "folder") return { kind: "folder", size: 4096, mode: 0o40755 };
    if (node.kind === "link") return { kind: "link", size: node.target.length, mode: 0o120777 };
    return { kind: "file", size: this.bytes(node, path).length, mode: 0o100000 | node.mode };
  }

  /** The names in a folder with their kinds, sorted by code unit. Throws a SystemError for anything else. */
  entries(path: string): { name: string; kind: TreeNode["kind"] }[] {
    const { node } = this.tree.place(path, "scandir");
    if (node === null) throw new SystemError("ENOENT", "scandir", path);
    if (node.kind !== "folder") throw new SystemError("ENOTDIR", "scandir", path);
    return entryNames(node).map((name) => ({ name, kind: node.entries.get(name)?.kind ?? "file" }));
  }

  #fill(): void {
    let folderPath = "";
    let folder = this.tree.ensureFolder(virtualRoot);
    const into = (path: string): string => {
      const slash = path.lastIndexOf("/");
      const parent = path.slice(0, Math.max(slash, 0));
      if (parent !== folderPath) {
        folder = this.tree.ensureFolder(toVirtualPath(parent));
        folderPath = parent;
      }
      return path.slice(slash + 1);
    };
    for (const path of this.#repository.paths) {
      const name = into(path);
      folder.entries.set(name, { kind: "file", source: path, bytes: new Uint8Array(), mode: 0o644 });
    }
    for (const [path, target] of this.#repository.links) {
      const name = into(path);
      folder.entries.set(name, { kind: "link", target });
    }
    this.#fillGitFolder();
  }

  /** Scripts look for `.git` to find the root. It holds nothing but HEAD. */
  #fillGitFolder(): void {
    const { git, root } = this.#repository;
    if (git !== null && git.topLevel !== root) return;
    const folder = newFolder();
    const head = git?.branch === null ? (git.head ?? "") : `ref: refs/heads/${git?.branch ?? "main"}`;
    folder.entries.set("HEAD", newFile(new TextEncoder().encode(`${head}\n`)));
    this.tree.ensureFolder(virtualRoot).entries.set(".git", folder);
  }

  #load(source: string, path: string): Uint8Array {
    try {
      return this.#repository.bytes(source);
    } catch (error) {
      if (error instanceof AuditError) throw new SystemError("EACCES", "open", path);
      throw error;
    }
  }
}
