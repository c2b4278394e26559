import type { Summary } from "../findings/audit.ts";
import { grouped } from "../repository/text/counted.ts";

/** `86.8 %`, rounded down, so that only all of it is 100 %. The whole must be more than nothing. */
export function percentage(part: number, whole: number): string {
  return `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)} %`;
}

/** `262 of 302 owed places (86.8 %)`. Where nothing is owed there is no share to speak of. */
export function coverage({ kept, owed }: Summary["coverage"]): string {
  if (owed === 0) return "no place is owed";
  return `${grouped(kept)} of ${grouped(owed)} owed places (${percentage(kept, owed)})`;
}
