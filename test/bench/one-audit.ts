import { join } from "node:path";
import { engineFlags } from "../../src/cli/engine-flags.ts";
import { timedRun } from "./timed-run.ts";

const project = join(import.meta.dirname, "../..");

/** What one audit took, in a process of its own. */
export interface AuditMeasure {
  /** Of the whole process, from its start to its end. */
  readonly milliseconds: number;
  readonly files: number;
  readonly peakMebibytes: number;
  /** Milliseconds by the names of the progress, which leave out the start of Node and the report. */
  readonly stages: Readonly<Record<string, number>>;
}

const script = `
import { audit } from ${JSON.stringify(join(project, "dist/index.js"))};
const stages = [];
const onProgress = (stage) => stages.push([stage.replace(/ \\d+ files$/, ""), performance.now()]);
const { summary } = await audit({ root: process.argv[1], onProgress });
stages.push(["end", performance.now()]);
const times = stages.slice(1).map(([, time], at) => [stages[at][0], time - stages[at][1]]);
const peakMebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ files: summary.files, peakMebibytes, stages: Object.fromEntries(times) }));
`;

/** Audits a tree once with the built package, as the command does. */
export function measureAudit(root: string): AuditMeasure {
  const run = timedRun(
    process.execPath,
    [...engineFlags(process.versions.node), "--input-type=module", "--eval", script, root],
    root,
  );
  if (run === null) throw new Error("node is not installed");
  return { milliseconds: run.milliseconds, ...JSON.parse(run.stdout) };
}

/** The wall time of the command as people run it. */
export function timeCommand(root: string): number {
  const run = timedRun(process.execPath, [join(project, "dist/cli.js"), root, "--quiet"], root);
  if (run === null) throw new Error("node is not installed");
  return run.milliseconds;
}
