import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Guard } from "./owed-sites.ts";

type Site = Guard["sites"][number];

/** Where a value stands in its file, in UTF-16 code units, half-open. */
interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Writes a release script of our own into a checkout, and the configuration that names it: it gives some sites the version
 * that it is told, and every other place nothing. The script names places and no versions, so that it holds none itself.
 * @param all every site of the list, which says the how manieth of its line a value is
 */
export function writeStandIn(folder: string, all: readonly Site[], written: readonly Site[]): void {
  const places = all
    .flatMap((site, index) => (written.includes(site) ? [placeOf(folder, site, all.slice(0, index))] : []))
    .toSorted((a, b) => b.start - a.start);
  const script = `import { readFileSync, writeFileSync } from "node:fs";
for (const { path, start, end } of ${JSON.stringify(places)}) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.slice(0, start) + process.argv[2] + text.slice(end));
}
`;
  writeFileSync(join(folder, "stand-in-release.mjs"), script);
  const release = `[[release]]\nname = "stand-in"\nentry = "stand-in-release.mjs"\nargs = ["{version}"]\n`;
  writeFileSync(join(folder, "version-audit.toml"), release);
}

/** A value that is listed twice for one line is first its first, then its second on that line. */
function placeOf(folder: string, { path, line, value }: Site, earlier: readonly Site[]): Place {
  const text = readFileSync(join(folder, path), "utf8");
  const before = earlier.filter((site) => site.path === path && site.line === line && site.value === value);
  let start = text.split("\n", line - 1).reduce((length, each) => length + each.length + 1, 0);
  const end = text.indexOf("\n", start);
  for (let at = 0; at <= before.length; at += 1) {
    start = text.indexOf(value, at === 0 ? start : start + value.length);
    if (start === -1 || (end !== -1 && start >= end))
      throw new Error(`${path}:${line} does not hold ${value}`);
  }
  return { path, start, end: start + value.length };
}
