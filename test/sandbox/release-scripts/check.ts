/**
 * Runs release scripts of bash natively and in the sandbox, and holds the files, the output, the exit code and the
 * commands against each other.
 *   npm run check:scripts -- FOLDER [VERSION]
 * FOLDER holds `base`, a repository, and `scripts`. The one that is meant is no part of this project.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Done, natively } from "./natively.ts";
import { rehearsed } from "./rehearsed.ts";

const [folder, version = "2.0.0"] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: npm run check:scripts -- FOLDER [VERSION]");

const counts = { equal: 0, refused: 0, different: 0 };
const scratch = mkdtempSync(join(tmpdir(), "release-scripts-"));
try {
  const names = readdirSync(join(folder, "scripts")).filter((name) => name.endsWith(".sh"));
  for (const name of names.toSorted()) {
    const [base, script, place] = [join(folder, "base"), join(folder, "scripts", name), join(scratch, name)];
    mkdirSync(place);
    const real = natively(place, base, script, version);
    const ours = await rehearsed(join(place, "rehearsed"), base, script, version);
    const faults = typeof ours === "string" ? [] : differences(real, ours);
    const kind = typeof ours === "string" ? "refused" : faults.length === 0 ? "equal" : "different";
    counts[kind] += 1;
    console.log(`${name}: ${kind}${typeof ours === "string" ? `: ${ours}` : ""}`);
    for (const fault of faults) console.log(`    ${fault}`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
console.log(`${counts.equal} equal, ${counts.refused} refused, ${counts.different} different`);
process.exitCode = counts.different === 0 ? 0 : 1;

function differences(real: Done, ours: Done): string[] {
  const paths = new Set([...Object.keys(real.files), ...Object.keys(ours.files)]);
  const files = [...paths].filter((path) => real.files[path] !== ours.files[path]);
  const parts = (["stdout", "exitCode", "commands"] as const).filter(
    (part) => JSON.stringify(real[part]) !== JSON.stringify(ours[part]),
  );
  return [
    ...files.map((path) => `${path} is not the same`),
    ...parts.map((part) => `${part}: ${JSON.stringify(real[part])} is ${JSON.stringify(ours[part])}`),
  ];
}
