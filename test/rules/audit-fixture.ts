import type { Audit } from "../../src/findings/audit.ts";
import { audit } from "../cli/compiled-library.ts";
import { fixtureCopy, release, replace, write } from "./fixture-copy.ts";

/** What a test changes in its copy of a fixture before it is audited. */
export interface Changes {
  /** New files, and files with another content. */
  readonly files?: Readonly<Record<string, string>>;
  /** Texts that must be there, and what they become: path, text, new text. */
  readonly replace?: readonly (readonly [path: string, found: string, becomes: string])[];
  readonly tags?: readonly string[];
}

/** The whole audit of a copy of a fixture, committed in a git repository of its own. */
export async function auditFixture(id: string, changes: Changes = {}): Promise<Audit> {
  const root = fixtureCopy(id);
  for (const [path, content] of Object.entries(changes.files ?? {})) write(root, path, content);
  for (const [path, found, becomes] of changes.replace ?? []) replace(root, path, found, becomes);
  release(root, ...(changes.tags ?? []));
  return audit({ root, environment: { PATH: process.env["PATH"] } });
}

/** Every finding of an audit as `severity rule path:line`, in the order of the report. */
export function shown({ findings }: Audit): string[] {
  return findings.map(
    ({ severity, rule, location: { path, line } }) => `${severity} ${rule} ${path}:${line}`,
  );
}
