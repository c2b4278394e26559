import type { SelectionOptions } from "../selection/audit-selection.ts";
import { usageError } from "./formats.ts";
import type { Settings } from "./settings.ts";

type Selection = Pick<SelectionOptions, "scope" | "baseline" | "exclude" | "within" | "comparesCoverage">;

/** What of an audit is to be reported. Throws an AuditError when two options contradict each other. */
export function selectionOf({ since, staged, baseline, exclude, within, formats }: Settings): Selection {
  const comparesCoverage = formats.some(({ name }) => name === "comment");
  if (since !== null && staged)
    throw usageError("--since and --staged are two different comparisons", "Leave one of them out.");
  const parts = { baseline, exclude, within, comparesCoverage };
  if (staged) return { scope: { by: "staged" }, ...parts };
  return { scope: since === null ? null : { by: "since", revision: since }, ...parts };
}
