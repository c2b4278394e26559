// node:crypto. Hashes are Node's own behind the bridge; what is random natively is the same every time here.

import { request } from "../host.js";
import { nextRandom } from "../random.js";
import { Buffer, encode, fromByteString, toByteString } from "./buffer.js";

class Hash {
  #algorithm;
  #key;
  #bytes = "";

  constructor(algorithm, key) {
    this.#algorithm = String(algorithm).toLowerCase().replace("-", "");
    this.#key = key;
  }

  update(data, encoding) {
    this.#bytes += typeof data === "string" ? encode(data, encoding) : toByteString(data);
    return this;
  }

  digest(encoding) {
    const digest = fromByteString(request("text.hash", this.#algorithm, this.#bytes, this.#key));
    return encoding === undefined || encoding === "buffer" ? digest : digest.toString(encoding);
  }
}

export function createHash(algorithm) {
  return new Hash(algorithm, null);
}

export function createHmac(algorithm, key) {
  return new Hash(algorithm, typeof key === "string" ? encode(key) : toByteString(key));
}

export function hash(algorithm, data, encoding = "hex") {
  return createHash(algorithm).update(data).digest(encoding);
}

export function randomBytes(size) {
  return getRandomValues(Buffer.alloc(size));
}

export function getRandomValues(array) {
  for (let at = 0; at < array.length; at++) array[at] = Math.floor(nextRandom() * 0x1_0000_0000);
  return array;
}

export function randomInt(low, high) {
  const [from, to] = high === undefined ? [0, low] : [low, high];
  return from + Math.floor(nextRandom() * (to - from));
}

export function randomUUID() {
  const digits = randomBytes(16).toString("hex");
  const variant = (8 + (Number.parseInt(digits[16], 16) % 4)).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ].join("-");
}

export function timingSafeEqual(a, b) {
  return toByteString(a) === toByteString(b);
}

export function getHashes() {
  return ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];
}

export const webcrypto = { getRandomValues, randomUUID };
