import { readFileSync } from "node:fs";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { Note } from "../repository.ts";
import { folderEntries } from "./folder-entries.ts";
import { ignoreHint } from "./ignore-hint.ts";
import type { Listing } from "./listing.ts";
import { systemReason } from "./system-reason.ts";

/** The `.gitignore` of one folder; its patterns are relative to `prefix`, which is empty or ends in a slash. */
interface Rules {
  readonly prefix: string;
  readonly matcher: Ignore;
  /** Found in every path that the matcher could say anything about. */
  readonly hint: RegExp;
}

/** Folders that no release commits, whether or not a `.gitignore` says so. */
const neverEntered = new Set([".git", "node_modules"]);

/**
 * Lists a folder without git: every file outside of `.git` and `node_modules` that no `.gitignore` on the way to it
 * ignores. Symbolic links are listed and not followed.
 * @param root absolute path of the audited root
 */
export function walk(root: string): Listing {
  const files: string[] = [];
  const links: string[] = [];
  const notes: Note[] = [];
  const pending: { prefix: string; rules: readonly Rules[] }[] = [{ prefix: "", rules: [] }];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const { prefix } = folder;
    const entries = folderEntries(root, prefix, notes);
    const rules = entries.some((entry) => entry.name === ".gitignore" && entry.isFile())
      ? [...folder.rules, ...rulesOf(root, prefix, notes)]
      : folder.rules;
    for (const entry of entries) {
      const path = prefix + entry.name;
      if (entry.name.includes("\uFFFD")) {
        notes.push({ path, message: "This name is not valid UTF-8, so what it names is not audited." });
      } else if (entry.isDirectory()) {
        if (neverEntered.has(entry.name) || isIgnored(`${path}/`, rules)) continue;
        pending.push({ prefix: `${path}/`, rules });
      } else if (!isIgnored(path, rules)) {
        if (entry.isFile()) files.push(path);
        else if (entry.isSymbolicLink()) links.push(path);
      }
    }
  }
  return { files, links, notes };
}

function rulesOf(root: string, prefix: string, notes: Note[]): Rules[] {
  const path = `${prefix}.gitignore`;
  try {
    const text = readFileSync(join(root, path), "utf8");
    return [{ prefix, matcher: ignore({ ignorecase: false }).add(text), hint: ignoreHint(text) }];
  } catch (error) {
    notes.push({ path, message: `Could not be read, so it ignores nothing: ${systemReason(error)}.` });
    return [];
  }
}

/** The `.gitignore` nearest to a path decides, as far as it says anything: gitignore(5). */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (const { prefix, matcher, hint } of rules.toReversed()) {
    const below = path.slice(prefix.length);
    if (!hint.test(below)) continue;
    const { ignored, unignored } = matcher.test(below);
    if (ignored || unignored) return ignored;
  }
  return false;
}
