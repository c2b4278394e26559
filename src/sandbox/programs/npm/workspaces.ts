import { posix } from "node:path";
import type { View } from "../../host/desk/answer.ts";
import { isObject, type JsonObject, readJsonObject } from "../json-file.ts";
import { within } from "../place.ts";

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
  const members = new Map<string, NpmMember>();
  for (const manifest of new Set(memberManifests(view, root, globs).flat())) {
    const content = readJsonObject(view, manifest);
    const dir = posix.dirname(manifest);
    if (content !== null) members.set(dir, { dir, manifest, content });
  }
  return [...members.values()];
}

/** The manifests that globs admit, readable or not: one sorted list for each glob that is no exclusion. */
export function memberManifests(
  view: View,
  root: string,
  globs: readonly string[],
): readonly (readonly string[])[] {
  const ignore = globs
    .filter((glob) => glob.startsWith("!"))
    .map((glob) => trim(glob.slice(1)))
    .flatMap((glob) => [glob, posix.join(glob, "**")]);
  const own = within(root, "package.json");
  return globs
    .filter((glob) => !glob.startsWith("!"))
    .map((glob) =>
      sortedByFolder(
        view
          .glob([posix.join(trim(glob), "package.json")], {
            cwd: root,
            ignore: ["**/node_modules/**", ...ignore],
          })
          .filter((manifest) => manifest !== own),
      ),
    );
}

/** Manifests in the English collation of their folders, which is npm's. */
export function sortedByFolder(manifests: readonly string[]): readonly string[] {
  // A collator that stood outside would load its data in every audit, and most have no manifests to sort.
  const english = new Intl.Collator("en");
  return manifests.toSorted((a, b) => english.compare(posix.dirname(a), posix.dirname(b)));
}

function trim(glob: string): string {
  return glob.replace(/^\.?\/+/, "").replace(/(?<!\/)\/+$/, "");
}

/** The name of a member, which is that of its folder, with a scope above it, when its manifest gives none. */
export function nameOf({ content, dir }: NpmMember): string {
  const { name } = content;
  if (typeof name === "string" && name !== "") return name;
  const [scope = "", folder = dir] = dir.split("/").slice(-2);
  return scope.startsWith("@") ? `${scope}/${folder}` : dir.slice(dir.lastIndexOf("/") + 1);
}
