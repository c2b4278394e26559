import { quoted } from "../quoting.ts";
import type { NewRow } from "./new-rows.ts";
import type { RowStyle } from "./row-style.ts";

/** A row as the other rows of its table are written, with the comma and the white space before it. */
export function rowText({ glob, pattern, matchesEveryFile }: NewRow, style: RowStyle, base: string): string {
  const { gap, opening, between, closing, properties, quote, listsPaths, newText, optional } = style;
  const path = quoted(glob.slice(base.length), quote);
  const values = {
    path: listsPaths ? `[${path}]` : path,
    pattern: `/${pattern.source}/${pattern.flags}`,
    replacement: newText(pattern.pieces),
  };
  const written = properties.map(({ key, role }) => `${key}: ${values[role]}`);
  if (!matchesEveryFile && optional !== null) written.push(optional);
  return `,${gap}{${opening}${written.join(between)}${closing}}`;
}
