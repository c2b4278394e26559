// npm run bench:scale -- [MAXIMUM]: how time and memory grow with the number of files, 300,000 unless told otherwise.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureAudit } from "./one-audit.ts";
import { writeSyntheticRepository } from "./synthetic-repository.ts";
import { median } from "./timed-run.ts";

const steps = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000];
const runs = 3;
const maximum = Number(process.argv[2] ?? steps.at(-1));

console.log("files       time   per 1,000 files   peak memory");
for (const step of steps.filter((files) => files <= maximum)) {
  const root = mkdtempSync(join(tmpdir(), "version-audit-scale-"));
  try {
    writeSyntheticRepository(root, step);
    const measures = Array.from({ length: runs }, () => measureAudit(root));
    const time = median(measures.map(({ milliseconds }) => milliseconds));
    const peak = median(measures.map(({ peakMebibytes }) => peakMebibytes));
    const files = measures[0]?.files ?? step;
    const cells = [
      String(files).padEnd(8),
      `${time.toFixed(0)} ms`.padStart(8),
      `${((time / files) * 1000).toFixed(0)} ms`.padStart(17),
      `${peak.toFixed(0)} MiB`.padStart(13),
    ];
    console.log(cells.join(" "));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
