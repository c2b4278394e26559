import { oncePer } from "../once-per.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The npm packages that a manifest of the repository asks for, or that the root maps to something. */
export const askedFor = oncePer(
  ({ npm, resolutions }: Workspace): ReadonlySet<string> =>
    new Set([...npm.flatMap(({ dependencies }) => [...dependencies]), ...resolutions.keys()]),
);
