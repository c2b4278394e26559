import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../src/audit.ts";
import { AuditError } from "../../src/audit-error.ts";
import { rehearseRelease } from "../../src/cli/rehearse-release.ts";
import type { Audit } from "../../src/findings/audit.ts";
import { fingerprints } from "../../src/report/fingerprint.ts";
import { plain } from "../../src/report/palette.ts";
import { type Content, type FileChange, fileChanges } from "../../src/report/patch/file-change.ts";
import { patch } from "../../src/report/patch/patch.ts";
import type { ReportOptions } from "../../src/report/report-options.ts";
import { reporters } from "../../src/report/reporters.ts";
import { rules } from "../../src/rules/rules.ts";
import { committing as environment } from "../repository/files/git-environment.ts";
import { auditFaults } from "./audit-faults.ts";
import type { Mutant } from "./mutation.ts";
import { reportFaults } from "./report-faults.ts";
import type { Repositories, RepositoryCopy } from "./repositories.ts";

const reportOptions: ReportOptions = {
  ...{
    toolVersion: "1.2.3",
    rules,
    failOn: "error",
    seconds: null,
    groupBy: "rule",
    verbose: true,
    palette: plain,
  },
};

/** What is wrong with the audit of a repository in which these files are mutated, and with every report of it. */
export async function repositoryFaults(
  files: readonly Mutant[],
  repositories: Repositories,
): Promise<string[]> {
  const copy = repositories.copyWith(files);
  try {
    const before = copy.state();
    const faults = await faultsIn(copy);
    if (copy.state() !== before) faults.push("the audit wrote to the repository");
    return [...faults, ...(await patchFaults(copy))];
  } finally {
    copy.discard();
  }
}

async function faultsIn(copy: RepositoryCopy): Promise<string[]> {
  const first = await auditOf(copy);
  if (first instanceof AuditError) return errorFaults(first);
  const second = await auditOf(copy);
  if (second instanceof AuditError) return [`only the second audit fails: ${second.message}`];
  const faults = [...auditFaults(first), ...reportFaults(first, reportOptions)];
  if (String(fingerprints(first.findings)) !== String(fingerprints(second.findings)))
    faults.push("two audits give other fingerprints");
  if (reporters.json(first, reportOptions) !== reporters.json(second, reportOptions))
    faults.push("two audits give other reports");
  return faults;
}

async function auditOf({ root }: RepositoryCopy): Promise<Audit | AuditError> {
  try {
    return await audit({ root, environment });
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  }
}

/** An audit that cannot be made says where the obstacle is and how to get past it. */
function errorFaults({ message, path, line, column, help }: AuditError): string[] {
  const faults: string[] = [];
  if (message === "" || help === "") faults.push("an error says nothing");
  if (path === null && !help.includes("version-audit.toml"))
    faults.push(`an error names no file: ${message}`);
  if ((line !== null && !(line >= 1)) || (column !== null && !(column >= 1)))
    faults.push(`an error at ${line}:${column}`);
  return faults;
}

/** The patch of `diff` is taken by git and gives what the release would leave. */
async function patchFaults({ root }: RepositoryCopy): Promise<string[]> {
  const changes = await changesOf(root);
  if (changes.length === 0) return [];
  const file = `${root}.patch`;
  writeFileSync(file, patch(changes, { git: null, root }));
  try {
    gitApply(root, file, "--check");
    gitApply(root, file);
    const wrong = changes.filter(({ path, after }) => !isOnDisk(join(root, path), after));
    return wrong.map(({ path }) => `the patch leaves ${path} otherwise than the release`);
  } catch (error) {
    return [`git does not take the patch: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    rmSync(file);
  }
}

/** What the release changes; nothing when it cannot be rehearsed to its end. */
async function changesOf(root: string): Promise<readonly FileChange[]> {
  try {
    const { rehearsals } = await rehearseRelease({ root, environment, to: "1.5.0" });
    const isDone = rehearsals.every(({ outcome }) => outcome.ended === "completed" && outcome.exitCode === 0);
    return isDone ? fileChanges(rehearsals) : [];
  } catch (error) {
    if (error instanceof AuditError) return [];
    throw error;
  }
}

function gitApply(root: string, file: string, ...options: string[]): void {
  const args = ["apply", "--whitespace=nowarn", ...options, file];
  execFileSync("git", args, { cwd: root, env: environment, stdio: "pipe" });
}

function isOnDisk(file: string, content: Content): boolean {
  if (content === null) return !existsSync(file);
  return existsSync(file) && readFileSync(file).equals(Buffer.from(content));
}
