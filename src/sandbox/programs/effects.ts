import type { Effect } from "./effect.ts";
import { fileEffects } from "./file-effects.ts";
import { npmVersion } from "./npm-effects.ts";
import { sed } from "./sed.ts";
import { textEffects } from "./text-effects.ts";

/**
 * The commands that are carried out on the overlay, by program. Everything else is recorded and not run: whatever it
 * would change is not known, which is for a rule to report.
 */
export const effects: ReadonlyMap<string, Effect> = new Map(
  Object.entries({ ...fileEffects, ...textEffects, sed, npm: npmVersion, pnpm: npmVersion }),
);
