import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { discover } from "../../../src/repository/files/discover.ts";

/**
 * What happened to files, in a form to be read: each one that changed with its new text. Lines that are the same in a long
 * file are left out.
 */
export function changesIn(root: string, before: Readonly<Record<string, string>>): string {
  const paths = new Set([...Object.keys(before), ...discover(root).paths]);
  const changed = [...paths].sort().flatMap((path) => {
    // What tools keep for themselves is no part of a release.
    if (/^(?:node_modules|\.nx(?!\/version-plans)|\.yarn)\//.test(path)) return [];
    const old = before[path] ?? null;
    const now = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null;
    if (old === now) return [];
    return now === null ? [`--- ${path}: gone`] : [`--- ${path}`, ...shown(now)];
  });
  return `${changed.join("\n")}\n`;
}

/** Every line, marked where the last one has no end and where lines end as in Windows. */
function shown(text: string): readonly string[] {
  const rows = text.replaceAll("\r", "␍").split("\n");
  return rows.at(-1) === "" ? rows.slice(0, -1) : [...rows.slice(0, -1), `${rows.at(-1)}␄`];
}
