import { lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { openNursery } from "../mutations/scratch.ts";
import type { Seed } from "./corpus.ts";

/** Copies of the small monorepo, committed and tagged, of which every execution gets one. */
export interface Repositories {
  copyWith(files: readonly Seed[]): RepositoryCopy;
  end(): void;
}

export interface RepositoryCopy {
  readonly root: string;
  /** Every file and folder with what tells whether it was written to. */
  state(): string;
  discard(): void;
}

export function openRepositories(): Repositories {
  const nursery = openNursery();
  return {
    copyWith(files) {
      const { root, discard } = nursery.copy();
      for (const { path, content } of files) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), content, "latin1");
      }
      return { root, state: () => stateOf(root), discard };
    },
    end: () => nursery.clear(),
  };
}

function stateOf(root: string): string {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => {
      const { mode, size, mtimeMs } = lstatSync(file);
      return JSON.stringify([relative(root, file), mode, size, mtimeMs]);
    })
    .sort()
    .join("\n");
}
