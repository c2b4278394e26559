import { posix } from "node:path";
import type { View } from "../answer.ts";
import { isObject, type JsonObject, readJsonObject } from "./json-file.ts";
import { within } from "./place.ts";

/** A package that the `workspaces` field of a root package.json admits. */
export interface NpmMember {
  /** Relative to the audited root. */
  readonly dir: string;
  readonly manifest: string;
  readonly content: JsonObject;
}

/** The globs of the `workspaces` field, which is a list or an object with `packages`. */
export function workspaceGlobs(content: JsonObject): readonly string[] {
  const field = content["workspaces"];
  const globs = isObject(field) ? field["packages"] : field;
  return Array.isArray(globs) ? globs.filter((glob) => typeof glob === "string") : [];
}

/**
 * The members that globs admit below a root folder: glob by glob, within one glob by path in the English collation,
 * which is the order of npm and of yarn classic. A glob that starts with `!` leaves out what it matches, wherever it
 * stands; npm lets a later glob take a folder in again, which is not done here. A folder without a readable package.json
 * is no member.
 */
export function npmMembers(view: View, root: string, globs: readonly string[]): readonly NpmMember[] {
  const ignore = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const members = new Map<string, NpmMember>();
  for (const glob of globs.filter((pattern) => !pattern.startsWith("!"))) {
    const manifests = view.glob([posix.join(trim(glob), "package.json")], {
      cwd: root,
      ignore: [
        "**/node_modules/**",
        ...ignore.flatMap((pattern) => [trim(pattern), posix.join(trim(pattern), "**")]),
      ],
    });
    for (const manifest of manifests.toSorted(byFolder)) {
      const content = readJsonObject(view, manifest);
      const dir = posix.dirname(manifest);
      if (content !== null && manifest !== within(root, "package.json"))
        members.set(dir, { dir, manifest, content });
    }
  }
  return [...members.values()];
}

const english = new Intl.Collator("en");

function byFolder(a: string, b: string): number {
  return english.compare(posix.dirname(a), posix.dirname(b));
}

function trim(glob: string): string {
  return glob.replace(/^\.?\/+/, "").replace(/(?<!\/)\/+$/, "");
}

/** The name of a member, which is that of its folder when its manifest gives none. */
export function nameOf({ content, dir }: NpmMember): string {
  const { name } = content;
  return typeof name === "string" && name !== "" ? name : dir.slice(dir.lastIndexOf("/") + 1);
}
