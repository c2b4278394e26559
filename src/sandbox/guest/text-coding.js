// TextEncoder and TextDecoder.

import { request } from "./host.js";
import { encode, fromByteString, toByteString } from "./node/buffer.js";
import { textOfBytes, trackText } from "./tracked-texts.js";

const labels = new Map([
  ["utf-8", "utf8"],
  ["utf8", "utf8"],
  ["utf-16le", "utf16le"],
  ["latin1", "latin1"],
  ["iso-8859-1", "latin1"],
  ["ascii", "latin1"],
]);

export class TextEncoder {
  encoding = "utf-8";

  encode(text = "") {
    return new Uint8Array(fromByteString(encode(String(text))));
  }

  encodeInto(text, target) {
    const bytes = this.encode(text).subarray(0, target.length);
    target.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

export class TextDecoder {
  #form;

  constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
    this.encoding = label.toLowerCase();
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
    this.#form = labels.get(this.encoding);
    if (this.#form === undefined) throw new RangeError(`The "${label}" encoding is not supported`);
  }

  decode(bytes = new Uint8Array()) {
    const view = ArrayBuffer.isView(bytes)
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : new Uint8Array(bytes);
    const text = request("text.decode", toByteString(view), this.#form);
    if (this.fatal && encode(text) !== toByteString(view)) {
      throw Object.assign(new TypeError("The encoded data was not valid for encoding utf-8"), {
        code: "ERR_ENCODING_INVALID_ENCODED_DATA",
      });
    }
    const plain = this.ignoreBOM ? text : text.replace(/^\uFEFF/, "");
    const path = textOfBytes(bytes);
    return path === undefined ? plain : trackText(plain, path);
  }
}
