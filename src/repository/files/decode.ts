import { isAscii, isUtf8 } from "node:buffer";

/** Git looks for a NUL in the first 8000 bytes; this looks a little further. */
const sniffedBytes = 8192;

/** A decoded file. */
export interface DecodedText {
  readonly text: string;
  /** False when the bytes are neither UTF-8 nor UTF-16, and each stands for the character of its own number. */
  readonly faithful: boolean;
}

/**
 * Decodes the bytes of a whole file, the byte order mark kept as the first character; null when they are binary.
 * UTF-8 and, with a byte order mark, UTF-16. What is neither is read as Latin-1: every byte becomes one character, so
 * that offsets are exact and versions, which are ASCII, legible.
 */
export function decodeText(bytes: Buffer): DecodedText | null {
  const wide = decodeUtf16(bytes);
  if (wide !== null) return { text: wide, faithful: true };
  if (isBinary(bytes)) return null;
  // The same text either way; taking pure ASCII as Latin-1 halves the time of reading a repository.
  if (isAscii(bytes)) return { text: bytes.toString("latin1"), faithful: true };
  return isUtf8(bytes)
    ? { text: bytes.toString("utf8"), faithful: true }
    : { text: bytes.toString("latin1"), faithful: false };
}

/** Decided by the start of a file, without regard to UTF-16. */
export function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, sniffedBytes).includes(0);
}

/** Null without a byte order mark of UTF-16, and for UTF-32. A trailing half character is dropped. */
function decodeUtf16(bytes: Buffer): string | null {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return isUtf32(bytes) ? null : bytes.toString("utf16le");
  if (mark === 0xfeff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  return null;
}

/** The little-endian mark of UTF-32 starts with that of UTF-16; no text starts with a NUL. */
function isUtf32(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt16BE(2) === 0;
}
