import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { decodeText, isBinary } from "./decode.ts";
import { systemReason } from "./system-reason.ts";

/** A file that has become a link since it was listed is not followed, and a pipe does not block. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** One buffer for the start of every file: most files fit, and an allocation for each would cost half the time. */
const start = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * In bytes. The largest lockfiles have some ten megabytes; what is larger is data, which can hold millions of places and
 * would keep a gate busy for minutes.
 */
const largestText = 16 * 1024 * 1024;

/** The text of a file, null when it is binary or unreadable, and what there is to say about that. */
export interface FileText {
  readonly text: string | null;
  readonly note: string | null;
}

/** What is said of a text in which characters beyond ASCII may be others than those that were meant. */
export const readAsLatin1 = "Is neither UTF-8 nor UTF-16, so it is read as Latin-1.";

/** Reads and decodes a file. */
export function readText(file: string): FileText {
  try {
    return withOpen(file, textOf);
  } catch (error) {
    return { text: null, note: `Could not be read: ${systemReason(error)}.` };
  }
}

/** Decodes what has been read of a file already, which is all of it. */
export function textIn(bytes: Buffer): FileText {
  const result = decodeText(bytes);
  if (result === null) return { text: null, note: null };
  return { text: result.text, note: result.faithful ? null : readAsLatin1 };
}

/**
 * Reads a file into a buffer and gives the number of bytes; null when it does not fit, leaving room for one byte more,
 * or cannot be read, which whoever reads it in another way will be told.
 */
export function fillWith(file: string, buffer: Buffer): number | null {
  try {
    const length = withOpen(file, (descriptor) => fill(descriptor, buffer));
    return length < buffer.length ? length : null;
  } catch {
    return null;
  }
}

/** The bytes of a file. Throws the error of the file system. */
export function readBytes(file: string): Buffer {
  return withOpen(file, (descriptor) => readFileSync(descriptor));
}

/** The bytes of a file that nothing depends on alone; null when it cannot be read. */
export function readBytesIfAny(file: string): Buffer | null {
  try {
    return readBytes(file);
  } catch {
    return null;
  }
}

function withOpen<T>(file: string, use: (descriptor: number) => T): T {
  const descriptor = openSync(file, flags);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function textOf(descriptor: number): FileText {
  const length = fill(descriptor, start);
  if (length < start.length) return textIn(start.subarray(0, length));
  if (isBinary(start) && decodeText(start) === null) return { text: null, note: null };
  if (fstatSync(descriptor).size > largestText) {
    return { text: null, note: "Larger than 16 MiB, so it is left out of the audit." };
  }
  return textIn(Buffer.concat([start, readFileSync(descriptor)]));
}

/** Fills the buffer from the start of the file and gives the number of bytes, fewer only when the file has no more. */
function fill(descriptor: number, buffer: Buffer): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}
