// Open files: a number for a path, a position and a way to write.

import { request } from "../host.js";
import { Buffer, fromByteString, toByteString } from "../node/buffer.js";
import { process } from "../node/process.js";

const first = 3;
const open = new Map();
let next = first;

/** Opens an absolute path with flags such as `r`, `w` and `a+`. */
export function openDescriptor(path, flags) {
  const text = String(flags ?? "r");
  const kind = request("fs.exists", path) ? request("fs.status", path, true).kind : null;
  if (text.startsWith("r") && kind !== "folder") request("fs.read", path, "bytes");
  if (text.startsWith("w")) request("fs.write", path, "", "bytes", text.includes("x") ? "create" : "replace");
  if (text.startsWith("a"))
    request("fs.write", path, "", "bytes", text.includes("x") ? "create-append" : "append");
  open.set(next, { path, position: 0, appends: text.startsWith("a") });
  next += 1;
  return next - 1;
}

export function closeDescriptor(fd) {
  entryOf(fd);
  open.delete(fd);
}

/** The path behind a descriptor. Throws for one that is not open. */
export function pathOfDescriptor(fd) {
  return entryOf(fd).path;
}

/** Reads into a part of a buffer, by default all of it, and gives the number of bytes. */
export function readDescriptor(fd, buffer, part) {
  const { offset = 0, length = buffer.length - offset, position = null } = part;
  if (fd === 0) return 0;
  const entry = entryOf(fd);
  const at = position ?? entry.position;
  const piece = request("fs.read", entry.path, "bytes").slice(at, Number(at) + length);
  buffer.set(fromByteString(piece), offset);
  if (position === null) entry.position += piece.length;
  return piece.length;
}

/** Writes text or bytes at a position, or at the end, and gives the number of bytes. */
export function writeDescriptor(fd, data, position = null) {
  const bytes = typeof data === "string" ? toByteString(Buffer.from(data)) : toByteString(data);
  if (fd === 1 || fd === 2) {
    (fd === 1 ? process.stdout : process.stderr).write(
      typeof data === "string" ? data : Buffer.from(data).toString(),
    );
    return bytes.length;
  }
  const entry = entryOf(fd);
  const before = request("fs.read", entry.path, "bytes");
  const at = entry.appends ? before.length : (position ?? entry.position);
  const padded = before.slice(0, at).padEnd(at, "\0");
  request("fs.write", entry.path, padded + bytes + before.slice(at + bytes.length), "bytes", "replace");
  if (position === null) entry.position = at + bytes.length;
  return bytes.length;
}

function entryOf(fd) {
  const entry = open.get(fd);
  if (entry !== undefined) return entry;
  throw Object.assign(new Error("EBADF: bad file descriptor"), { code: "EBADF", errno: -9, syscall: "read" });
}
