import { posix } from "node:path";
import type { Question } from "../host/desk/answer.ts";

/** The root-relative path of what the script calls `path`; null when it lies outside the root. */
export function placeOf(question: Question, path: string): string | null {
  const absolute = posix.resolve(question.virtualRoot, question.cwd, path);
  const relative = posix.relative(question.virtualRoot, absolute);
  return relative === ".." || relative.startsWith("../") ? null : relative;
}

/** The absolute path under which the script sees a root-relative path. */
export function seenPath(question: Question, path: string): string {
  return path === "" ? question.virtualRoot : posix.join(question.virtualRoot, path);
}

/** `folder/name`, and `name` alone for the root itself. */
export function within(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** The folder itself and every folder above it up to the root, nearest first. */
export function upwards(folder: string): readonly string[] {
  if (folder === "") return [""];
  const cut = folder.lastIndexOf("/");
  return [folder, ...upwards(cut === -1 ? "" : folder.slice(0, cut))];
}
