import { posix } from "node:path";
import { checkWritable, type Disk, tellChange } from "./changes.ts";
import { SystemError } from "./system-error.ts";
import { type FileNode, newFile } from "./tree.ts";

/**
 * A file that is open for writing. It is emptied when it is opened, unless it is appended to, and whoever reads it
 * meanwhile sees what has been written; but all of it is told of as one change, when it is closed.
 */
export class OpenFile {
  /** With every link on the way resolved. */
  readonly path: string;
  readonly #disk: Disk;
  readonly #node: FileNode;
  readonly #before: Uint8Array | null;
  readonly #isAppended: boolean;

  /** Throws a SystemError. */
  constructor(disk: Disk, path: string, append: boolean) {
    this.#disk = disk;
    this.#isAppended = append;
    this.path = isPipe(path) ? path : checkWritable(disk, path);
    const place = disk.tree.place(this.path, "open");
    const file = place.node?.kind === "file" ? place.node : null;
    this.#before = file === null ? null : disk.bytes(file, this.path);
    // Whoever has the file open already sees it become empty.
    this.#node = file ?? newFile(new Uint8Array());
    if (!append) this.#node.bytes = new Uint8Array();
    if (file === null) place.parent.entries.set(place.name, this.#node);
  }

  append(bytes: Uint8Array): void {
    const { length } = this.#node.bytes;
    this.#node.bytes = length === 0 ? bytes : Buffer.concat([this.#node.bytes, bytes]);
  }

  /** Gives the file back what it held before it was opened. */
  giveBack(): void {
    if (!this.#isThere) return;
    const place = this.#disk.tree.place(this.path, "close");
    if (this.#before === null) place.parent.entries.delete(place.name);
    else this.#node.bytes = this.#before;
  }

  /** Tells of the change. What has been removed or replaced meanwhile is no file of this path any more. */
  close(): void {
    const isChanged = !this.#isAppended || this.#before?.length !== this.#node.bytes.length;
    if (this.#isThere && isChanged) tellChange(this.#disk, this.path, this.#before, this.#node.bytes);
  }

  get #isThere(): boolean {
    return this.#disk.tree.find(this.path) === this.#node;
  }
}

/** The bytes that a file holds when they are asked for, even when another has taken its place. Throws a SystemError. */
export function readerOf(disk: Disk, path: string): () => Uint8Array {
  const { node, path: resolved } = disk.tree.place(path, "open");
  if (node === null) throw new SystemError("ENOENT", "open", path);
  if (node.kind !== "file") throw new SystemError("EISDIR", "read", path);
  return () => disk.bytes(node, resolved);
}

const pipes = "/dev/fd";

/** A file outside of everything that is recorded, by which two programs pass something on. */
export interface Pipe {
  readonly path: string;
  fill(bytes: Uint8Array): void;
  read(): Uint8Array;
  remove(): void;
}

export function newPipe({ tree }: Disk): Pipe {
  const { entries } = tree.ensureFolder(pipes);
  const number = Math.max(62, ...[...entries.keys()].map(Number)) + 1;
  const file = newFile(new Uint8Array());
  entries.set(String(number), file);
  return {
    path: posix.join(pipes, String(number)),
    fill: (bytes) => {
      file.bytes = bytes;
    },
    read: () => file.bytes,
    remove: () => {
      entries.delete(String(number));
    },
  };
}

function isPipe(path: string): boolean {
  return posix.dirname(path) === pipes;
}
