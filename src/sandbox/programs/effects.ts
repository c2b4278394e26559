import type { Effect } from "../host/desk/effect.ts";
import { npmVersion } from "./npm/effects.ts";

/**
 * The commands that are carried out on the overlay, by program. Everything else is recorded and not run: whatever it
 * would change is not known, which is for a rule to report.
 */
export const effects: ReadonlyMap<string, Effect> = new Map(
  Object.entries({
    npm: npmVersion,
    pnpm: npmVersion,
  }),
);
