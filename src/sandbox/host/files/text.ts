const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of UTF-8 bytes, a byte order mark kept; null when they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** As Node's `toString("utf8")` does it: what is not valid becomes U+FFFD. */
export function decodeLoosely(bytes: Uint8Array): string {
  return lenient.decode(bytes);
}

/** As Node writes a string: a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
