import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { ModuleFormat } from "./module-source.ts";
import { parseScript } from "./syntax-tree.ts";
import { type Insertion, watchPoints } from "./watch-points.ts";

/** What is worth a look for promises that nobody takes. */
const promises = /\basync\b|\bPromise\b|\.then\b/;

/**
 * Where the text of a file of a package lets go of promises and catches errors; nothing where it cannot have any. For a
 * package that we lend this is looked up, because to parse one takes longer than most scripts that ask for it.
 */
export function packagePoints(text: string, format: ModuleFormat): readonly Insertion[] {
  if (!promises.test(text)) return [];
  lent ??= readLent();
  return lent[keyOf(text, format)]?.map(([at, put]) => ({ at, text: put })) ?? foundPoints(text, format);
}

/** The points of lent files by what they hold, so that of any other text they say nothing. */
export type LentPoints = Readonly<Record<string, readonly (readonly [at: number, text: string])[]>>;

/** The entry of one file for the table that the bundle makes; null for a file that has no points. */
export function lentEntry(text: string, format: ModuleFormat): [key: string, LentPoints[string]] | null {
  if (!promises.test(text)) return null;
  return [keyOf(text, format), foundPoints(text, format).map(({ at, text: put }) => [at, put] as const)];
}

let lent: LentPoints | null = null;

/** The sources have no table. */
function readLent(): LentPoints {
  const table = new URL("./lent-points.json", import.meta.url);
  return existsSync(table) ? JSON.parse(readFileSync(table, "utf8")) : {};
}

function keyOf(text: string, format: ModuleFormat): string {
  return createHash("sha256").update(format).update(text).digest("base64url");
}

function foundPoints(text: string, format: ModuleFormat): Insertion[] {
  const program = parseScript(text, format);
  return program === null ? [] : watchPoints(program);
}
