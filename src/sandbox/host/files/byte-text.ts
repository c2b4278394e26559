import { decodeUtf8 } from "./text.ts";

/**
 * Byte text is a string that carries bytes exactly: UTF-8 is decoded, a byte order mark stays, and every byte that
 * belongs to no valid sequence becomes a lone surrogate from U+DC80 to U+DCFF, as in Python's `surrogateescape`
 * (https://peps.python.org/pep-0383/). Nearly all text is the same as it would be without this.
 */
export function byteText(bytes: Uint8Array): string {
  return decodeUtf8(bytes) ?? escapedText(bytes);
}

/** The bytes of a byte text; a lone surrogate that stands for no byte becomes U+FFFD. */
export function bytesOf(text: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(text)) return new TextEncoder().encode(text);
  const parts = text.split(/(?<![\ud800-\udbff])([\udc80-\udcff])/);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Uint8Array.of(part.charCodeAt(0) - 0xdc00) : new TextEncoder().encode(part),
    ),
  );
}

function escapedText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] ?? 0);
    const character = length === 0 ? null : decodeUtf8(bytes.subarray(at, at + length));
    const isValid = character !== null && at + length <= bytes.length;
    text += isValid ? character : String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += isValid ? length : 1;
  }
  return text;
}

/** How many bytes follow from the first one; 0 for a byte that cannot be the first. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}
