// node:buffer: bytes with the methods that scripts use. Encodings are Node's own behind the bridge: the package `buffer`
// has them in JavaScript, where a megabyte of text takes the sandbox a second.

import { request } from "../host.js";
import { textOfBytes, trackText } from "../tracked-texts.js";

const names = new Map([
  ["utf8", "utf8"],
  ["utf-8", "utf8"],
  ["ucs2", "utf16le"],
  ["ucs-2", "utf16le"],
  ["utf16le", "utf16le"],
  ["utf-16le", "utf16le"],
  ["latin1", "latin1"],
  ["binary", "latin1"],
  ["ascii", "ascii"],
  ["base64", "base64"],
  ["base64url", "base64url"],
  ["hex", "hex"],
]);

export const constants = { MAX_LENGTH: 2 ** 30, MAX_STRING_LENGTH: 2 ** 29 };
export const kMaxLength = constants.MAX_LENGTH;

export class Buffer extends Uint8Array {
  static poolSize = 8192;

  static from(value, encodingOrOffset, length) {
    if (typeof value === "string") return fromByteString(encode(value, encodingOrOffset));
    if (value instanceof ArrayBuffer) return new Buffer(value, encodingOrOffset, length);
    if (value?.type === "Buffer" && Array.isArray(value.data)) return Buffer.from(value.data);
    if (typeof value !== "object" || value === null) {
      throw Object.assign(
        new TypeError("The first argument must be of type string or an instance of Buffer"),
        {
          code: "ERR_INVALID_ARG_TYPE",
        },
      );
    }
    const buffer = new Buffer(value.length);
    buffer.set(value);
    return buffer;
  }

  static alloc(size, fill) {
    const buffer = new Buffer(size);
    return fill === undefined ? buffer : buffer.fill(fill);
  }

  static allocUnsafe(size) {
    return new Buffer(size);
  }

  static isBuffer(value) {
    return value instanceof Buffer;
  }

  static isEncoding(name) {
    return names.has(String(name).toLowerCase());
  }

  static byteLength(value, encoding) {
    return typeof value === "string" ? encode(value, encoding).length : value.byteLength;
  }

  static concat(list, total = list.reduce((sum, { length }) => sum + length, 0)) {
    const all = new Buffer(total);
    let at = 0;
    for (const item of list) {
      all.set(item.subarray(0, Math.max(total - at, 0)), at);
      at += item.length;
    }
    return all;
  }

  static compare(a, b) {
    const left = toByteString(a);
    const right = toByteString(b);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  toString(encoding, start = 0, end = this.length) {
    const isWhole = start === 0 && end === this.length;
    const text = request(
      "text.decode",
      toByteString(isWhole ? this : super.subarray(start, end)),
      encodingName(encoding),
    );
    const path = isWhole ? textOfBytes(this) : undefined;
    return path === undefined ? text : trackText(text, path);
  }

  toJSON() {
    return { type: "Buffer", data: [...this] };
  }

  equals(other) {
    return this.length === other.length && Buffer.compare(this, other) === 0;
  }

  compare(other) {
    return Buffer.compare(this, other);
  }

  slice(start, end) {
    return this.subarray(start, end);
  }

  indexOf(value, offset = 0) {
    if (typeof value === "number") return super.indexOf(value, offset);
    return toByteString(this).indexOf(
      typeof value === "string" ? encode(value) : toByteString(value),
      offset,
    );
  }

  includes(value, offset) {
    return this.indexOf(value, offset) !== -1;
  }

  fill(value, start, end) {
    if (typeof value !== "string") return super.fill(value, start, end);
    const bytes = fromByteString(encode(value));
    for (let at = start ?? 0; at < (end ?? this.length); at++) this[at] = bytes[at % bytes.length] ?? 0;
    return this;
  }

  write(text, offset = 0, length = this.length - offset, encoding = "utf8") {
    const bytes = fromByteString(encode(text, typeof length === "string" ? length : encoding));
    const fitting = bytes.subarray(
      0,
      Math.min(typeof length === "number" ? length : bytes.length, this.length - offset),
    );
    this.set(fitting, offset);
    return fitting.length;
  }

  copy(target, targetStart = 0, start = 0, end = this.length) {
    const piece = this.subarray(start, Math.min(end, start + target.length - targetStart));
    target.set(piece, targetStart);
    return piece.length;
  }

  readUInt8(offset = 0) {
    return this[offset];
  }

  readUInt16LE(offset = 0) {
    return this.#view().getUint16(offset, true);
  }

  readUInt16BE(offset = 0) {
    return this.#view().getUint16(offset);
  }

  readUInt32LE(offset = 0) {
    return this.#view().getUint32(offset, true);
  }

  readUInt32BE(offset = 0) {
    return this.#view().getUint32(offset);
  }

  #view() {
    return new DataView(this.buffer, this.byteOffset, this.byteLength);
  }
}

export const atob = (text) =>
  request("text.decode", request("text.encode", String(text), "base64"), "latin1");
export const btoa = (text) => request("text.decode", String(text), "base64");

/** The bytes as a string of which every code unit is one byte, which is how bytes cross the bridge. */
export function toByteString(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192));
  }
  return text;
}

export function fromByteString(text) {
  const bytes = new Buffer(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Text in an encoding as a byte string. */
export function encode(text, encoding) {
  return request("text.encode", text, encodingName(encoding));
}

export function encodingName(encoding) {
  const name = names.get(String(encoding ?? "utf8").toLowerCase());
  if (name !== undefined) return name;
  throw Object.assign(new TypeError(`Unknown encoding: ${encoding}`), { code: "ERR_UNKNOWN_ENCODING" });
}
