import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { AuditError } from "../../audit-error.ts";
import { refuseForeignFile } from "../../config/foreign-file.ts";
import { shownPath } from "../../repository/files/path-inside.ts";
import type { BaselineEntry } from "./baseline.ts";
import { parseBaseline } from "./baseline-file.ts";

/** A baseline with the path under which it is shown. */
export interface ReadBaseline {
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * Reads a baseline file.
 * @param file absolute, or relative to the root
 * @throws AuditError when it is not there, or with the place where it is wrong
 */
export function readBaseline(root: string, file: string): ReadBaseline {
  const path = shownPath(root, file);
  refuseForeignFile(resolve(root), file);
  let text: string;
  try {
    text = readFileSync(resolve(root, file), "utf8");
  } catch (cause) {
    const help = "Write it with `version-audit baseline`, or leave --baseline out.";
    throw new AuditError("the baseline cannot be read", { path, help }, { cause });
  }
  return { path, entries: parseBaseline(path, text) };
}
