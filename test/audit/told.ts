import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type AuditOptions, audit } from "../../src/audit.ts";
import { release, write } from "../rules/fixture-copy.ts";

/** The files that a release changes, by path, and the tag that it sets. */
interface PastRelease {
  readonly tag: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A git repository that was released like this, the oldest release first. It lives as long as the test. */
export function releasedRepository(...releases: readonly PastRelease[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-released-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const { tag, files } of releases) {
    for (const [path, content] of Object.entries(files)) write(root, path, content);
    release(root, tag);
  }
  return root;
}

/** What an audit with nothing configured beyond the files says: its release, and `severity rule path:line` of each finding. */
export async function told(
  root: string,
  options: Pick<AuditOptions, "engine"> = {},
): Promise<{ readonly release: string; readonly findings: readonly string[] }> {
  const found = await audit({ root, environment: { PATH: process.env["PATH"] }, ...options });
  const { current, target, entry } = found.release;
  return {
    release: `${current} to ${target} by ${entry}`,
    findings: found.findings.map(
      ({ severity, rule, location: { path, line } }) => `${severity} ${rule} ${path}:${line}`,
    ),
  };
}

/** A package.json, as `npm init` writes one. */
export function manifest(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ name: "fennel", ...fields }, null, 2)}\n`;
}

/** A release script that writes its first argument into package.json and nothing else. */
export const writesManifest = `import { readFileSync, writeFileSync } from "node:fs";
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
manifest.version = process.argv[2];
writeFileSync("package.json", JSON.stringify(manifest, null, 2) + "\\n");
`;
