import type { Mutation } from "../mutation.ts";

/** The text that bytes are when they are UTF-8. */
function textOf(content: string): string {
  return Buffer.from(content, "latin1").toString("utf8");
}

function utf16(content: string, bigEndian: boolean): string {
  const bytes = Buffer.from(textOf(content), "utf16le");
  return (bigEndian ? bytes.swap16() : bytes).toString("latin1");
}

/** Mutations that write the same text in other bytes. */
export const encodings: readonly Mutation[] = [
  { name: "UTF-8 with a mark", change: (content) => `\xef\xbb\xbf${content}` },
  { name: "UTF-16, little end first", change: (content) => `\xff\xfe${utf16(content, false)}` },
  { name: "UTF-16, big end first", change: (content) => `\xfe\xff${utf16(content, true)}` },
  {
    name: "UTF-16, half a character short",
    change: (content) => `\xff\xfe${utf16(content, false).slice(0, -1)}`,
  },
  { name: "UTF-16 without a mark", change: (content) => utf16(content, false) },
  {
    name: "Latin-1",
    change: (content, random) => content.replace(/[aou]/g, (vowel) => (random.oneIn(6) ? "\xe4" : vowel)),
  },
  { name: "Windows line ends", change: (content) => content.replace(/\r?\n/g, "\r\n") },
  {
    name: "mixed line ends",
    change: (content, random) => content.replace(/\n/g, (end) => (random.oneIn(2) ? "\r\n" : end)),
  },
  { name: "old line ends", change: (content) => content.replaceAll("\n", "\r") },
  { name: "no line end at the end", change: (content) => content.trimEnd() },
  {
    name: "a NUL far into the file",
    change: (content) => `${content.padEnd(9000, "\n")}\0${content}`,
  },
];
