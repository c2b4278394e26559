import { posix } from "node:path";
import { SystemError } from "./system-error.ts";
import {
  entryNames,
  type FileNode,
  type FolderNode,
  filesBelow,
  newFile,
  newFolder,
  type Place,
  type Tree,
} from "./tree.ts";
import { homeFolder, maxPathLength, temporaryFolder, virtualRoot } from "./virtual-path.ts";

/** Told of every change of a file: its absolute virtual path and its bytes before and after. */
export type ChangeListener = (path: string, before: Uint8Array | null, after: Uint8Array | null) => void;

/** What a change is made to. Only the Overlay has one, so that every change goes through it. */
export interface Disk {
  readonly tree: Tree;
  /** The bytes of a file of the tree, loaded when they are first wanted. */
  readonly bytes: (node: FileNode, path: string) => Uint8Array;
  readonly changed: ChangeListener;
}

/** How a file is opened for writing: replace, append, and the same only when the file does not exist yet. */
export type WriteMode = "replace" | "append" | "create" | "create-append";

/** Writes a file. Throws a SystemError. */
export function writeFile(disk: Disk, path: string, bytes: Uint8Array, mode: WriteMode = "replace"): void {
  const place = writable(disk, path, "open", true);
  if (place.node?.kind === "folder") throw new SystemError("EISDIR", "open", path);
  if (place.node !== null && mode.startsWith("create")) throw new SystemError("EEXIST", "open", path);
  const file = place.node?.kind === "file" ? place.node : null;
  const before = file === null ? null : disk.bytes(file, place.path);
  const after = before !== null && mode === "append" ? joined(before, bytes) : bytes;
  if (file?.isShared === true) file.bytes = after;
  else place.parent.entries.set(place.name, newFile(after, file?.mode));
  tellChange(disk, place.path, before, after);
}

/** Tells of what was written under one name of a file, and under its others. */
export function tellChange(disk: Disk, path: string, before: Uint8Array | null, after: Uint8Array): void {
  disk.changed(path, before, after);
  const written = disk.tree.find(path);
  if (written?.kind !== "file" || written.isShared !== true) return;
  for (const { path: other, node } of filesBelow(disk.tree.root, "/"))
    if (node === written && other !== path) disk.changed(other, before, after);
}

/** The path of a file that can be written, with every link on the way resolved. Throws a SystemError for any other. */
export function checkWritable(disk: Disk, path: string): string {
  const place = writable(disk, path, "open", true);
  if (place.node?.kind === "folder") throw new SystemError("EISDIR", "open", path);
  return place.path;
}

/** Removes a file or a link. Throws a SystemError. */
export function removeFile(disk: Disk, path: string): void {
  const place = writable(disk, path, "unlink", false);
  if (place.node === null) throw new SystemError("ENOENT", "unlink", path);
  if (place.node.kind === "folder") throw new SystemError("EISDIR", "unlink", path);
  place.parent.entries.delete(place.name);
  if (place.node.kind === "file") disk.changed(place.path, disk.bytes(place.node, place.path), null);
}

/** Removes an empty folder, or with `recursive` a folder and what is in it. Throws a SystemError. */
export function removeFolder(disk: Disk, path: string, recursive: boolean): void {
  const place = writable(disk, path, "rmdir", false);
  if (place.node === null) throw new SystemError("ENOENT", "rmdir", path);
  if (place.node.kind !== "folder") throw new SystemError("ENOTDIR", "rmdir", path);
  if (!recursive && place.node.entries.size > 0) throw new SystemError("ENOTEMPTY", "rmdir", path);
  const gone = contents(disk, place.node, place.path);
  place.parent.entries.delete(place.name);
  for (const { path: below, bytes } of gone) disk.changed(below, bytes, null);
}

/** Removes whatever is there, as `fs.rm` does. Throws a SystemError. */
export function remove(disk: Disk, path: string, options: { recursive: boolean; force: boolean }): void {
  const node = disk.tree.find(path, false);
  if (node === null && options.force) return;
  if (node === null) throw new SystemError("ENOENT", "lstat", path);
  if (node.kind === "folder" && !options.recursive) throw new SystemError("EISDIR", "rm", path);
  if (node.kind === "folder") removeFolder(disk, path, true);
  else removeFile(disk, path);
}

/**
 * Makes a folder and gives its path. With `recursive` it is that of the first folder that was missing, null when none
 * was. Throws a SystemError.
 */
export function makeFolder(disk: Disk, path: string, recursive: boolean): string | null {
  if (!recursive) {
    const place = writable(disk, path, "mkdir", false);
    if (place.node !== null) throw new SystemError("EEXIST", "mkdir", path);
    place.parent.entries.set(place.name, newFolder());
    return place.path;
  }
  if (path.length > maxPathLength) throw new SystemError("ENAMETOOLONG", "mkdir", path);
  const node = disk.tree.find(path);
  if (node?.kind === "folder") return null;
  if (node !== null) throw new SystemError("EEXIST", "mkdir", path);
  const above = path === "/" ? null : makeFolder(disk, posix.dirname(path), true);
  const made = makeFolder(disk, path, false);
  return above ?? made;
}

/** Moves a file, a link or a folder, over a file, a link or an empty folder when there is one. Throws a SystemError. */
export function rename(disk: Disk, from: string, to: string): void {
  const source = writable(disk, from, "rename", false);
  const { node } = source;
  if (node === null) throw new SystemError("ENOENT", "rename", from, to);
  const target = writable(disk, to, "rename", false);
  if (target.path === source.path) return;
  if (target.path.startsWith(`${source.path}/`)) throw new SystemError("EINVAL", "rename", from, to);
  const replaced = target.node;
  if (replaced?.kind === "folder" && node.kind !== "folder") {
    throw new SystemError("EISDIR", "rename", from, to);
  }
  if (replaced?.kind === "folder" && replaced.entries.size > 0) {
    throw new SystemError("ENOTEMPTY", "rename", from, to);
  }
  const moved =
    node.kind === "folder"
      ? contents(disk, node, source.path)
      : node.kind === "file"
        ? [{ path: source.path, bytes: disk.bytes(node, source.path) }]
        : [];
  const before = replaced?.kind === "file" ? disk.bytes(replaced, target.path) : null;
  source.parent.entries.delete(source.name);
  target.parent.entries.set(target.name, node);
  for (const { path, bytes } of moved) {
    disk.changed(path, bytes, null);
    disk.changed(target.path + path.slice(source.path.length), before, bytes);
  }
}

/** Copies a file, a link's target when it is one. Throws a SystemError. */
export function copyFile(disk: Disk, from: string, to: string, mode: WriteMode = "replace"): void {
  const node = disk.tree.find(from);
  if (node === null) throw new SystemError("ENOENT", "copyfile", from, to);
  if (node.kind !== "file") throw new SystemError("EISDIR", "copyfile", from, to);
  writeFile(disk, to, disk.bytes(node, from), mode);
}

/**
 * Copies a file, or a folder with everything in it; folders on the way are made. Without `overwrite` files that are
 * there already stay as they are. Throws a SystemError.
 */
export function copyTree(disk: Disk, from: string, to: string, overwrite: boolean): void {
  const node = disk.tree.find(from);
  if (node === null) throw new SystemError("ENOENT", "cp", from, to);
  if (to.startsWith(`${from}/`)) throw new SystemError("EINVAL", "cp", from, to);
  if (node.kind === "folder") {
    makeFolder(disk, to, true);
    const names = entryNames(node);
    for (const name of names) copyTree(disk, posix.join(from, name), posix.join(to, name), overwrite);
  } else if (overwrite || disk.tree.find(to) === null) {
    makeFolder(disk, posix.dirname(to), true);
    copyFile(disk, from, to);
  }
}

/** Makes a symbolic link. Throws a SystemError. */
export function makeLink(disk: Disk, target: string, path: string): void {
  const place = writable(disk, path, "symlink", false);
  if (place.node !== null) throw new SystemError("EEXIST", "symlink", target, path);
  place.parent.entries.set(place.name, { kind: "link", target });
}

/** Gives a file, or a symbolic link as such, a further name. Throws a SystemError. */
export function makeHardLink(disk: Disk, from: string, to: string): void {
  const { node, path } = disk.tree.place(from, "link", false);
  const isNowhere = node === null || disk.tree.find(posix.dirname(to)) === null;
  if (isNowhere) throw new SystemError("ENOENT", "link", from, to);
  const place = writable(disk, to, "link", false);
  if (place.node !== null) throw new SystemError("EEXIST", "link", from, to);
  if (node.kind === "folder") throw new SystemError("EPERM", "link", from, to);
  place.parent.entries.set(place.name, node);
  if (node.kind !== "file") return;
  disk.changed(place.path, null, disk.bytes(node, path));
  node.isShared = true;
}

/** Sets the permission bits of a file; a folder has none here. Throws a SystemError. */
export function setMode(disk: Disk, path: string, mode: number): void {
  const { node } = writable(disk, path, "chmod", true);
  if (node === null) throw new SystemError("ENOENT", "chmod", path);
  if (node.kind === "file") node.mode = mode & 0o777;
}

/** Only the root, the temporary folder and the home folder can be written; they themselves stay where they are. */
function writable(disk: Disk, path: string, syscall: string, follow: boolean): Place {
  const place = disk.tree.place(path, syscall, follow);
  const isInside = [virtualRoot, temporaryFolder, homeFolder].some((folder) =>
    place.path.startsWith(`${folder}/`),
  );
  if (isInside) return place;
  throw new SystemError(
    place.node?.kind === "folder" && syscall === "mkdir" ? "EEXIST" : "EACCES",
    syscall,
    path,
  );
}

function contents(disk: Disk, folder: FolderNode, path: string): { path: string; bytes: Uint8Array }[] {
  const load = ({ path: below, node }: { path: string; node: FileNode }) => ({
    path: below,
    bytes: disk.bytes(node, below),
  });
  return [...filesBelow(folder, path)].map(load);
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
}
