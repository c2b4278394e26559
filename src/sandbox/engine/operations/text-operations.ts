import { createHash, createHmac } from "node:crypto";
import * as v from "valibot";
import { type Operations, operation } from "../operation.ts";
import { fromByteString, toByteString } from "./file-operations.ts";

const encoding = v.picklist(["utf8", "utf16le", "latin1", "ascii", "base64", "base64url", "hex"]);
const algorithm = v.picklist(["md5", "sha1", "sha224", "sha256", "sha384", "sha512"]);
const locales = v.nullable(v.union([v.string(), v.array(v.string())]));
const options = v.record(v.string(), v.unknown());
const settable = [
  "href",
  "protocol",
  "username",
  "password",
  "host",
  "hostname",
  "port",
  "pathname",
  "search",
  "hash",
];

/**
 * Pure functions that the engine lacks and that must be exactly those of Node: encodings, hashes, URLs and the rules
 * of languages. Dates are shown in UTC, so that no output depends on the machine.
 */
export const textOperations: Operations = {
  "text.encode": operation([v.string(), encoding], (text, name) => toByteString(Buffer.from(text, name))),
  "text.decode": operation([v.string(), encoding], (bytes, name) =>
    Buffer.from(bytes, "latin1").toString(name),
  ),
  "text.hash": operation([algorithm, v.string(), v.nullable(v.string())], (name, bytes, key) => {
    const hash = key === null ? createHash(name) : createHmac(name, fromByteString(key));
    return toByteString(hash.update(fromByteString(bytes)).digest());
  }),
  "url.parse": operation([v.string(), v.nullable(v.string())], (href, base) =>
    URL.canParse(href, base ?? undefined) ? partsOf(new URL(href, base ?? undefined)) : null,
  ),
  "url.set": operation([v.string(), v.picklist(settable), v.string()], (href, part, value) => {
    const url = new URL(href);
    Reflect.set(url, part, value);
    return partsOf(url);
  }),
  "intl.compare": operation([v.string(), v.string(), locales, options], (a, b, locale, wanted) =>
    new Intl.Collator(locale ?? "en", wanted).compare(a, b),
  ),
  "intl.date": operation([v.number(), locales, options], (time, locale, wanted) =>
    new Intl.DateTimeFormat(locale ?? "en-US", { ...wanted, timeZone: "UTC" }).formatToParts(new Date(time)),
  ),
  "intl.number": operation([v.number(), locales, options], (value, locale, wanted) =>
    new Intl.NumberFormat(locale ?? "en-US", wanted).format(value),
  ),
};

function partsOf(url: URL): Record<string, string> {
  return Object.fromEntries([...settable, "origin"].map((part) => [part, String(Reflect.get(url, part))]));
}
