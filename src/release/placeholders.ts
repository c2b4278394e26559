import { virtualRoot } from "../sandbox/host/files/virtual-path.ts";
import type { Bump } from "./bump.ts";

/** Puts the versions of a step and the root, as the script sees it, for `{version}`, `{current}` and `{root}`. */
export function fill(text: string, { current, target }: Bump): string {
  return text
    .replaceAll("{version}", () => target)
    .replaceAll("{current}", () => current)
    .replaceAll("{root}", () => virtualRoot);
}

/** Fills every string within a JSON value; the keys of objects stay as they are. */
export function fillDeep(value: unknown, bump: Bump): unknown {
  if (typeof value === "string") return fill(value, bump);
  if (Array.isArray(value)) return value.map((item) => fillDeep(item, bump));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillDeep(item, bump)]));
}
