import { posix } from "node:path";
import type { Overlay } from "./overlay.ts";
import { SystemError } from "./system-error.ts";
import {
  type FileNode,
  type FolderNode,
  filesBelow,
  maxPathLength,
  newFile,
  newFolder,
  type Place,
} from "./tree.ts";
import { homeFolder, temporaryFolder, virtualRoot } from "./virtual-path.ts";

/** How a file is opened for writing: replace, append, and the same only when the file does not exist yet. */
export type WriteMode = "replace" | "append" | "create" | "create-append";

/** Writes a file. Throws a SystemError. */
export function writeFile(
  overlay: Overlay,
  path: string,
  bytes: Uint8Array,
  mode: WriteMode = "replace",
): void {
  const place = writable(overlay, path, "open", true);
  if (place.node?.kind === "folder") throw new SystemError("EISDIR", "open", path);
  if (place.node !== null && mode.startsWith("create")) throw new SystemError("EEXIST", "open", path);
  const file = place.node?.kind === "file" ? place.node : null;
  const before = file === null ? null : overlay.bytes(file, place.path);
  const after = before !== null && mode === "append" ? joined(before, bytes) : bytes;
  place.parent.entries.set(place.name, newFile(after, file?.mode));
  overlay.changed(place.path, before, after);
}

/** The path of a file that can be written, with every link on the way resolved. Throws a SystemError for any other. */
export function checkWritable(overlay: Overlay, path: string): string {
  const place = writable(overlay, path, "open", true);
  if (place.node?.kind === "folder") throw new SystemError("EISDIR", "open", path);
  return place.path;
}

/** Removes a file or a link. Throws a SystemError. */
export function removeFile(overlay: Overlay, path: string): void {
  const place = writable(overlay, path, "unlink", false);
  if (place.node === null) throw new SystemError("ENOENT", "unlink", path);
  if (place.node.kind === "folder") throw new SystemError("EISDIR", "unlink", path);
  place.parent.entries.delete(place.name);
  if (place.node.kind === "file") overlay.changed(place.path, overlay.bytes(place.node, place.path), null);
}

/** Removes an empty folder, or with `recursive` a folder and what is in it. Throws a SystemError. */
export function removeFolder(overlay: Overlay, path: string, recursive: boolean): void {
  const place = writable(overlay, path, "rmdir", false);
  if (place.node === null) throw new SystemError("ENOENT", "rmdir", path);
  if (place.node.kind !== "folder") throw new SystemError("ENOTDIR", "rmdir", path);
  if (!recursive && place.node.entries.size > 0) throw new SystemError("ENOTEMPTY", "rmdir", path);
  const gone = contents(overlay, place.node, place.path);
  place.parent.entries.delete(place.name);
  for (const { path: below, bytes } of gone) overlay.changed(below, bytes, null);
}

/** Removes whatever is there, as `fs.rm` does. Throws a SystemError. */
export function remove(
  overlay: Overlay,
  path: string,
  options: { recursive: boolean; force: boolean },
): void {
  const node = overlay.tree.find(path, false);
  if (node === null && options.force) return;
  if (node === null) throw new SystemError("ENOENT", "lstat", path);
  if (node.kind === "folder" && !options.recursive) throw new SystemError("EISDIR", "rm", path);
  if (node.kind === "folder") removeFolder(overlay, path, true);
  else removeFile(overlay, path);
}

/**
 * Makes a folder and gives its path. With `recursive` it is that of the first folder that was missing, null when none
 * was. Throws a SystemError.
 */
export function makeFolder(overlay: Overlay, path: string, recursive: boolean): string | null {
  if (!recursive) {
    const place = writable(overlay, path, "mkdir", false);
    if (place.node !== null) throw new SystemError("EEXIST", "mkdir", path);
    place.parent.entries.set(place.name, newFolder());
    return place.path;
  }
  if (path.length > maxPathLength) throw new SystemError("ENAMETOOLONG", "mkdir", path);
  const node = overlay.tree.find(path);
  if (node?.kind === "folder") return null;
  if (node !== null) throw new SystemError("EEXIST", "mkdir", path);
  const above = path === "/" ? null : makeFolder(overlay, posix.dirname(path), true);
  const made = makeFolder(overlay, path, false);
  return above ?? made;
}

/** Moves a file, a link or a folder, over a file, a link or an empty folder when there is one. Throws a SystemError. */
export function rename(overlay: Overlay, from: string, to: string): void {
  const source = writable(overlay, from, "rename", false);
  const { node } = source;
  if (node === null) throw new SystemError("ENOENT", "rename", from, to);
  const target = writable(overlay, to, "rename", false);
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
      ? contents(overlay, node, source.path)
      : node.kind === "file"
        ? [{ path: source.path, bytes: overlay.bytes(node, source.path) }]
        : [];
  const before = replaced?.kind === "file" ? overlay.bytes(replaced, target.path) : null;
  source.parent.entries.delete(source.name);
  target.parent.entries.set(target.name, node);
  for (const { path, bytes } of moved) {
    overlay.changed(path, bytes, null);
    overlay.changed(target.path + path.slice(source.path.length), before, bytes);
  }
}

/** Copies a file, a link's target when it is one. Throws a SystemError. */
export function copyFile(overlay: Overlay, from: string, to: string, mode: WriteMode = "replace"): void {
  const node = overlay.tree.find(from);
  if (node === null) throw new SystemError("ENOENT", "copyfile", from, to);
  if (node.kind !== "file") throw new SystemError("EISDIR", "copyfile", from, to);
  writeFile(overlay, to, overlay.bytes(node, from), mode);
}

/**
 * Copies a file, or a folder with everything in it; folders on the way are made. Without `overwrite` files that are
 * there already stay as they are. Throws a SystemError.
 */
export function copyTree(overlay: Overlay, from: string, to: string, overwrite: boolean): void {
  const node = overlay.tree.find(from);
  if (node === null) throw new SystemError("ENOENT", "cp", from, to);
  if (to.startsWith(`${from}/`)) throw new SystemError("EINVAL", "cp", from, to);
  if (node.kind === "folder") {
    makeFolder(overlay, to, true);
    const names = overlay.entries(from).map(({ name }) => name);
    for (const name of names) copyTree(overlay, posix.join(from, name), posix.join(to, name), overwrite);
  } else if (overwrite || overlay.tree.find(to) === null) {
    makeFolder(overlay, posix.dirname(to), true);
    copyFile(overlay, from, to);
  }
}

/** Makes a symbolic link. Throws a SystemError. */
export function makeLink(overlay: Overlay, target: string, path: string): void {
  const place = writable(overlay, path, "symlink", false);
  if (place.node !== null) throw new SystemError("EEXIST", "symlink", target, path);
  place.parent.entries.set(place.name, { kind: "link", target });
}

/** Sets the permission bits of a file; a folder has none here. Throws a SystemError. */
export function setMode(overlay: Overlay, path: string, mode: number): void {
  const { node } = writable(overlay, path, "chmod", true);
  if (node === null) throw new SystemError("ENOENT", "chmod", path);
  if (node.kind === "file") node.mode = mode & 0o777;
}

/** Only the root, the temporary folder and the home folder can be written; they themselves stay where they are. */
function writable(overlay: Overlay, path: string, syscall: string, follow: boolean): Place {
  const place = overlay.tree.place(path, syscall, follow);
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

function contents(overlay: Overlay, folder: FolderNode, path: string): { path: string; bytes: Uint8Array }[] {
  const load = ({ path: below, node }: { path: string; node: FileNode }) => ({
    path: below,
    bytes: overlay.bytes(node, below),
  });
  return [...filesBelow(folder, path)].map(load);
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + tail.length);
  all.set(head);
  all.set(tail, head.length);
  return all;
}
