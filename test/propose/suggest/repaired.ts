import { execFileSync } from "node:child_process";
import { audit } from "../../../src/audit.ts";
import { type Suggestions, suggest } from "../../../src/propose/suggest/suggest.ts";
import { patch } from "../../../src/report/patch/patch.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";

/** A repository before and after its own suggestions. */
export interface Repaired {
  readonly root: string;
  readonly suggestions: Suggestions;
  /** The lines that the patch adds and takes away. */
  readonly changes: readonly string[];
  /** Every repair as `kind: path, path` of its places. */
  readonly repairs: readonly string[];
  /** The verdicts of every place after the patch was applied, as `verdict path version`. */
  readonly after: readonly string[];
}

/** Writes a small repository, applies what is suggested for it with git, and audits it again. */
export async function repaired(files: Readonly<Record<string, string>>, ignores = true): Promise<Repaired> {
  return repairedFolder(temporaryFolder(files), ignores);
}

/** The same for a folder that is there. */
export async function repairedFolder(root: string, ignores = true): Promise<Repaired> {
  const environment = { PATH: process.env["PATH"] };
  const suggestions = await suggest({ root, environment, ignores });
  const text = patch(suggestions.changes, { git: null, root });
  if (text !== "") execFileSync("git", ["apply", "--whitespace=error-all"], { cwd: root, input: text });
  const { occurrences } = await audit({ root, environment });
  return {
    root,
    suggestions,
    changes: text.split("\n").filter((line) => /^[-+](?![-+]{2} )/.test(line)),
    repairs: suggestions.repairs.map(
      ({ kind, places }) => `${kind}: ${places.map(({ path }) => path).join(", ")}`,
    ),
    after: occurrences.map(({ verdict, path, version }) => `${verdict} ${path} ${version}`),
  };
}

/** A manifest of a package of the family `pebble`. */
export function manifest(name: string, version: string, more: object = {}): string {
  return `${JSON.stringify({ name, version, ...more }, null, 2)}\n`;
}

/** The root of a workspace with packages of the same version, and a script for its release. */
export function pebble(script: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    "package.json": manifest("pebble", "1.4.2", {
      private: true,
      workspaces: ["packages/*", "examples/*"],
      devDependencies: { glob: "*" },
    }),
    "packages/core/package.json": manifest("@pebble/core", "1.4.2"),
    "scripts/release.mjs": script,
    ...more,
  };
}
