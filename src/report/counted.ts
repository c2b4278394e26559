import type { Summary } from "../rules/audit.ts";

/** A whole number with its thousands grouped, the same on every machine. */
function number(value: number): string {
  return String(value).replace(/\d(?=(?:\d{3})+$)/g, "$&,");
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** `86.8 %`, rounded down, so that only all of it is 100 %. The whole must be more than nothing. */
export function percentage(part: number, whole: number): string {
  return `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)} %`;
}

/** `262 of 302 owed places (86.8 %)`. Where nothing is owed there is no share to speak of. */
export function coverage({ kept, owed }: Summary["coverage"]): string {
  if (owed === 0) return "no place is owed";
  return `${number(kept)} of ${number(owed)} owed places (${percentage(kept, owed)})`;
}
