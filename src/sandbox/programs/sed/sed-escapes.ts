const plain: ReadonlyMap<string, number> = new Map([
  ["a", 7],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11],
]);

/**
 * Reads an escape that GNU's sed knows everywhere, `at` being the offset of the backslash; null for any other. See
 * https://www.gnu.org/software/sed/manual/html_node/Escapes.html.
 */
export function readSedEscape(source: string, at: number): { code: number; end: number } | null {
  const simple = plain.get(source[at + 1] ?? "");
  if (simple !== undefined) return { code: simple, end: at + 2 };
  const [written, decimal, octal, hexadecimal] =
    /^\\(?:d(\d{3})|o([0-7]{3})|x([0-9A-Fa-f]{2}))/.exec(source.slice(at, at + 5)) ?? [];
  if (written === undefined) return null;
  const code = Number.parseInt(decimal ?? octal ?? hexadecimal ?? "", decimal ? 10 : octal ? 8 : 16);
  return code < 128 ? { code, end: at + written.length } : null;
}
