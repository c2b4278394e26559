import { coloured, type Palette, plain } from "../report/palette.ts";

/** The choices of `--color`. */
export const colourChoices = ["auto", "always", "never"] as const;

export type ColourChoice = (typeof colourChoices)[number];

/** The palette for what is printed to a stream; a file, which is no stream, is never coloured. */
export function paletteFor(choice: ColourChoice, stream: NodeJS.WriteStream | null): Palette {
  return stream !== null && wantsColour(choice, stream.isTTY) ? coloured : plain;
}

/**
 * Whether what goes to a stream is coloured: as the option says, else as FORCE_COLOR and NO_COLOR say
 * (https://force-color.org, https://no-color.org), else on a terminal that can do it.
 */
function wantsColour(choice: ColourChoice, isTerminal: boolean): boolean {
  if (choice !== "auto") return choice === "always";
  const { FORCE_COLOR: force = "", NO_COLOR: no = "", TERM: terminal } = process.env;
  if (force !== "") return force !== "0" && force !== "false";
  return no === "" && isTerminal && terminal !== "dumb";
}
