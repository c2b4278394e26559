/** How wide a tab is shown. */
const tabWidth = 4;

/** Letters of East Asian scripts and pictures that terminals show two columns wide. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
/** Marks that are drawn over the letter before them. */
const zeroWidth = /[\p{Mn}\p{Me}]|[\u200B-\u200D]|[\uFE00-\uFE0F]/u;
/** Control characters, and marks that turn the direction of the text around. */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** Text of a repository that is safe to show: what would move the cursor or change colours becomes a visible sign. */
export function visible(text: string): string {
  const plain = text.replaceAll("##[", otherBracket).replace(/^(\s{0,100})::/u, `$1${otherColons}`);
  return plain.replace(unprintable, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/**
 * A sign as wide as the bracket that it stands for. A runner takes a workflow command of the older form from anywhere in
 * a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const otherBracket = "##\u2045";

/** As wide as the colons by which a line is known as a workflow command, whatever blanks stand before them. */
const otherColons = ":\u2236";

/** The same for a source line, with tabs as spaces. */
export function visibleLine(line: string): string {
  return visible(line.replaceAll("\t", " ".repeat(tabWidth)));
}

/** How many terminal columns a visible text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += zeroWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
