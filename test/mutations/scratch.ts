import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readTruth } from "../mini-monorepo/lumen.ts";
import { committing } from "../repository/files/git-environment.ts";

const fixture = join(import.meta.dirname, "../../fixtures/mini-monorepo");

/** A scratch copy of the mini monorepo on disk, and what a change may do to it. Paths are relative to its root. */
export interface Scratch {
  readonly root: string;
  read(path: string): string;
  write(path: string, content: string): void;
  /** Replaces a text wherever it stands in a file; throws when it stands nowhere. */
  replace(path: string, found: string, becomes: string): void;
  remove(path: string): void;
  move(from: string, to: string): void;
  git(...args: string[]): string;
  /** Removes the whole copy. */
  discard(): void;
}

/** A folder with one committed and tagged copy of the fixture, of which further copies are made. */
export interface Nursery {
  copy(): Scratch;
  /** Removes it together with the copies that were not discarded. */
  clear(): void;
}

export function openNursery(): Nursery {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-mutations-")));
  const first = scratchAt(join(place, "first"));
  cpSync(fixture, first.root, { recursive: true });
  first.git("init", "--quiet", "--template=", "--initial-branch", "main");
  first.git("add", "--all");
  first.git("commit", "--quiet", "--message", "first");
  for (const tag of readTruth().tags) first.git("tag", tag);
  first.git("gc", "--quiet");
  let copies = 0;
  return {
    copy() {
      copies += 1;
      const scratch = scratchAt(join(place, String(copies)));
      cpSync(first.root, scratch.root, { recursive: true });
      return scratch;
    },
    clear: () => rmSync(place, { recursive: true, force: true }),
  };
}

function scratchAt(root: string): Scratch {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  return {
    root,
    read,
    write,
    replace(path, found, becomes) {
      const text = read(path);
      if (!text.includes(found)) throw new RangeError(`${path} does not hold ${JSON.stringify(found)}`);
      write(
        path,
        text.replaceAll(found, () => becomes),
      );
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    move(from, to) {
      mkdirSync(dirname(join(root, to)), { recursive: true });
      renameSync(join(root, from), join(root, to));
    },
    git: (...args) =>
      execFileSync("git", args, { cwd: root, env: committing, encoding: "utf8", stdio: "pipe" }),
    discard: () => rmSync(root, { recursive: true }),
  };
}
