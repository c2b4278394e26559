import { styleText } from "node:util";
import type { Severity } from "../rules/finding.ts";

/** What a piece of a text report is, so that the palette alone knows how it looks. */
export type Paint = Severity | "strong" | "gutter" | "help";

/** Gives a piece of text its look. */
export type Palette = (paint: Paint, text: string) => string;

/** Leaves every text as it is. */
export const plain: Palette = (_, text) => text;

/** ANSI colours, whatever the terminal; whether they are wanted is decided by the command line. */
export const coloured: Palette = (paint, text) =>
  styleText([...styles[paint]], text, { validateStream: false });

const styles = {
  error: ["red", "bold"],
  warning: ["yellow", "bold"],
  note: ["cyan", "bold"],
  strong: ["bold"],
  gutter: ["blue", "bold"],
  help: ["green"],
} as const satisfies Record<Paint, Parameters<typeof styleText>[0]>;
