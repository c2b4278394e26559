const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
const zeroWidth = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}]/u;

/**
 * The column (1-based, UTF-16) of a place that the compiler names by columns of a terminal, as it counts them: a tab is
 * four, a wide letter one more than its code units, a combining mark one less
 * (https://rustdoc.swc.rs/swc_common/struct.Loc.html).
 * @param line 1-based
 * @param shown 0-based
 */
export function columnOfShown(text: string, line: number, shown: number): number {
  const lineText = text.split("\n")[line - 1] ?? "";
  let width = 0;
  let length = 0;
  for (const character of lineText) {
    if (width >= shown) break;
    width += character.length + extraWidth(character);
    length += character.length;
  }
  return length + 1;
}

function extraWidth(character: string): number {
  if (character === "\t") return 3;
  if (zeroWidth.test(character)) return -1;
  return wide.test(character) ? 1 : 0;
}
