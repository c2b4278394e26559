import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { IgnoreEntry } from "../../src/propose/suggest/ignore-entries.ts";
import { isUncovered, repairKinds, repairMeaning } from "../../src/propose/suggest/repair.ts";
import { type Suggestions, suggest } from "../../src/propose/suggest/suggest.ts";
import { patch } from "../../src/report/patch/patch.ts";
import { audit } from "../cli/compiled-library.ts";
import { checkOut } from "./check-out.ts";

const revisions = ["cb33baec8", "d6a0ba8a3", "91e2ec17f", "80aa947a7"];

/** Applies what is suggested for revisions to checkouts of them, audits those, and gives what is uncovered still. */
export async function checkSuggestions(gitDirectory: string, scratch: string): Promise<string[]> {
  const failures: string[] = [];
  for (const revision of revisions) {
    const folder = join(scratch, `suggest-${revision}`);
    checkOut(gitDirectory, revision, folder);
    const environment = { PATH: process.env["PATH"] };
    const started = performance.now();
    const suggestions = await suggest({ root: folder, environment, ignores: true });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const line of told(suggestions)) console.log(`suggest ${revision}: ${line}`);

    execFileSync("git", ["apply", "--whitespace=error-all"], {
      cwd: folder,
      input: patch(suggestions.changes, { git: null, root: folder }),
      maxBuffer: 1024 ** 3,
    });
    const after = await audit({ root: folder, environment });
    const uncovered = after.occurrences.filter(isUncovered);
    console.log(
      `suggest ${revision}: the patch applies, ${uncovered.length} uncovered after it, ${seconds} s`,
    );
    failures.push(
      ...uncovered.map(
        ({ verdict, path, version }) => `suggest ${revision}: ${path} ${version} is ${verdict} still`,
      ),
      ...suggestions.newFindings.map(
        ({ rule, message }) => `suggest ${revision}: brings ${rule}: ${message}`,
      ),
    );
  }
  return failures;
}

/** How many places are repaired in which way, and the rest by the reason why not. */
function told({ audit, repairs, ignored, left }: Suggestions): string[] {
  const places = audit.occurrences.filter(isUncovered);
  const stale = places.filter(({ verdict }) => verdict === "stale").length;
  const real = repairs.filter(({ kind }) => kind !== "ignore").flatMap((repair) => repair.places);
  const kinds = repairKinds.flatMap((kind) => {
    const own = repairs.filter((repair) => repair.kind === kind).flatMap((repair) => repair.places);
    return kind === "ignore" || own.length === 0 ? [] : [`  ${own.length} by ${repairMeaning[kind]}`];
  });
  return [
    `${places.length} uncovered places (${stale} stale, ${places.length - stale} behind), ${real.length} repaired`,
    ...kinds,
    ...reasons("ignored", ignored),
    ...reasons("left", left),
  ];
}

function reasons(what: string, entries: readonly IgnoreEntry[]): string[] {
  return [...new Set(entries.map(({ why }) => why))].map((reason) => {
    const places = entries.filter(({ why }) => why === reason).flatMap((entry) => entry.places);
    const paths = new Set(places.map(({ path }) => path));
    return `  ${places.length} ${what} in ${[...paths].join(", ")}: ${reason}`;
  });
}
