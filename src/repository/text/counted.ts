/** A whole number with its thousands grouped, the same on every machine. */
export function grouped(value: number): string {
  return String(value).replace(/\d(?=(?:\d{3})+$)/g, "$&,");
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
