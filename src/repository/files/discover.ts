import { existsSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AuditError } from "../../audit-error.ts";
import type { Environment } from "../git/environment.ts";
import { readGitFacts } from "../git/git-facts.ts";
import { listTracked } from "../git/list-tracked.ts";
import type { GitFacts, Note, Repository } from "../repository.ts";
import { DiscoveredRepository } from "./discovered-repository.ts";
import type { Listing } from "./listing.ts";
import type { ReadAhead } from "./read-ahead.ts";
import { systemReason } from "./system-reason.ts";
import { walk } from "./walk.ts";

export interface DiscoverOptions {
  /**
   * The environment of whoever started the audit, by default that of this process; what git gets of it is chosen in
   * `askGit`.
   */
  readonly environment?: Environment;
  /** Reads the files before somebody who goes through all of them does. */
  readonly ahead?: ReadAhead;
}

interface Found {
  readonly listing: Listing;
  readonly git: GitFacts | null;
  readonly notes: readonly Note[];
}

/**
 * Finds the files of a repository: git's own list, or a walk where there is no git or git refuses, which is noted.
 * No file is opened yet, except `.gitignore` by the walk.
 * @param root the folder to audit, absolute or relative to the working directory
 * @throws AuditError when the root is not a folder
 */
export function discover(root: string, options: DiscoverOptions = {}): Repository {
  const folder = existingFolder(root);
  const {
    listing,
    git,
    notes: gitNotes,
  } = liesInGit(folder)
    ? findWithGit(folder, options.environment)
    : { listing: walk(folder), git: null, notes: [] };
  const notes = [...gitNotes, ...listing.notes];
  const found = {
    root: folder,
    paths: [...listing.files].sort(),
    links: targetsOf(folder, listing.links, notes),
    git,
    notes,
  };
  return new DiscoveredRepository(found, options.ahead);
}

/** The real path, so that it can be compared with what git names. */
function existingFolder(root: string): string {
  const obstacle = { path: resolve(root), help: "Name the folder to audit." };
  let isFolder: boolean;
  try {
    isFolder = statSync(root).isDirectory();
  } catch (error) {
    throw new AuditError(`${root} cannot be audited: ${systemReason(error)}`, obstacle, { cause: error });
  }
  if (!isFolder) throw new AuditError(`${root} is not a folder`, obstacle);
  return realpathSync(root);
}

/** Decides whether git is asked at all: a folder, or in linked work trees and submodules a file, named `.git`. */
function liesInGit(folder: string): boolean {
  if (existsSync(join(folder, ".git"))) return true;
  const parent = dirname(folder);
  return parent !== folder && liesInGit(parent);
}

function findWithGit(root: string, environment?: Environment): Found {
  const git = readGitFacts(root, environment);
  if (typeof git === "string") return findWithoutGit(root, git);
  const listing = listTracked(root, environment);
  if (typeof listing === "string") return findWithoutGit(root, listing);
  const isEmpty = listing.files.length === 0 && listing.links.length === 0;
  if (isEmpty && root !== git.topLevel) {
    return findWithoutGit(root, `it lists nothing in this folder of ${git.topLevel}`);
  }
  return { listing, git, notes: [] };
}

function findWithoutGit(root: string, reason: string): Found {
  const message = `Files were found without git, and no tag is known, because git gave no list: ${reason}`;
  return { listing: walk(root), git: null, notes: [{ path: null, message }] };
}

/** The targets of links as they are written; a link that cannot be read is noted and left out. */
function targetsOf(root: string, links: readonly string[], notes: Note[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const path of [...links].sort()) {
    try {
      targets.set(path, readlinkSync(join(root, path)));
    } catch (error) {
      notes.push({ path, message: `This link could not be read: ${systemReason(error)}.` });
    }
  }
  return targets;
}
