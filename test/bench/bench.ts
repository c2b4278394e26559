// npm run bench -- PATH [RUNS]: what an audit of one tree costs, beside the yardsticks that this machine has.
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { discover } from "../../src/repository/files/discover.ts";
import { type AuditMeasure, measureAudit, timeCommand } from "./one-audit.ts";
import { median, timedRun } from "./timed-run.ts";

const pattern = "[0-9]+\\.[0-9]+\\.[0-9]+";

const yardsticks: Readonly<Record<string, readonly string[]>> = {
  "rg -c": ["rg", "-c", pattern, "."],
  "git grep -c": ["git", "grep", "-cE", pattern],
  "rg --files": ["rg", "--files", "."],
};

const [path = ".", runs = "5"] = process.argv.slice(2);
const root = resolve(path);
const commands: number[] = [];
const audits: AuditMeasure[] = [];
const others = new Map<string, number[]>();
for (let run = 0; run < Number(runs); run++) {
  commands.push(timeCommand(root));
  for (const [name, [command = "", ...args]] of Object.entries(yardsticks)) {
    if (command === "git" && !existsSync(join(root, ".git"))) continue;
    const timed = timedRun(command, args, root);
    if (timed !== null) others.set(name, [...(others.get(name) ?? []), timed.milliseconds]);
  }
  audits.push(measureAudit(root));
}

const { paths } = discover(root);
const bytes = paths.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
const whole = median(commands);
const row = (name: string, value: string) => console.log(`${name.padEnd(26)}${value.padStart(12)}`);
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;
row("files", String(paths.length));
row("bytes", String(bytes));
row("whole audit", milliseconds(whole));
for (const stage of Object.keys(audits[0]?.stages ?? {}))
  row(`  ${stage}`, milliseconds(median(audits.map(({ stages }) => stages[stage] ?? 0))));
row("peak memory", `${median(audits.map(({ peakMebibytes }) => peakMebibytes)).toFixed(0)} MiB`);
for (const [name, times] of others)
  row(
    name,
    `${milliseconds(median(times))}, the audit takes ${(whole / median(times)).toFixed(1)} times that`,
  );
console.log(`Medians of ${runs} interleaved runs.`);
