// Cuts a release of this package: `node scripts/release.js 1.2.3`. The version stands in package.json and its lockfile
// only; pushing the tag starts the workflow that publishes.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const version = process.argv[2] ?? "";
if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) throw new Error("usage: node scripts/release.js VERSION");

for (const path of ["package.json", "package-lock.json"]) {
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.version = version;
  if (manifest.packages !== undefined) manifest.packages[""].version = version;
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
execFileSync("git", [
  "commit",
  "--message",
  `chore: release ${version}`,
  "package.json",
  "package-lock.json",
]);
execFileSync("git", ["tag", `v${version}`]);
