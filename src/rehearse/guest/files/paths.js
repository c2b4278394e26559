// What the functions of node:fs take for a path and for options.

import { Buffer, encodingName } from "../node/buffer.js";
import { resolve } from "../node/path.js";
import { fileURLToPath, URL } from "../node/url.js";

/** The absolute path of what a script gives as a path. */
export function toPath(value, name = "path") {
  const path =
    value instanceof URL ? fileURLToPath(value) : Buffer.isBuffer(value) ? value.toString() : value;
  if (typeof path !== "string") {
    const received = value === null ? "null" : value === undefined ? "undefined" : `type ${typeof value}`;
    throw invalid(
      "ERR_INVALID_ARG_TYPE",
      `The "${name}" argument must be of type string or an instance of Buffer or URL. Received ${received}`,
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

function invalid(code, message) {
  return Object.assign(new TypeError(message), { code });
}
