import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { AuditError } from "../../audit-error.ts";
import { pathInside } from "../../repository/files/path-inside.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Pause } from "./interruption.ts";

/** So many files are copied in a few milliseconds. */
const filesPerTurn = 100;

/** What tells whether a file was written since it was copied, by path relative to the root. */
export type Stamps = ReadonlyMap<string, string>;

/**
 * Copies the discovered files and links of a repository into an empty folder, with their modes.
 * @returns the stamp of every copied file
 * @throws AuditError when a file cannot be copied
 */
export async function copyFiles(repository: Repository, to: string, pause: Pause): Promise<Stamps> {
  const made = new Set<string>();
  const makeFolderOf = (path: string) => {
    const folder = dirname(path);
    if (made.has(folder)) return;
    mkdirSync(join(to, folder), { recursive: true });
    made.add(folder);
  };
  for (const [index, path] of repository.paths.entries()) {
    if (index % filesPerTurn === 0) await pause();
    makeFolderOf(path);
    if (repository.changes?.has(path)) writeFile(repository, to, path);
    else copyFile(repository.root, to, path);
  }
  for (const [path, target] of repository.links) {
    makeFolderOf(path);
    symlinkSync(targetInCopy(target, repository.root, to), join(to, path));
  }
  return new Map(repository.paths.map((path) => [path, stampOf(join(to, path))]));
}

/** Inode, size and time of the last change, in nanoseconds. */
export function stampOf(file: string): string {
  const { ino, size, ctimeNs } = statSync(file, { bigint: true });
  return `${ino}:${size}:${ctimeNs}`;
}

/**
 * Copies the installed packages next to every discovered package.json, so that the dependencies of a script resolve.
 * They are copied, not linked: a link would let a command write into the audited repository. Where the file system can
 * share blocks between files (Btrfs, XFS, APFS), a copy costs next to nothing; elsewhere it takes the time and room of
 * the installation. Caches in `node_modules/.cache` stay behind.
 */
export async function copyInstalledPackages(repository: Repository, to: string, pause: Pause): Promise<void> {
  const folders = repository.paths
    .filter((path) => path === "package.json" || path.endsWith("/package.json"))
    .map((path) => join(dirname(path), "node_modules"));
  for (const folder of folders) {
    const isCommitted = existsSync(join(to, folder));
    if (isCommitted || !existsSync(join(repository.root, folder))) continue;
    await copyFolder(repository.root, to, folder, pause);
  }
}

async function copyFolder(root: string, to: string, folder: string, pause: Pause): Promise<void> {
  await pause();
  mkdirSync(join(to, folder), { recursive: true });
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) {
      symlinkSync(targetInCopy(readlinkSync(join(root, path)), root, to), join(to, path));
    } else if (entry.isDirectory()) {
      if (entry.name !== ".cache") await copyFolder(root, to, path, pause);
    } else if (entry.isFile()) {
      copyFile(root, to, path);
    }
  }
}

/** Whether a file that is not on disk may be executed is not known, and nothing fails because it may. */
function writeFile(repository: Repository, to: string, path: string): void {
  const mode = statSync(join(repository.root, path), { throwIfNoEntry: false })?.mode ?? 0o755;
  writeFileSync(join(to, path), repository.bytes(path), { mode });
}

function copyFile(root: string, to: string, path: string): void {
  try {
    copyFileSync(join(root, path), join(to, path), constants.COPYFILE_FICLONE);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AuditError(
      `${path} cannot be copied for the rehearsal: ${reason}`,
      {
        path,
        help: "Make the file readable and leave room in the temporary folder.",
      },
      { cause: error },
    );
  }
}

/** An absolute link into the repository would lead a command out of the copy. */
function targetInCopy(target: string, root: string, to: string): string {
  if (!isAbsolute(target)) return target;
  const inside = pathInside(root, target);
  return inside === null ? target : join(to, inside);
}
