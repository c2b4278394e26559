import * as v from "valibot";
import { type Release, releaseSchema } from "./schema.ts";

/** A release as a table of the configuration says it: without the keys that have the values which they have by default. */
export function releaseTable(release: Release): Readonly<Record<string, unknown>> {
  const byDefault: Readonly<Record<string, unknown>> = defaults();
  return Object.fromEntries(
    Object.entries(release).filter(
      ([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(byDefault[key]),
    ),
  );
}

/** What the least release that there can be has besides what makes it one. */
function defaults(): Omit<Release, "name" | "history"> {
  const {
    name: _name,
    history: _history,
    ...rest
  } = v.parse(releaseSchema, { name: "least", history: true });
  return rest;
}
