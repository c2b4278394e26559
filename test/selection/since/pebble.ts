import type { Audit } from "../../../src/findings/audit.ts";
import { auditSelection } from "../../../src/selection/audit-selection.ts";
import type { Scope } from "../../../src/selection/since/scope.ts";
import { environment } from "../../repository/files/git-environment.ts";
import { commit, git, temporaryRepository } from "../../repository/files/git-repository.ts";
import { writeFiles } from "../../repository/files/temporary-folder.ts";

const script = `import { readFileSync, writeFileSync } from "node:fs";
import { places } from "./places.mjs";

for (const path of places) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/("version": |pebble@)"?[\\d.]+"?/, \`$1"\${process.argv[2]}"\`));
}
`;

/** New packages may have siblings that are not released with them. */
export const config = `[[release]]
name = "cut"
entry = "scripts/release.mjs"
args = ["{version}"]

[rules]
new-sibling = "off"
`;

export function manifest(name: string, version = "1.4.2"): string {
  return `${JSON.stringify({ name, version }, null, 2)}\n`;
}

/** A repository with a release script in two modules that has always forgotten \`packages/old\`. */
export function pebble(more: Readonly<Record<string, string>> = {}): string {
  const root = temporaryRepository({
    "package.json": `${JSON.stringify({ name: "pebble", version: "1.4.2", workspaces: ["packages/*"] }, null, 2)}\n`,
    "packages/web/package.json": manifest("@pebble/web"),
    "packages/old/package.json": manifest("@pebble/old"),
    "scripts/release.mjs": script,
    "scripts/places.mjs": 'export const places = ["package.json", "packages/web/package.json"];\n',
    "version-audit.toml": config,
    ...more,
  });
  git(root, "tag", "v1.4.2");
  return root;
}

/** Starts a branch, writes files in it (null removes one) and commits them. */
export function branch(root: string, files: Readonly<Record<string, string | null>>): void {
  git(root, "checkout", "--quiet", "-B", "topic");
  change(root, files);
  commit(root);
}

export function change(root: string, files: Readonly<Record<string, string | null>>): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) git(root, "rm", "--quiet", "-f", path);
    else writeFiles(root, { [path]: content });
  }
}

export const sinceMain: Scope = { by: "since", revision: "main" };

/** The reported findings as `rule path:line`, and how many are left out. */
export async function reported(
  root: string,
  scope: Scope,
  more: Record<string, string> = {},
): Promise<unknown[]> {
  const { findings, summary } = await audited(root, scope, more);
  return [
    ...findings.map(({ rule, location: { path, line } }) => `${rule} ${path}:${line}`),
    ...summary.leftOut.map((one) => one.findings),
  ];
}

export function audited(
  root: string,
  scope: Scope | null,
  more: Record<string, string> = {},
): Promise<Audit> {
  return auditSelection({ root, scope, environment: { ...environment, ...more } });
}
