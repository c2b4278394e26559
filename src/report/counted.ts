const grouped = new Intl.NumberFormat("en-US");

/** A number with its thousands grouped, the same on every machine. */
export function number(value: number): string {
  return grouped.format(value);
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** `86.8 %`, rounded down, so that only all of it is 100 %. Nothing owed is all of it. */
export function percentage(part: number, whole: number): string {
  const tenths = whole === 0 ? 1000 : Math.floor((part * 1000) / whole);
  return `${(tenths / 10).toFixed(1)} %`;
}
