import type { Finding } from "../../src/findings/finding.ts";
import type { Location } from "../../src/repository/text/location.ts";
import { audit, explain } from "../cli/compiled-library.ts";

/** Checks the known places of head; gives what is missing or reported in error. */
export async function checkHead(folder: string): Promise<string[]> {
  const result = await audit({ root: folder });
  const at = (path: string, line: number): Finding | undefined =>
    result.findings.find(({ location }) => location.path === path && location.line === line);
  const failures: string[] = [];
  const expect = (holds: boolean, fact: string): void => {
    console.log(`head: ${holds ? "yes" : "NO "} ${fact}`);
    if (!holds) failures.push(`head: ${fact}`);
  };
  const flue = at("integrations/flue-runtime/package.json", 3);
  expect(flue?.severity === "error", "flue-runtime is an error");
  expect(
    explain(result, "integrations/flue-runtime/package.json", 3)[0]?.reach.step === "listed but not read",
    "flue-runtime was named by the package list and never opened",
  );
  expect(
    flue?.related.some(({ path }) => path === "scripts/publish/src/lib/version.ts") === true,
    "flue-runtime shows the script line that writes its siblings",
  );
  for (const line of [39, 40])
    expect(
      at("integrations/vercel-world/package.json", line)?.rule === "already-stale",
      `vercel-world line ${line} is already behind`,
    );
  expect(
    !result.findings.some(({ location }) => location.path === "biome.json"),
    "biome.json is not reported",
  );
  const thirdParty = new Set(
    result.occurrences
      .filter(({ kind, verdict }) => kind === "lock-entry" && verdict === "external")
      .map(({ path, span }) => placeOf(result.repository.locate(path, span))),
  );
  expect(
    !result.findings.some(({ location }) => thirdParty.has(placeOf(location))),
    `none of ${thirdParty.size} third-party rows of lockfiles is reported`,
  );
  return failures;
}

function placeOf({ path, line, column }: Location): string {
  return `${path}:${line}:${column}`;
}
