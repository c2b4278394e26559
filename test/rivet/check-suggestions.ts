import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../src/findings/finding.ts";
import { isUncovered } from "../../src/propose/suggest/repair.ts";
import { compiledCommand } from "../cli/compiled-command.ts";
import { audit } from "../cli/compiled-library.ts";
import { checkOut } from "./check-out.ts";

const revisions = ["cb33baec8", "d6a0ba8a3", "91e2ec17f", "80aa947a7"];

const environment = { PATH: process.env["PATH"] };

/**
 * Applies what the command suggests for revisions to checkouts of them, audits those, and gives what is uncovered still
 * and the rules that find what they have not found before.
 */
export async function checkSuggestions(gitDirectory: string, scratch: string): Promise<string[]> {
  const failures: string[] = [];
  for (const revision of revisions) {
    const folder = join(scratch, `suggest-${revision}`);
    checkOut(gitDirectory, revision, folder);
    const before = new Set((await audit({ root: folder, environment })).findings.map(identityOf));
    const started = performance.now();
    const told = writeSuggestions(folder, `${folder}.patch`, `${folder}.txt`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    for (const line of told) console.log(`suggest ${revision}: ${line}`);

    execFileSync("git", ["apply", "--whitespace=error-all", `${folder}.patch`], { cwd: folder });
    const after = await audit({ root: folder, environment });
    const uncovered = after.occurrences.filter(isUncovered);
    console.log(
      `suggest ${revision}: the patch applies, ${uncovered.length} uncovered after it, ${seconds} s`,
    );
    failures.push(
      ...uncovered.map(
        ({ verdict, path, version }) => `suggest ${revision}: ${path} ${version} is ${verdict} still`,
      ),
      ...after.findings
        .filter((finding) => !before.has(identityOf(finding)))
        .map(({ rule, message }) => `suggest ${revision}: brings ${rule}: ${message}`),
    );
  }
  return failures;
}

/** Lines move when something is repaired, so that a place is known by its file only. */
function identityOf({ rule, message, location }: Finding): string {
  return JSON.stringify([rule, location.path, message]);
}

/** Runs `suggest`, keeps its patch and what it says, and gives the figures at the beginning of that. */
function writeSuggestions(folder: string, patch: string, said: string): string[] {
  const line = `"$0" "$1" suggest --output "$2" 2>"$3"`;
  execFileSync("sh", ["-c", line, process.execPath, compiledCommand(), patch, said], {
    cwd: folder,
    env: { ...environment, HOME: folder, VERSION_AUDIT_PROGRESS: "never" },
  });
  const lines = readFileSync(said, "utf8").split("\n");
  return lines.slice(0, lines.indexOf(""));
}
