import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Note } from "../repository.ts";
import { systemReason } from "./system-reason.ts";

/**
 * What stands directly in a folder below the root, links not followed; nothing, and a note, when it cannot be read.
 * @param prefix the folder's path relative to the root, empty or with a slash at its end
 */
export function folderEntries(root: string, prefix: string, notes: Note[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, prefix), { withFileTypes: true });
  } catch (error) {
    const path = prefix === "" ? null : prefix.slice(0, -1);
    notes.push({ path, message: `This folder could not be read: ${systemReason(error)}.` });
    return [];
  }
}
