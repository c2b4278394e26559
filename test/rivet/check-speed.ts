import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/** Interleaved runs, so that noise of the machine hits both alike. */
const runs = 5;
const limits = { seconds: 2.5, ratio: 12, mebibytes: 500 };

/** Times a whole audit against ripgrep over the same tree; gives the limits that are passed. */
export function checkSpeed(folder: string): string[] {
  const cli = join(import.meta.dirname, "../../dist/cli.js");
  const ours: number[] = [];
  const theirs: number[] = [];
  let peak = 0;
  for (let run = 0; run < runs; run++) {
    theirs.push(seconds(() => spawnSync("rg", ["-c", "[0-9]+\\.[0-9]+\\.[0-9]+", folder])));
    ours.push(
      seconds(() => {
        const audit = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, cli, folder], {
          encoding: "utf8",
        });
        peak = Math.max(peak, Number(audit.stderr.trim().split("\n").at(-1)) / 1024);
      }),
    );
  }
  const time = median(ours);
  const ratio = time / median(theirs);
  console.log(
    `speed: audit ${time.toFixed(2)} s, ${ratio.toFixed(1)} times rg, peak ${peak.toFixed(0)} MiB (medians of ${runs} interleaved runs)`,
  );
  return [
    ...(time > limits.seconds ? [`an audit takes ${time.toFixed(2)} s`] : []),
    ...(ratio > limits.ratio ? [`an audit takes ${ratio.toFixed(1)} times rg`] : []),
    ...(peak > limits.mebibytes ? [`an audit needs ${peak.toFixed(0)} MiB`] : []),
  ];
}

function seconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
