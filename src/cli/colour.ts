import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { coloured, linking, type Palette, plain } from "../report/palette.ts";
import { knowsLinks } from "./hyperlinks.ts";

/** The choices of `--color`. */
export const colourChoices = ["auto", "always", "never"] as const;

export type ColourChoice = (typeof colourChoices)[number];

/**
 * The palette for what is printed to a stream; a file, which is no stream, is never coloured. On a terminal that knows links
 * places are links into the root, where it is given: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
 */
export function paletteFor(
  choice: ColourChoice,
  stream: NodeJS.WriteStream | null,
  root: string | null = null,
): Palette {
  if (stream === null || !wantsColour(choice, stream.isTTY)) return plain;
  if (root === null || !stream.isTTY || !knowsLinks(process.env)) return coloured;
  return linking(coloured, (path) => pathToFileURL(resolve(root, path)).href);
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
