import { posix } from "node:path";
import { parse } from "yaml";
import type { View } from "../../host/desk/answer.ts";
import { isObject, type JsonObject, readJsonObject } from "../json-file.ts";
import { upwards, within } from "../place.ts";

const workspaceFile = "pnpm-workspace.yaml";
const neverProjects = ["**/node_modules/**", "**/bower_components/**"];

/** A folder that pnpm takes for a project. */
export interface PnpmProject {
  /** Relative to the root. */
  readonly dir: string;
  readonly manifest: string;
  readonly content: JsonObject;
}

/** The pnpm workspace around a folder; a folder outside any is looked through from itself downwards. */
export interface PnpmWorkspace {
  /** The folder of pnpm-workspace.yaml; outside of any workspace the folder itself. */
  readonly dir: string;
  /** The path globs of the workspace file. */
  readonly patterns: readonly string[];
  /** False when every project has a lockfile of its own, in which case pnpm lists each project apart. */
  readonly sharedLockfile: boolean;
}

/**
 * Finds the pnpm workspace of a folder. Null when its file is not a YAML map, for which pnpm fails. A workspace file
 * without `packages` makes the root the only project, as of pnpm 10 (pnpm 9 refuses it).
 */
export function findPnpmWorkspace(view: View, cwd: string): PnpmWorkspace | null {
  const dir = upwards(cwd).find((folder) => view.exists(within(folder, workspaceFile)));
  if (dir === undefined) return { dir: cwd, patterns: [".", "**"], sharedLockfile: false };
  const settings = readYamlMap(view.read(within(dir, workspaceFile)) ?? "");
  if (settings === null) return null;
  const { packages = ["."] } = settings;
  if (!Array.isArray(packages)) return null;
  return {
    dir,
    patterns: packages.filter((pattern) => typeof pattern === "string"),
    sharedLockfile: settings["sharedWorkspaceLockfile"] !== false && !npmrcUnshares(view, dir),
  };
}

function readYamlMap(text: string): JsonObject | null {
  try {
    const value: unknown = parse(text) ?? {};
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function npmrcUnshares(view: View, dir: string): boolean {
  const npmrc = view.read(within(dir, ".npmrc")) ?? "";
  return npmrc
    .split("\n")
    .some((line) => line.replaceAll(" ", "").trim() === "shared-workspace-lockfile=false");
}

/**
 * The projects of a workspace in pnpm's order: the root first, then by path, compared by code unit. Every glob stands
 * for the package.json below the folders that it matches, so `!packages/a` leaves out that folder and keeps its
 * subfolders. Null when a manifest is not JSON, for which pnpm fails, or is a package.json5 or package.yaml, which
 * nothing here reads.
 */
export function pnpmProjects(view: View, workspace: PnpmWorkspace): readonly PnpmProject[] | null {
  const patterns = workspace.patterns.filter((pattern) => isInside(workspace.dir, pattern)).map(normalize);
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!")).map(manifestsOf);
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith("!"))
    .map((pattern) => manifestsOf(pattern.slice(1)));
  const found = view.glob(wanted, { cwd: workspace.dir, ignore: [...neverProjects, ...unwanted] });
  const root = view.glob([manifestsOf(".")], { cwd: workspace.dir, ignore: [] });

  const projects: PnpmProject[] = [];
  for (const manifest of new Set([...root, ...found])) {
    const content = manifest.endsWith(".json") ? readJsonObject(view, manifest) : null;
    if (content === null) return null;
    projects.push({
      dir: manifest.slice(0, Math.max(0, manifest.length - "/package.json".length)),
      manifest,
      content,
    });
  }
  return projects.sort((a, b) => (a.dir < b.dir ? -1 : 1));
}

function manifestsOf(pattern: string): string {
  return posix.join(pattern, "package.{json,json5,yaml}");
}

/** `./a/` and `a` are the same; an exclamation mark stays in front. */
function normalize(pattern: string): string {
  const negated = pattern.startsWith("!");
  const path = posix.normalize(negated ? pattern.slice(1) : pattern).replace(/\/$/, "");
  return negated ? `!${path}` : path;
}

/** False for `../sibling` of the audited root: nothing outside it is looked at. */
function isInside(dir: string, pattern: string): boolean {
  return !/^\.\.(?:\/|$)/.test(posix.join(dir, pattern.replace(/^!/, "")));
}
