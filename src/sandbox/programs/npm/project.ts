import { posix } from "node:path";
import type { View } from "../../host/desk/answer.ts";
import { isObject, type JsonObject, readJsonObject } from "../json-file.ts";
import { upwards, within } from "../place.ts";
import { memberManifests, type NpmMember, nameOf, sortedByFolder, workspaceGlobs } from "./workspaces.ts";

/** Where npm works. Folders are relative to the audited root. */
export interface NpmProject {
  readonly dir: string;
  readonly content: JsonObject;
  /** The workspace that was started in, which npm takes as if it had been given with `-w`; null outside of any. */
  readonly startedIn: NpmMember | null;
}

/**
 * The project around a folder, as npm finds it: the nearest package.json upwards, or the root of the workspaces to which
 * that belongs. `alone` keeps to the nearest one. Null when there is none, and when npm would fail on one or do with its
 * globs what is not done here. https://github.com/npm/cli/blob/v11.0.0/workspaces/config/lib/index.js (loadLocalPrefix)
 */
export function npmProject(view: View, start: string, alone: boolean): NpmProject | null {
  const places = upwards(start).filter((folder) => view.exists(within(folder, "package.json")));
  const [nearest, ...above] = places;
  if (nearest === undefined) return null;
  for (const dir of alone ? [] : above) {
    const content = readJsonObject(view, within(dir, "package.json"));
    if (content === null) continue;
    const workspaces = npmWorkspaces(view, dir, content);
    if (workspaces === null) return null;
    const startedIn = workspaces.find((workspace) => workspace.dir === nearest);
    if (startedIn !== undefined) return { dir, content, startedIn };
  }
  const content = readJsonObject(view, within(nearest, "package.json"));
  return content === null ? null : { dir: nearest, content, startedIn: null };
}

/**
 * The workspaces of a root in npm's order, each with a name of its own. Null when npm fails on one of them, or on the
 * field itself. https://github.com/npm/map-workspaces/blob/v4.0.2/lib/index.js
 */
export function npmWorkspaces(view: View, root: string, content: JsonObject): readonly NpmMember[] | null {
  const field = content["workspaces"];
  if (field === undefined) return [];
  const given = isObject(field) ? field["packages"] : field;
  if (!Array.isArray(given) || !given.every((glob) => typeof glob === "string")) return null;
  const globs = workspaceGlobs(content);
  if (comparesGlobs(globs)) return null;

  const members = new Map<string, NpmMember>();
  for (const manifest of inOrder(view, root, globs)) {
    const found = readJsonObject(view, manifest);
    if (found === null || typeof (found["name"] ?? "") !== "string") return null;
    const member = { dir: posix.dirname(manifest), manifest, content: found };
    const name = nameOf(member);
    if (members.has(name)) return null;
    members.set(name, member);
  }
  return [...members.values()];
}

/**
 * npm compares exclusions with the other globs as texts: a later glob takes back an exclusion that matches it, and an
 * exclusion drops every glob that it matches. True when that may happen.
 */
function comparesGlobs(globs: readonly string[]): boolean {
  const lastWanted = globs.findLastIndex((glob) => !glob.startsWith("!"));
  return globs.some((glob, index) => {
    if (!glob.startsWith("!")) return false;
    const excluded = glob.slice(1);
    if (excluded.startsWith("!") || globs.includes(excluded)) return true;
    const stars = excluded.endsWith("*") ? excluded.replace(/\*{1,2}$/, "") : null;
    return (
      (index < lastWanted && /[*?[{(]/.test(excluded)) ||
      (stars !== null && globs.some((other) => other.startsWith(stars)))
    );
  });
}

/**
 * Glob by glob, like every reader of workspaces, but a folder that a later glob admits comes as early as the first glob
 * that leads through it: with `a/*\/b` in front of `a/*`, `a/x` comes before `a/x/b`.
 */
function inOrder(view: View, root: string, globs: readonly string[]): ReadonlySet<string> {
  const admitted = memberManifests(view, root, globs);
  const all = new Set(admitted.flat());
  const excluded = globs.filter((glob) => glob.startsWith("!"));
  const ordered = globs
    .filter((glob) => !glob.startsWith("!"))
    .map((glob, index) => {
      const through = admitted.length === 1 || glob.includes("{") ? [] : leadingTo(glob);
      const passed = memberManifests(view, root, [...through, ...excluded]).flat();
      return sortedByFolder([...(admitted[index] ?? []), ...passed.filter((manifest) => all.has(manifest))]);
    });
  return new Set(ordered.flat());
}

/** The shorter globs that lead to a glob: `a` and `a/*` for `a/*\/b`. */
function leadingTo(glob: string): readonly string[] {
  const steps = posix
    .join(glob)
    .split("/")
    .filter((step) => step !== "");
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/"));
}
