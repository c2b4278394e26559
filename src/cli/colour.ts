/** The choices of `--color`. */
export const colourChoices = ["auto", "always", "never"] as const;

export type ColourChoice = (typeof colourChoices)[number];

/**
 * Whether what goes to a stream is coloured: as the option says, else as FORCE_COLOR and NO_COLOR say
 * (https://force-color.org, https://no-color.org), else on a terminal that can do it.
 */
export function wantsColour(choice: ColourChoice, isTerminal: boolean): boolean {
  if (choice !== "auto") return choice === "always";
  const { FORCE_COLOR: force = "", NO_COLOR: no = "", TERM: terminal } = process.env;
  if (force !== "") return force !== "0" && force !== "false";
  return no === "" && isTerminal && terminal !== "dumb";
}
