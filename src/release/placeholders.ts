import { virtualRoot } from "../sandbox/host/files/virtual-path.ts";

/** Puts the version and the root, as the script sees it, for `{version}` and `{root}`. */
export function fill(text: string, target: string): string {
  return text.replaceAll("{version}", () => target).replaceAll("{root}", () => virtualRoot);
}

/** Fills every string within a JSON value; the keys of objects stay as they are. */
export function fillDeep(value: unknown, target: string): unknown {
  if (typeof value === "string") return fill(value, target);
  if (Array.isArray(value)) return value.map((item) => fillDeep(item, target));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillDeep(item, target)]));
}
