import type { OccurrenceKind } from "../inventory/occurrence.ts";

/** Complete by its type: a kind that is forgotten here does not compile. */
const every = {
  "manifest-version": true,
  dependency: true,
  "lock-entry": true,
  image: true,
  "api-version": true,
  constant: true,
  schema: true,
  snippet: true,
  url: true,
  assignment: true,
  toolchain: true,
  "generated-header": true,
  text: true,
} satisfies Record<OccurrenceKind, true>;

/** The names for `--kind`. */
export const occurrenceKinds = Object.keys(every);
