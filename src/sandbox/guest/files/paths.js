// What the functions of node:fs take for a path and for options.

import { request } from "../host.js";
import { inspect } from "../inspect.js";
import { Buffer, encodingName } from "../node/buffer.js";
import { resolve } from "../node/path.js";
import { fileURLToPath, URL } from "../node/url.js";

/** The absolute path of what a script gives as a path. */
export function toPath(value, name = "path") {
  const path =
    value instanceof URL ? fileURLToPath(value) : Buffer.isBuffer(value) ? value.toString() : value;
  if (typeof path !== "string") {
    throw invalid(
      "ERR_INVALID_ARG_TYPE",
      `The "${name}" argument must be of type string or an instance of Buffer or URL. Received ${received(value)}`,
    );
  }
  if (path.includes("\0")) {
    throw invalid("ERR_INVALID_ARG_VALUE", `The argument '${name}' must be a string without null bytes`);
  }
  if (path === "")
    throw Object.assign(new Error("ENOENT: no such file or directory, open ''"), {
      code: "ENOENT",
      errno: -2,
      path,
    });
  return resolve(path);
}

/** The encoding in options that are a string or an object; null when there is none. */
export function encodingOf(options) {
  const encoding = typeof options === "string" ? options : (options?.encoding ?? null);
  return encoding === null || encoding === "buffer" ? null : encodingName(encoding);
}

/** The option of a name, when the options are an object. */
export function optionOf(options, name) {
  return typeof options === "object" && options !== null ? options[name] : undefined;
}

/** Asks the host about a path, and names it in an error as the script wrote it. */
export function ask(operation, written, ...args) {
  return asWritten([written], args, () => request(operation, ...args));
}

/** The same for two paths. */
export function askTwice(operation, from, to, ...args) {
  return asWritten([from, to], args, () => request(operation, ...args));
}

/** A value as Node names it in the message of an error. */
export function received(value) {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value === "object") return `an instance of ${value.constructor?.name ?? "Object"}`;
  return `type ${typeof value} (${inspect(value)})`;
}

function asWritten(written, paths, work) {
  try {
    return work();
  } catch (error) {
    for (const [at, path] of written.entries()) {
      if (typeof path !== "string") continue;
      if (error.path === paths[at]) error.path = path;
      if (error.dest === paths[at]) error.dest = path;
      for (const text of ["message", "stack"]) {
        error[text] = String(error[text]).replace(`'${paths[at]}'`, () => `'${path}'`);
      }
    }
    throw error;
  }
}

function invalid(code, message) {
  return Object.assign(new TypeError(message), { code });
}
