import { AuditError } from "../../../audit-error.ts";
import type { Repository } from "../../../repository/repository.ts";
import {
  type ChangeListener,
  checkWritable,
  copyFile,
  copyTree,
  type Disk,
  makeFolder,
  makeHardLink,
  makeLink,
  remove,
  removeFile,
  removeFolder,
  rename,
  setMode,
  type WriteMode,
  writeFile,
} from "./changes.ts";
import { Identities } from "./identities.ts";
import { newPipe, OpenFile, type Pipe, readerOf } from "./open-file.ts";
import { treeOf } from "./repository-tree.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";
import { SystemError } from "./system-error.ts";
import { entryNames, type FileNode, filesBelow, type Tree, type TreeNode } from "./tree.ts";
import { toVirtualPath, virtualRoot } from "./virtual-path.ts";

/** What `stat` and `lstat` tell. `size` is in bytes, of a link that of its target as written. */
export interface Status {
  readonly kind: TreeNode["kind"];
  readonly size: number;
  readonly mode: number;
  /** The number of what is there, which nothing else has; a file that has been written is another. */
  readonly identity: number;
}

/**
 * The copy-on-write view of the repository that the script works on. Files are read from the repository when they are
 * first asked for; whatever is written stays in memory. It is the one door to the files: everything that an interpreter
 * or a program changes goes through its methods, so that the record misses nothing. Nothing exists outside of the root
 * except `/tmp` and the home folder.
 */
export class Overlay {
  readonly #tree: Tree;
  readonly #disk: Disk;
  readonly #repository: Repository;
  readonly #identities = new Identities();

  /** `changed` is told of everything that is written, removed or moved. */
  constructor(repository: Repository, changed: ChangeListener) {
    this.#repository = repository;
    this.#tree = treeOf(repository);
    this.#disk = { tree: this.#tree, bytes: (node, path) => this.#bytes(node, path), changed };
  }

  /** What is at the path; null when nothing is. A link at the end counts as what it leads to, unless told otherwise. */
  kindOf(path: string, follow = true): TreeNode["kind"] | null {
    return this.#tree.find(path, follow)?.kind ?? null;
  }

  /** The path of what is there, with every link on the way resolved. Throws a SystemError. */
  realPath(path: string): string {
    const place = this.#tree.place(path, "realpath");
    if (place.node === null) throw new SystemError("ENOENT", "realpath", path);
    return place.path;
  }

  /** Where a link leads, as it is written. Throws a SystemError for anything else. */
  linkTarget(path: string): string {
    const { node } = this.#tree.place(path, "readlink", false);
    if (node === null) throw new SystemError("ENOENT", "readlink", path);
    if (node.kind !== "link") throw new SystemError("EINVAL", "readlink", path);
    return node.target;
  }

  /** The absolute paths of all files below the root, sorted folder by folder. */
  files(): string[] {
    return [...filesBelow(this.#tree.ensureFolder(virtualRoot), virtualRoot)].map(({ path }) => path);
  }

  /** Throws a SystemError when the path is not a readable file. */
  read(path: string): Uint8Array {
    const { node } = this.#tree.place(path, "open");
    if (node === null) throw new SystemError("ENOENT", "open", path);
    if (node.kind !== "file") throw new SystemError("EISDIR", "read", path);
    return this.#bytes(node, path);
  }

  /** The bytes that a file had before the rehearsal; null when the repository has no such file. */
  original(path: string): Uint8Array | null {
    return this.#repository.has(path) ? this.#load(path, toVirtualPath(path)) : null;
  }

  /** Throws a SystemError when nothing is there. */
  status(path: string, follow: boolean): Status {
    const syscall = follow ? "stat" : "lstat";
    const { node } = this.#tree.place(path, syscall, follow);
    if (node === null) throw new SystemError("ENOENT", syscall, path);
    const identity = this.#identities.of(node);
    if (node.kind === "folder") return { kind: "folder", size: 4096, mode: 0o40755, identity };
    if (node.kind === "link") return { kind: "link", size: node.target.length, mode: 0o120777, identity };
    return { kind: "file", size: this.#bytes(node, path).length, mode: 0o100000 | node.mode, identity };
  }

  /** The names in a folder with their kinds, sorted by code unit. Throws a SystemError for anything else. */
  entries(path: string): { name: string; kind: TreeNode["kind"] }[] {
    const { node } = this.#tree.place(path, "scandir");
    if (node === null) throw new SystemError("ENOENT", "scandir", path);
    if (node.kind !== "folder") throw new SystemError("ENOTDIR", "scandir", path);
    return entryNames(node).map((name) => ({ name, kind: node.entries.get(name)?.kind ?? "file" }));
  }

  /** Writes a file; see WriteMode for one that is there already. Throws a SystemError, as all changes do. */
  writeFile(path: string, bytes: Uint8Array, mode: WriteMode = "replace"): void {
    writeFile(this.#disk, path, bytes, mode);
  }

  /** The path of a file that can be written, with every link on the way resolved. */
  checkWritable(path: string): string {
    return checkWritable(this.#disk, path);
  }

  /** Removes a file or a link. */
  removeFile(path: string): void {
    removeFile(this.#disk, path);
  }

  /** Removes an empty folder, or with `recursive` a folder and what is in it. */
  removeFolder(path: string, recursive: boolean): void {
    removeFolder(this.#disk, path, recursive);
  }

  /** Removes whatever is there, as `fs.rm` does. */
  remove(path: string, options: { recursive: boolean; force: boolean }): void {
    remove(this.#disk, path, options);
  }

  /** Makes a folder; with `recursive` gives the path of the first that was missing, null when none was. */
  makeFolder(path: string, recursive: boolean): string | null {
    return makeFolder(this.#disk, path, recursive);
  }

  /** Moves a file, a link or a folder, over a file, a link or an empty folder when there is one. */
  rename(from: string, to: string): void {
    rename(this.#disk, from, to);
  }

  /** Copies a file, a link's target when it is one. */
  copyFile(from: string, to: string, mode: WriteMode = "replace"): void {
    copyFile(this.#disk, from, to, mode);
  }

  /** Copies a file or a folder with everything in it; without `overwrite` files that are there stay as they are. */
  copyTree(from: string, to: string, overwrite: boolean): void {
    copyTree(this.#disk, from, to, overwrite);
  }

  /** Gives a file a further name. */
  makeHardLink(from: string, to: string): void {
    makeHardLink(this.#disk, from, to);
  }

  /** Makes a symbolic link at `path`. */
  makeLink(target: string, path: string): void {
    makeLink(this.#disk, target, path);
  }

  /** Sets the permission bits of a file; a folder has none here. */
  setMode(path: string, mode: number): void {
    setMode(this.#disk, path, mode);
  }

  /** Opens a file to write into it bit by bit. */
  open(path: string, append: boolean): OpenFile {
    return new OpenFile(this.#disk, path, append);
  }

  /** The bytes that a file holds when they are asked for, even when another has taken its place. Throws a SystemError. */
  reader(path: string): () => Uint8Array {
    return readerOf(this.#disk, path);
  }

  /** A file by which two programs pass something on. */
  pipe(): Pipe {
    return newPipe(this.#disk);
  }

  /** Everything as it is now, to come back to. */
  snapshot(): Snapshot {
    return snapshotOf(this.#tree);
  }

  #bytes(node: FileNode, path: string): Uint8Array {
    if (node.source !== null) {
      node.bytes = this.#load(node.source, path);
      node.source = null;
    }
    return node.bytes;
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
