import type { AuditSoFar } from "../../src/findings/audit.ts";
import { auditSoFar } from "../../src/findings/audit-so-far.ts";
import { ecosystems } from "../../src/inventory/ecosystems.ts";
import { takeInventory } from "../../src/inventory/inventory.ts";
import { openRepository, openView } from "../../src/open-repository.ts";
import { presumeCurrent } from "../../src/release/current.ts";
import type { Command, Rehearsal } from "../../src/release/rehearsal.ts";
import { DiscoveredRepository } from "../../src/repository/files/discovered-repository.ts";
import { commandOf, origin, rehearsalOf } from "../release/rehearsal-of.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

const sentinel = "9.9.9";

/** What a release does, told instead of rehearsed: a test of the judge needs no script. */
export interface Told {
  /** The files in which the release writes the new version for every 2.4.0; by default the root and `@lumen/core`. */
  readonly bumped?: readonly string[];
  /** The command lines that it starts in the root. */
  readonly commands?: readonly string[];
  readonly tags?: readonly string[];
  /** The `[[release]]` of the configuration; by default a program. */
  readonly release?: string;
  /** The remote `origin`; by default there is none. */
  readonly remote?: string;
}

/** The lumen family at 2.4.0: the root, a package that is released with it, and a private one that counts by itself. */
const lumen: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "lumen", "private": true, "version": "2.4.0", "workspaces": ["packages/*"] }\n',
  "packages/core/package.json": '{ "name": "@lumen/core", "version": "2.4.0" }\n',
  "packages/desk/package.json": '{ "name": "@lumen/desk", "private": true, "version": "0.3.0" }\n',
  "scripts/release.mjs": "",
};

const config = '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\n';

/** What a rule sees of the lumen family together with these files; a configuration among them needs no release. */
export function soFar(
  files: Readonly<Record<string, string>>,
  told: Told = {},
  parts: Partial<AuditSoFar> = {},
): AuditSoFar {
  const { bumped = ["package.json", "packages/core/package.json"], tags = ["v2.3.0"], remote = null } = told;
  const tables = files["version-audit.toml"] ?? "";
  const root = temporaryFolder({
    ...lumen,
    ...files,
    "version-audit.toml": `${told.release ?? config}${tables}`,
  });
  const { paths, links } = openRepository({ root }).repository;
  const git = { topLevel: root, tags, remote, head: null, branch: "main", shallow: false };
  const repository = new DiscoveredRepository({ root, paths, links, git, notes: [] });
  const opened = openView(repository, { environment: {} });
  const inventory = takeInventory(repository, opened.workspace, ecosystems);
  const writes = bumped.map((path) => {
    const before = repository.read(path) ?? "";
    return { path, before, after: before.replaceAll("2.4.0", sentinel), origin };
  });
  const commands = (told.commands ?? []).map(started);
  const bump = { current: presumeCurrent({ ...opened, repository }), target: sentinel };
  const rehearsals = [rehearsal({ writes, commands })];
  const probes = { continued: [], uncalled: [], repeated: [], guarded: [] };
  return { ...auditSoFar(opened, { inventory, bump, rehearsals, probes }), ...parts };
}

/** Every verdict outside of the lumen family as `path:line version verdict: reason`. */
export function verdicts(files: Readonly<Record<string, string>>, told: Told = {}): string[] {
  const { occurrences, evidence } = soFar(files, told);
  return occurrences
    .filter(({ path }) => path in files)
    .map(({ path, span, version, verdict, certainty, reason }) => {
      const { line } = evidence.repository.locate(path, span);
      const isMissed = verdict === "stale" || verdict === "behind" || verdict === "ahead";
      const doubt = certainty !== "proved" && isMissed ? `${certainty} ` : "";
      return `${path}:${line} ${version} ${doubt}${verdict}: ${reason}`;
    });
}

/** A rehearsal of the release script in which nothing happened but this. */
export function rehearsal(happened: Partial<Rehearsal>): Rehearsal {
  return rehearsalOf({ entry: origin.path, target: sentinel, modules: [origin.path], ...happened });
}

/** A command as a rehearsal records it. */
export function started(command: string): Command {
  return commandOf(command.split(" "));
}
