import { readFileSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { AuditError } from "../audit-error.ts";
import { refuseForeignFile } from "../config/own-file.ts";
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
    throw new AuditError("the baseline cannot be read", { path, line: null, column: null, help }, { cause });
  }
  return { path, entries: parseBaseline(path, text) };
}

/** The path of a file relative to the root, with `/`; absolute when it lies outside. */
export function shownPath(root: string, file: string): string {
  const absolute = resolve(root, file);
  const path = relative(resolve(root), absolute);
  return path.startsWith("..") || isAbsolute(path) ? absolute : path.split(sep).join("/");
}
