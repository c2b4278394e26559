import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What the built command says of a repository, as far as the checks need it. */
export interface BuiltAudit {
  readonly occurrences: readonly {
    readonly path: string;
    readonly line: number;
    readonly version: string;
    readonly verdict: string;
    readonly reason: string;
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly path: string;
    readonly line: number;
    readonly why: string | null;
  }[];
  readonly current: string;
  readonly mechanism: string;
  /** What it printed on standard error, when it made no audit. */
  readonly refusal: string | null;
  readonly seconds: number;
}

/** Runs the built command with nothing configured, as a user would. */
export function auditBuilt(folder: string): BuiltAudit {
  const cli = join(import.meta.dirname, "../../dist/cli.js");
  const start = performance.now();
  const ran = spawnSync(process.execPath, [cli, folder, "--format", "json"], {
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  const seconds = (performance.now() - start) / 1000;
  const empty = { occurrences: [], findings: [], current: "", mechanism: "none" };
  if (ran.status !== 0 && ran.status !== 1 && ran.stdout === "")
    return { ...empty, refusal: ran.stderr.split("\n")[0] ?? "", seconds };
  const { occurrences, findings, release } = JSON.parse(ran.stdout);
  const refusal = ran.status === 2 ? (ran.stderr.split("\n")[0] ?? "") : null;
  return {
    occurrences,
    findings,
    current: release.current,
    mechanism: release.mechanism ?? "",
    refusal,
    seconds,
  };
}
