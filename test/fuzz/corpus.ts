import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { images } from "./seeds/images.ts";
import { lockfiles } from "./seeds/lockfiles.ts";
import { manifests } from "./seeds/manifests.ts";
import { sources } from "./seeds/sources.ts";
import { texts } from "./seeds/texts.ts";

/** A file to start from. Every character of `content` is one byte of the file. */
export interface Seed {
  /** As in the repository that the file is from, with `/`. */
  readonly path: string;
  readonly content: string;
  /** The repository among the fixtures that the file is from; null for a shape of our own. */
  readonly fixture: string | null;
}

const fixtures = join(import.meta.dirname, "../../fixtures");

/** The files of the fixtures, and one of every further shape; always in the same order. */
export function readCorpus(): Seed[] {
  const repositories = ["mini-monorepo", ...foldersIn("rules").map((name) => `rules/${name}`)];
  const found = repositories.flatMap((repository) =>
    filesIn(join(fixtures, repository)).map((path) => ({
      path,
      content: readFileSync(join(fixtures, repository, path), "latin1"),
      fixture: repository,
    })),
  );
  const written = [manifests, lockfiles, images, sources, texts].flatMap((shapes) =>
    Object.entries(shapes).map(([path, text]) => ({ path, content: bytesOf(text), fixture: null })),
  );
  return [...found, ...written];
}

/** A text as UTF-8, one character for each byte. */
export function bytesOf(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function foldersIn(folder: string): string[] {
  return readdirSync(join(fixtures, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .sort();
}

/** The paths of all files below a folder, relative to it. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : []))
    .sort();
}
