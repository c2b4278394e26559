import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "../../src/findings/finding.ts";
import { audit } from "../cli/compiled-library.ts";

/** One bug of the release script's history and where an audit of that day must report it. */
interface Case {
  readonly id: string;
  readonly kind: string;
  readonly parent_sha: string;
  readonly expected: readonly { readonly path: string; readonly line: number | null }[];
  readonly bump_entry: readonly { readonly path: string; readonly line: number | null }[];
}

/** The release of the older eras, in one table and nothing else. */
const legacyRelease =
  '[[release]]\nname = "cut"\nmodule = "scripts/release/update_version.ts"\n' +
  'calls = [{ function = "updateVersion", args = [{ root = "{root}", version = "{version}" }] }]\n';

/** Audits the parent of every fix and gives the cases of which a place carries neither error nor warning. */
export async function checkBacktest(file: string, folderOf: (revision: string) => string): Promise<string[]> {
  const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: readonly Case[] };
  const failures: string[] = [];
  for (const each of cases) failures.push(...(await checkCase(each, folderOf(each.parent_sha))));
  return failures;
}

async function checkCase({ id, kind, expected, bump_entry }: Case, folder: string): Promise<string[]> {
  const findings = await findingsOf(folder);
  const isReported = ({ path, line }: { path: string; line: number | null }): boolean =>
    findings.some((finding) =>
      placesOf(finding).some((place) => place.path === path && (line === null || place.line === line)),
    );
  const missing = expected.filter((place) => !isReported(place));
  const ruleLine = bump_entry.some(isReported);
  const holds = missing.length === 0 || (kind === "dead-rule" && ruleLine);
  console.log(
    `backtest ${id}: ${expected.length - missing.length} of ${expected.length} places` +
      `${ruleLine ? ", the rule's own line" : ""}${holds ? "" : "  FAILED"}`,
  );
  return holds
    ? []
    : [`backtest ${id}: ${missing.map(({ path, line }) => `${path}:${line}`).join(", ")} not reported`];
}

async function findingsOf(folder: string): Promise<readonly Finding[]> {
  const era = existsSync(join(folder, "scripts/publish/src/local/cut-release.ts"));
  const config = join(tmpdir(), `version-audit-backtest-${process.pid}.toml`);
  writeFileSync(config, legacyRelease);
  try {
    const { findings } = await audit(era ? { root: folder } : { root: folder, config });
    return findings.filter(({ severity }) => severity !== "note");
  } finally {
    rmSync(config);
  }
}

function placesOf({ location, related }: Finding): { path: string; line: number }[] {
  return [location, ...related];
}
