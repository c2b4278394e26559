import { deflateSync } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
/** The most bytes that one line of a binary patch holds; its first letter says how many. */
const bytesPerLine = 52;

/**
 * The body of a patch for a file that is not text, as `git diff --binary` writes it: the new content and, for the way
 * back, the old one, each deflated and in base 85. https://git-scm.com/docs/diff-format
 */
export function binaryPatch(before: Uint8Array, after: Uint8Array): string[] {
  return ["GIT binary patch", ...literal(after), "", ...literal(before), ""];
}

function literal(content: Uint8Array): string[] {
  const packed = deflateSync(content);
  const lines = [`literal ${content.length}`];
  for (let at = 0; at < packed.length; at += bytesPerLine) {
    const piece = packed.subarray(at, at + bytesPerLine);
    const letter = piece.length <= 26 ? 0x40 + piece.length : 0x60 + piece.length - 26;
    lines.push(String.fromCharCode(letter) + base85(piece));
  }
  return lines;
}

/** Four bytes, the most significant first, become five digits; the last group is filled up with zeros. */
function base85(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    let group = 0;
    for (let offset = 0; offset < 4; offset++) group = group * 256 + (bytes[at + offset] ?? 0);
    let digits = "";
    for (let digit = 0; digit < 5; digit++) {
      digits = alphabet.charAt(group % 85) + digits;
      group = Math.floor(group / 85);
    }
    text += digits;
  }
  return text;
}
