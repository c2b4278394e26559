import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AuditError } from "../../audit-error.ts";
import { discover } from "../../repository/files/discover.ts";
import { systemReason } from "../../repository/files/system-reason.ts";
import type { Environment } from "../../repository/git/environment.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Origin, Write } from "../rehearsal.ts";
import { type Stamps, stampOf } from "./throw-away-copy.ts";

/** A copy of a repository in which a command has run. */
interface Copied {
  /** The absolute path of the copy. */
  readonly copy: string;
  /** What its files were like before. */
  readonly stamps: Stamps;
  /** The environment for git. */
  readonly environment: Environment;
}

/**
 * The files that a command has added, changed or deleted in the copy, sorted by path: the difference between before and
 * after, whether or not the command committed it. What the copy's `.gitignore` leaves out is left out, and a file that
 * was rewritten with the same bytes is not listed.
 */
export function collectWrites(
  repository: Repository,
  { copy, stamps, environment }: Copied,
  origin: Origin,
): Write[] {
  const after = discover(copy, { environment });
  const writes: Write[] = [];
  for (const path of [...new Set([...repository.paths, ...after.paths])].sort()) {
    const isThere = after.has(path);
    if (isThere && stamps.get(path) === stampOf(join(copy, path))) continue;
    const old = repository.has(path) ? Buffer.from(repository.bytes(path)) : null;
    const now = isThere ? read(copy, path) : null;
    if (old !== null && now !== null && old.equals(now)) continue;
    writes.push({ path, before: textOrBytes(old), after: textOrBytes(now), origin });
  }
  return writes;
}

/** A file of the copy, as discovery has just found it. */
function read(copy: string, path: string): Buffer {
  try {
    return readFileSync(join(copy, path));
  } catch (error) {
    const message = `${path}, as the command leaves it, cannot be read: ${systemReason(error)}`;
    const help = "Let the command write readable files of less than 2 GiB, or let git ignore the file.";
    throw new AuditError(message, { path, help }, { cause: error });
  }
}

/** Text where the bytes are valid UTF-8; a byte order mark stays in front. */
function textOrBytes(bytes: Buffer | null): string | Uint8Array | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new Uint8Array(bytes);
  }
}
