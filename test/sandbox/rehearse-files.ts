import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { expect } from "vitest";
import { type Release, releaseSchema } from "../../src/config/schema.ts";
import type { Rehearsal } from "../../src/release/rehearsal.ts";
import { rehearseScript } from "../../src/release/rehearse-script.ts";
import { documentCache } from "../../src/repository/documents/document-cache.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { readWorkspace } from "../../src/repository/packages/read-workspace.ts";
import { lent, splitSpecifier } from "../../src/sandbox/modules/package-files.ts";
import { standIns } from "../../src/sandbox/modules/stand-ins.ts";

/** Files of a small repository by path. */
export type Files = Readonly<Record<string, string>>;

/** Writes the files into a folder of their own, hands it over, and removes it afterwards. */
export async function withFiles<T>(files: Files, work: (root: string) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "version-audit-rehearse-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Rehearses the release of a folder; without more, its one script is the file whose name starts with `bump`. */
export async function rehearseFolder(root: string, release: Partial<Release> = {}): Promise<Rehearsal> {
  const repository = discover(root);
  const workspace = readWorkspace(repository, documentCache(repository));
  const entry = repository.paths.find((path) => /^bump\.[cm]?[jt]s$/.test(path));
  const way = release.module === undefined && entry !== undefined ? { entry } : {};
  // What is not about time is not ended by a machine that has other things to do.
  const { timeoutSeconds = 300, ...rest } = release;
  const complete = v.parse(releaseSchema, { name: "test", ...way, ...rest });
  return rehearseScript(
    { ...complete, timeoutSeconds },
    { current: "1.0.0", target: "9.8.7" },
    repository,
    workspace,
  );
}

/**
 * Rehearses a small repository. The packages for which we stand in, those that we lend, and the others that tests name
 * count as declared where the files name them: a folder of theirs is there, with nothing in it.
 */
export function rehearseFiles(files: Files, release: Partial<Release> = {}): Promise<Rehearsal> {
  return withFiles(files, (root) => {
    const texts = Object.values(files).join("\n");
    for (const name of declared)
      if (texts.includes(name)) mkdirSync(join(root, "node_modules", name), { recursive: true });
    return rehearseFolder(root, release);
  });
}

const notInstalled = ["some-cloud", "other", "@scope/other", "polyfill", "lazy", "lost", "colors-maybe"];
const declared = [...standIns.keys(), ...lent, ...notInstalled].map((name) => splitSpecifier(name)[0]);

/** What the script printed, as one text. */
export function printed({ log }: Rehearsal): string {
  return log.map(({ text }) => text).join("");
}

/** The last content of a file, after the rehearsal; undefined when it was not written. */
export function written({ writes }: Rehearsal, path: string): string | Uint8Array | null | undefined {
  return writes.findLast((write) => write.path === path)?.after;
}

/** What a script prints that runs to its end. */
export async function said(files: Files): Promise<string> {
  const rehearsal = await rehearseFiles(files);
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  return printed(rehearsal);
}
