import type { ToolchainPin } from "./toolchain-pins.ts";

/** Pins that agree with each other. */
export interface PinGroup {
  /** The most precise version of the group. */
  readonly version: string;
  readonly pins: readonly ToolchainPin[];
}

/**
 * Groups pins that agree at the precision at which they are written: `1.88` and `1.88.0` do. A pin that agrees with every
 * other, such as `1`, chooses nothing and is left out. The largest group comes first, and of equal ones that which the
 * toolchain obeys.
 */
export function groupPins(pins: readonly ToolchainPin[], byMajor: boolean): PinGroup[] {
  const compared = (version: string) => (byMajor ? (version.split(".")[0] ?? version) : version);
  const groups: { version: string; pins: ToolchainPin[] }[] = [];
  for (const pin of pins.toSorted((a, b) => precision(b.version) - precision(a.version))) {
    const version = compared(pin.version);
    const agreeing = groups.filter((group) => agree(version, group.version));
    if (agreeing.length > 1 && agreeing.length === groups.length) continue;
    const group = agreeing.toSorted((a, b) => b.pins.length - a.pins.length)[0];
    if (group === undefined) groups.push({ version, pins: [pin] });
    else group.pins.push(pin);
  }
  return groups.sort((a, b) => b.pins.length - a.pins.length || obeyed(b) - obeyed(a));
}

function obeyed({ pins }: PinGroup): number {
  return pins.filter((pin) => pin.obeyed).length;
}

function precision(version: string): number {
  return version.split(".").length;
}

function agree(a: string, b: string): boolean {
  const [one, other] = [a.split("."), b.split(".")];
  return one.every((part, index) => other[index] === undefined || other[index] === part);
}
