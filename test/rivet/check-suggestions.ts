import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { audit } from "../../src/audit.ts";
import { patch } from "../../src/report/patch/patch.ts";
import { isUncovered, repairKinds } from "../../src/suggest/repair.ts";
import { suggest } from "../../src/suggest/suggest.ts";

/** Applies what is suggested for a revision to a copy of it, audits that, and gives what is uncovered still. */
export async function checkSuggestions(revision: string, folder: string, copy: string): Promise<string[]> {
  const started = performance.now();
  const {
    audit: before,
    repairs,
    left,
    changes,
    newFindings,
  } = await suggest({ root: folder, ignores: true });
  const seconds = (performance.now() - started) / 1000;
  const places = before.occurrences.filter(isUncovered);
  const kinds = repairKinds.map((kind) => {
    const own = repairs.filter((repair) => repair.kind === kind).flatMap((repair) => repair.places);
    return `${own.length} ${kind}`;
  });
  console.log(
    `suggest ${revision}: ${places.length} stale or behind, repaired by ${kinds.join(", ")}, ${left.length} left, in ${seconds.toFixed(1)} s`,
  );
  for (const { kind, says } of repairs) if (kind === "ignore") console.log(`  ${says}`);

  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync("git", ["apply", "--whitespace=error-all"], {
    cwd: copy,
    input: patch(changes, (path) => path),
    maxBuffer: 1024 ** 3,
  });
  const after = await audit({ root: copy });
  return [
    ...after.occurrences
      .filter(isUncovered)
      .map(({ verdict, path, version }) => `suggest ${revision}: ${path} ${version} is ${verdict} still`),
    ...newFindings.map(({ rule, message }) => `suggest ${revision}: brings ${rule}: ${message}`),
  ];
}
