// The synchronous functions of node:fs. Everything else of node:fs is made of these.

import { Buffer, encode, fromByteString, toByteString } from "../node/buffer.js";
import { join, relative } from "../node/path.js";
import { trackBytes, trackText } from "../tracked-texts.js";
import {
  closeDescriptor,
  openDescriptor,
  pathOfDescriptor,
  readDescriptor,
  writeDescriptor,
} from "./descriptors.js";
import { Dirent, Stats } from "./entries.js";
import { ask, askTwice, encodingOf, optionOf, received, toPath } from "./paths.js";

export function readFileSync(path, options) {
  const encoding = encodingOf(options);
  if (path === 0 || path === "/dev/stdin") return encoding === null ? Buffer.alloc(0) : "";
  const file = fileOf(path);
  if (encoding === "utf8") return trackText(ask("fs.read", path, file, "utf8"), file);
  const bytes = trackBytes(fromByteString(ask("fs.read", path, file, "bytes")), file);
  return encoding === null ? bytes : bytes.toString(encoding);
}

export function writeFileSync(path, data, options) {
  const flag = optionOf(options, "flag") ?? "w";
  write(path, data, options, flag.startsWith("a") ? "append" : flag.includes("x") ? "create" : "replace");
}

export function appendFileSync(path, data, options) {
  write(path, data, options, "append");
}

export function existsSync(path) {
  try {
    return ask("fs.exists", path, toPath(path));
  } catch {
    return false;
  }
}

export function accessSync(path) {
  if (ask("fs.exists", path, toPath(path))) return;
  const error = new Error(`ENOENT: no such file or directory, access '${path}'`);
  throw Object.assign(error, { code: "ENOENT", errno: -2, path, syscall: "access" });
}

export function statSync(path, options) {
  return status(path, options, true);
}

export function lstatSync(path, options) {
  return status(path, options, false);
}

export function fstatSync(fd, options) {
  return statSync(pathOfDescriptor(fd), options);
}

export function readdirSync(path, options) {
  const folder = typeof path === "string" ? path : toPath(path);
  const found = ask("fs.list", path, toPath(path)).map(({ name, kind }) => new Dirent(name, folder, kind));
  const entries = optionOf(options, "recursive") === true ? found.flatMap(withThoseBelow) : found;
  if (optionOf(options, "withFileTypes") === true) return entries;
  return entries.map(({ name, parentPath }) => relative(folder, join(parentPath, name)));
}

export function mkdirSync(path, options) {
  const recursive = optionOf(options, "recursive") === true;
  const made = ask("fs.makeFolder", path, toPath(path), recursive);
  return recursive ? (made ?? undefined) : undefined;
}

let folders = 0;

export function mkdtempSync(prefix) {
  folders += 1;
  const path = `${toPath(prefix)}${String(prefix).endsWith("/") ? "/" : ""}${String(folders).padStart(6, "0")}`;
  ask("fs.makeFolder", prefix, path, false);
  return path;
}

export function rmSync(path, options) {
  const flag = (name) => optionOf(options, name) === true;
  ask("fs.remove", path, toPath(path), flag("recursive"), flag("force"));
}

export function rmdirSync(path, options) {
  ask("fs.removeFolder", path, toPath(path), optionOf(options, "recursive") === true);
}

export function unlinkSync(path) {
  ask("fs.removeFile", path, toPath(path));
}

export function renameSync(from, to) {
  askTwice("fs.rename", from, to, toPath(from, "oldPath"), toPath(to, "newPath"));
}

export function copyFileSync(from, to, mode = 0) {
  askTwice(
    "fs.copyFile",
    from,
    to,
    toPath(from, "src"),
    toPath(to, "dest"),
    (mode & 1) === 1 ? "create" : "replace",
  );
}

export function cpSync(from, to, options) {
  const source = toPath(from, "src");
  const isFolder = ask("fs.status", from, source, true).kind === "folder";
  if (isFolder && optionOf(options, "recursive") !== true) {
    throw Object.assign(new Error(`Recursive option not enabled, cannot copy a directory: ${source}`), {
      code: "ERR_FS_EISDIR",
    });
  }
  askTwice("fs.copyTree", from, to, source, toPath(to, "dest"), optionOf(options, "force") !== false);
}

export function linkSync(from, to) {
  askTwice("fs.hardLink", from, to, toPath(from, "existingPath"), toPath(to, "newPath"));
}

export function symlinkSync(target, path) {
  ask("fs.link", path, String(target), toPath(path));
}

export function readlinkSync(path) {
  return ask("fs.readLink", path, toPath(path));
}

export function realpathSync(path) {
  return ask("fs.realPath", path, toPath(path));
}

realpathSync.native = realpathSync;

export function chmodSync(path, mode) {
  ask("fs.mode", path, toPath(path), typeof mode === "string" ? Number.parseInt(mode, 8) : mode);
}

/** Times and owners are not kept; the file must exist all the same. */
export function utimesSync(path) {
  ask("fs.status", path, toPath(path), true);
}

export { utimesSync as chownSync, utimesSync as lutimesSync };

export function truncateSync(path, length = 0) {
  const file = fileOf(path);
  const bytes = ask("fs.read", path, file, "bytes");
  ask("fs.write", path, file, bytes.slice(0, length).padEnd(length, "\0"), "bytes", "replace");
}

export { truncateSync as ftruncateSync };

export function openSync(path, flags) {
  return openDescriptor(toPath(path), flags);
}

export function closeSync(fd) {
  closeDescriptor(fd);
}

// biome-ignore lint/complexity/useMaxParams: so Node calls it.
export function readSync(fd, buffer, offset, length, position) {
  const part = typeof offset === "object" ? (offset ?? {}) : { offset, length, position };
  return readDescriptor(fd, buffer, part);
}

// biome-ignore lint/complexity/useMaxParams: so Node calls it.
export function writeSync(fd, data, offset, length, position) {
  if (typeof data === "string") return writeDescriptor(fd, data, typeof offset === "number" ? offset : null);
  const start = offset ?? 0;
  return writeDescriptor(fd, data.subarray(start, start + (length ?? data.length - start)), position);
}

export function fsyncSync() {}

export function fdatasyncSync() {}

function fileOf(path) {
  return typeof path === "number" ? pathOfDescriptor(path) : toPath(path);
}

function write(path, data, options, mode) {
  const file = fileOf(path);
  if (typeof data === "string") {
    const encoding = encodingOf(options) ?? "utf8";
    if (encoding === "utf8") ask("fs.write", path, file, data, "utf8", mode);
    else ask("fs.write", path, file, encode(data, encoding), "bytes", mode);
  } else if (ArrayBuffer.isView(data)) {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    ask("fs.write", path, file, toByteString(bytes), "bytes", mode);
  } else {
    const message = `The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received ${received(data)}`;
    throw Object.assign(new TypeError(message), { code: "ERR_INVALID_ARG_TYPE" });
  }
}

function status(path, options, follow) {
  try {
    const found = ask("fs.status", path, toPath(path), follow);
    return new Stats(found, optionOf(options, "bigint") === true);
  } catch (error) {
    if (optionOf(options, "throwIfNoEntry") === false && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function withThoseBelow(entry) {
  if (!entry.isDirectory()) return [entry];
  return [
    entry,
    ...readdirSync(join(entry.parentPath, entry.name), { recursive: true, withFileTypes: true }),
  ];
}
