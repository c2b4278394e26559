import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import type { Offer } from "./offer.ts";
import { powershellCompletion } from "./powershell.ts";
import { zshCompletion } from "./zsh.ts";

/** The shells that can be told what to complete, each with the script that tells it. */
export const shells = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
} as const satisfies Record<string, (offer: Offer) => string>;

/** The name of a shell that is known. */
export type Shell = keyof typeof shells;

/** The names, in the order in which the help shows them. */
export const shellNames: readonly Shell[] = ["bash", "zsh", "fish", "powershell"];
