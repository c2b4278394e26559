import { styleText } from "node:util";
import type { Severity } from "../findings/finding.ts";

/** What a piece of a text report is, so that the palette alone knows how it looks. */
export type Paint = Severity | "strong" | "gutter" | "help" | "place";

/** Gives a piece of text its look. */
export type Palette = (paint: Paint, text: string) => string;

/** Leaves every text as it is. */
export const plain: Palette = (_, text) => text;

/** ANSI colours, whatever the terminal; whether they are wanted is decided by the command line. */
export const coloured: Palette = (paint, text) =>
  styleText([...styles[paint]], text, { validateStream: false });

/** The same with places, as `path:line:column`, linked to what `addressOf` says of their path. */
export function linking(palette: Palette, addressOf: (path: string) => string): Palette {
  return (paint, text) => {
    if (paint !== "place") return palette(paint, text);
    const address = addressOf(text.replace(/:\d+:\d+$/, ""));
    return `\x1b]8;;${address}\x07${text}\x1b]8;;\x07`;
  };
}

const styles = {
  error: ["red", "bold"],
  warning: ["yellow", "bold"],
  note: ["cyan", "bold"],
  strong: ["bold"],
  gutter: ["blue", "bold"],
  help: ["green"],
  place: [],
} as const satisfies Record<Paint, Parameters<typeof styleText>[0]>;
