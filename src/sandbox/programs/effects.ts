import type { Effect } from "../host/desk/effect.ts";
import { fileEffects } from "./files/file-effects.ts";
import { textEffects } from "./files/text-effects.ts";
import { npmVersion } from "./npm/effects.ts";
import { sed } from "./sed/sed.ts";

/**
 * The commands that are carried out on the overlay, by program. Everything else is recorded and not run: whatever it
 * would change is not known, which is for a rule to report.
 */
export const effects: ReadonlyMap<string, Effect> = new Map(
  Object.entries({ ...fileEffects, ...textEffects, sed, npm: npmVersion, pnpm: npmVersion }),
);
