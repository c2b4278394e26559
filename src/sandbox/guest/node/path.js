// node:path as on POSIX. See https://nodejs.org/api/path.html.

import { process } from "./process.js";

export const sep = "/";
export const delimiter = ":";

export function normalize(path) {
  check(path, "path");
  const isAbsolute = path.startsWith("/");
  const names = collapse(path, isAbsolute).join("/");
  const trail = path.endsWith("/") && names !== "" ? "/" : "";
  if (names === "") return isAbsolute ? "/" : path.endsWith("/") && path !== "" ? "./" : ".";
  return `${isAbsolute ? "/" : ""}${names}${trail}`;
}

export function join(...paths) {
  for (const path of paths) check(path, "path");
  const joined = paths.filter((path) => path !== "").join("/");
  return joined === "" ? "." : normalize(joined);
}

export function resolve(...paths) {
  let resolved = "";
  for (let at = paths.length - 1; at >= 0 && !resolved.startsWith("/"); at--) {
    const path = paths[at];
    check(path, `paths[${at}]`);
    if (path !== "") resolved = resolved === "" ? path : `${path}/${resolved}`;
  }
  if (!resolved.startsWith("/")) resolved = `${process.cwd()}/${resolved}`;
  return `/${collapse(resolved, true).join("/")}`;
}

export function isAbsolute(path) {
  check(path, "path");
  return path.startsWith("/");
}

export function relative(from, to) {
  check(from, "from");
  check(to, "to");
  const source = resolve(from).split("/").filter(Boolean);
  const target = resolve(to).split("/").filter(Boolean);
  let common = 0;
  while (common < source.length && common < target.length && source[common] === target[common]) common += 1;
  return [...source.slice(common).map(() => ".."), ...target.slice(common)].join("/");
}

export function dirname(path) {
  check(path, "path");
  const trimmed = withoutTrail(path);
  const slash = trimmed.lastIndexOf("/");
  if (slash === -1) return path.startsWith("/") ? "/" : ".";
  return slash === 0 ? "/" : withoutTrail(trimmed.slice(0, slash)) || "/";
}

export function basename(path, suffix) {
  check(path, "path");
  if (path === suffix) return "";
  const trimmed = withoutTrail(path);
  const name = trimmed.slice(trimmed.lastIndexOf("/") + 1);
  const isCut = typeof suffix === "string" && name !== suffix && name.endsWith(suffix);
  return isCut ? name.slice(0, name.length - suffix.length) : name;
}

export function extname(path) {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 || name === ".." ? "" : name.slice(dot);
}

export function parse(path) {
  const base = basename(path);
  const ext = extname(path);
  const root = path.startsWith("/") ? "/" : "";
  const dir = withoutTrail(path).includes("/") ? dirname(path) : "";
  return { root, dir, base, ext, name: ext === "" ? base : base.slice(0, -ext.length) };
}

export function format({ root = "", dir, base, name = "", ext = "" }) {
  const end = base ?? `${name}${ext === "" || ext.startsWith(".") ? ext : `.${ext}`}`;
  if (!dir) return `${root}${end}`;
  return dir === root ? `${dir}${end}` : `${dir}/${end}`;
}

export function toNamespacedPath(path) {
  return path;
}

const posix = {
  sep,
  delimiter,
  normalize,
  join,
  resolve,
  isAbsolute,
  relative,
  dirname,
  basename,
  extname,
  parse,
  format,
  toNamespacedPath,
};
posix.posix = posix;

export { posix };

function collapse(path, isAbsolute) {
  const names = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.length > 0 && names.at(-1) !== "..") names.pop();
    else if (!isAbsolute) names.push("..");
  }
  return names;
}

function withoutTrail(path) {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end -= 1;
  return path.slice(0, end);
}

function check(path, name) {
  if (typeof path === "string") return;
  const error = new TypeError(
    `The "${name}" argument must be of type string. Received ${path === null ? "null" : typeof path}`,
  );
  error.code = "ERR_INVALID_ARG_TYPE";
  throw error;
}
