import { isUtf8 } from "node:buffer";
import { lstatSync, type Stats } from "node:fs";
import { join } from "node:path";
import { folderEntries } from "../files/folder-entries.ts";
import type { Listing } from "../files/listing.ts";
import type { Note } from "../repository.ts";
import type { Environment } from "./environment.ts";
import { askGit } from "./git.ts";

/** A folder of the paths that git names: its own names and the folders directly below it. */
interface Folder {
  readonly names: string[];
  readonly folders: Map<string, Folder>;
}

/**
 * What git lists below the root, tracked or untracked but not ignored, as far as it is there. Submodules are folders
 * and nested repositories end in a slash, so neither is listed, which is noted. The reason as text when git refuses.
 * @param root absolute path of the audited root, which may be a subfolder of the work tree
 */
export function listTracked(root: string, environment?: Environment): Listing | string {
  const args = ["--cached", "--others", "--exclude-standard", "--no-recurse-submodules", "-t", "-z"];
  const answer = listed(root, args, environment);
  if (typeof answer === "string") return answer;
  const notes: Note[] = [];
  const top: Folder = { names: [], folders: new Map() };
  const entries = entriesOf(answer, notes);
  // A path in a merge conflict is listed once for each side.
  const nested: string[] = [];
  for (const path of new Set(entries.map((entry) => entry.slice(tagLength)))) {
    if (path.endsWith("/")) nested.push(path.slice(0, -1));
    else addPath(top, path);
  }
  const files: string[] = [];
  const links: string[] = [];
  const folders: string[] = [];
  gather(root, "", top, { files, links, folders, notes });
  notes.push(...otherRepositories([...nested, ...submodulesAmong(folders, root, environment)].sort()));
  const leftOut = entries.filter((entry) => entry.startsWith(skipped)).map((entry) => entry.slice(tagLength));
  if (leftOut.length > 0) {
    const there = new Set([...files, ...links]);
    notes.push(...sparseNotes(leftOut.filter((path) => !there.has(path))));
  }
  return { files, links, notes };
}

/** Milliseconds in which git lists all but the largest trees. */
const usual = 10_000;

/** What git lists; the reason as text when it refuses. At a pipe in the place of a `.gitignore` git would wait for ever. */
function listed(root: string, args: readonly string[], environment?: Environment): Buffer | string {
  const soon = askGit(root, "ls-files", args, { environment, patience: usual });
  if (soon.ok) return soon.stdout;
  const pipe = ignoringPipe(root, environment);
  if (pipe !== null) return `${pipe} is a pipe, at which it would wait for ever`;
  const answer = askGit(root, "ls-files", args, { environment });
  return answer.ok ? answer.stdout : answer.reason;
}

/** A pipe from which git would read what is ignored, beside tracked files; null without one. */
function ignoringPipe(root: string, environment?: Environment): string | null {
  const answer = askGit(root, "ls-files", ["--cached", "-z"], { environment });
  const folders = new Set([""]);
  for (const path of answer.stdout.toString().split("\0"))
    for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1))
      folders.add(path.slice(0, slash + 1));
  const places = [".git/info/exclude", ...[...folders].map((folder) => `${folder}.gitignore`)];
  return places.find((place) => entryAt(join(root, place))?.isFIFO()) ?? null;
}

/** Each path has a tag before it, see git-ls-files(1), "-t"; this is the one of what a sparse checkout leaves out. */
const skipped = "S ";
const tagLength = 2;

function sparseNotes(paths: readonly string[]): Note[] {
  const [first] = paths;
  if (first === undefined) return [];
  const subject =
    paths.length === 1 ? `${first} is` : `${paths.length} files, the first of them ${first}, are`;
  return [{ path: null, message: `${subject} left out by a sparse checkout and not audited` }];
}

/** The submodules among folders that git names like files; a tracked file may as well have been replaced by a folder. */
function submodulesAmong(folders: readonly string[], root: string, environment?: Environment): string[] {
  if (folders.length === 0) return [];
  const answer = askGit(root, "ls-files", ["--stage", "-z", "--", ...folders], { environment });
  // Without an answer they are taken for submodules, since nothing below them is audited either way.
  if (!answer.ok) return [...folders];
  const entries = answer.stdout.toString().split("\0");
  const submodules = entries.filter((entry) => entry.startsWith(submoduleMode));
  return [...new Set(submodules.map((entry) => entry.slice(entry.indexOf("\t") + 1)))];
}

/** See git-ls-files(1), "OUTPUT": the mode of a commit of another repository. */
const submoduleMode = "160000 ";

function otherRepositories(paths: readonly string[]): Note[] {
  const [first] = paths;
  if (first === undefined) return [];
  const subject =
    paths.length === 1
      ? `${first} is a repository of its own`
      : `${paths.length} folders, the first of them ${first}, are repositories of their own`;
  return [
    { path: null, message: `${subject} and not audited: what stands in such a folder is missing here` },
  ];
}

/** A tag, a blank and a path each; paths that cannot be read are noted and left out. */
function entriesOf(output: Buffer, notes: Note[]): string[] {
  const paths = output
    .toString()
    .split("\0")
    .filter((entry) => entry !== "");
  if (isUtf8(output)) return paths;
  const illegible = paths.filter((path) => path.includes("\uFFFD"));
  for (const path of illegible.map((entry) => entry.slice(tagLength))) {
    notes.push({ path, message: "The name of this file is not valid UTF-8, so it is not audited." });
  }
  return paths.filter((path) => !path.includes("\uFFFD"));
}

function addPath(top: Folder, path: string): void {
  let folder = top;
  let from = 0;
  for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", from)) {
    folder = subfolder(folder, path.slice(from, slash));
    from = slash + 1;
  }
  folder.names.push(path.slice(from));
}

function subfolder(folder: Folder, name: string): Folder {
  const known = folder.folders.get(name);
  if (known !== undefined) return known;
  const added: Folder = { names: [], folders: new Map() };
  folder.folders.set(name, added);
  return added;
}

/**
 * Sorts what git names into files and links by what is really there. Reading each folder once takes half the time of
 * asking for each file, and shows a folder that has been replaced by a link, behind which nothing may be read.
 */
function gather(
  root: string,
  prefix: string,
  folder: Folder,
  found: { files: string[]; links: string[]; folders: string[]; notes: Note[] },
): void {
  const entries = new Map(folderEntries(root, prefix, found.notes).map((entry) => [entry.name, entry]));
  for (const name of folder.names) {
    const entry = entries.get(name) ?? entryAt(join(root, prefix, name));
    if (entry?.isFile()) found.files.push(prefix + name);
    else if (entry?.isSymbolicLink()) found.links.push(prefix + name);
    else if (entry?.isDirectory()) found.folders.push(prefix + name);
  }
  for (const [name, below] of folder.folders) {
    const entry = entries.get(name) ?? entryAt(join(root, prefix, name));
    if (entry?.isDirectory()) gather(root, `${prefix}${name}/`, below, found);
  }
}

/** A name can be there in another spelling, on file systems that fold case or normalise Unicode. */
function entryAt(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
