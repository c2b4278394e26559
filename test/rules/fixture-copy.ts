import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { AuditSoFar } from "../../src/findings/audit.ts";
import { auditSoFar } from "../../src/findings/audit-so-far.ts";
import { ecosystems } from "../../src/inventory/ecosystems.ts";
import { takeInventory } from "../../src/inventory/inventory.ts";
import { openRepository } from "../../src/open-repository.ts";
import { presumeCurrent } from "../../src/release/current.ts";
import type { Rule } from "../../src/rules/rule.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/rules");

/** A copy of the fixture of a rule, which lives as long as the test and lies in no git repository. */
export function fixtureCopy(id: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `version-audit-${id}-`)));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(fixtures, id), root, { recursive: true });
  return root;
}

export function write(root: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Replaces a text that must be there. */
export function replace(root: string, path: string, found: string, becomes: string): void {
  const text = readFileSync(join(root, path), "utf8");
  if (!text.includes(found)) throw new RangeError(`${path} does not hold ${found}`);
  writeFileSync(
    join(root, path),
    text.replaceAll(found, () => becomes),
  );
}

/** Commits everything to a git repository of the folder and tags it. */
export function release(root: string, ...tags: string[]): void {
  git(root, "init", "--quiet", "--initial-branch", "main");
  commit(root);
  for (const tag of tags) git(root, "tag", tag);
}

/** Commits everything to the git repository of a folder. */
export function commit(root: string): void {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--allow-empty", "--message", "release");
}

function git(root: string, ...args: string[]): void {
  const author = ["-c", "user.name=Pebble", "-c", "user.email=pebble@example.invalid"];
  execFileSync("git", [...author, ...args], { cwd: root, stdio: "pipe" });
}

/** What an audit is told beyond its folder. */
export interface Facts {
  /** A target that the user named. */
  readonly target?: string;
  readonly cargoHome?: string;
}

/** The audit of a folder as far as rules about the repository itself look at it: without a rehearsal. */
export function unrehearsed(root: string, { target, cargoHome }: Facts = {}): AuditSoFar {
  const environment = { PATH: process.env["PATH"], CARGO_HOME: cargoHome };
  const opened = openRepository({ root, environment });
  const { repository, workspace } = opened;
  const inventory = takeInventory(repository, workspace, ecosystems);
  const bump = { current: presumeCurrent(opened), target: "9.9.9" };
  const probes = { continued: [], uncalled: [], repeated: [], guarded: [] };
  return auditSoFar(opened, { inventory, bump, probes, rehearsals: [] }, target);
}

/** What a rule finds: `severity path:line message`, and below it the related places as `  path:line message`. */
export function told(rule: Rule, audit: AuditSoFar): string[] {
  return rule
    .check(audit)
    .flatMap(({ severity, message, location, related }) => [
      `${severity} ${location.path}:${location.line} ${message}`,
      ...related.map((place) => `  ${place.path}:${place.line} ${place.message}`),
    ]);
}
