import type { Finding } from "../../src/findings/finding.ts";
import { auditSelection } from "../cli/compiled-library.ts";
import { git } from "./check-out.ts";

/** Commits that touched version strings, and what each of them caused, as `rule path`, on whichever line. */
const commits: readonly (readonly [revision: string, what: string, caused: readonly string[]])[] = [
  [
    "80564955e",
    "adds a public package that the release does not find",
    ["stale-after-bump integrations/flue-runtime/package.json"],
  ],
  [
    "990124af9",
    "takes the package out of the release again, in a revert",
    ["stale-after-bump integrations/flue-runtime/package.json"],
  ],
  [
    "50a63878d",
    "adds a package with literal pins of the train",
    ["stale-after-bump integrations/vercel-world/package.json"],
  ],
  [
    "f3c4ff1b2",
    "adds a crate to the workspace and to neither list of crates",
    [
      "stale-after-bump Cargo.toml",
      "list-drift scripts/publish/src/lib/version.ts",
      "list-drift scripts/publish/src/ci/bin.ts",
    ],
  ],
  [
    "b50ef9aad",
    "moves a protocol and leaves one re-export behind",
    ["couple-mismatch rivetkit-typescript/packages/rivetkit/src/inspector/mod.ts"],
  ],
  ["9be612c72", "lets the release write the pins of crates", []],
  ["792262493", "adds a crate to the list of pins", []],
  ["870e9cb15", "adds a crate to the list of published crates", []],
  ["6aee96dd7", "is a release", ["generated-behind engine/sdks/rust/api-full/rust/Cargo.toml"]],
  ["236c1d610", "is a release candidate", ["generated-behind engine/sdks/rust/api-full/rust/Cargo.toml"]],
];

/** Audits every commit since its parent: what it caused is reported, and nothing that git says it did not touch. */
export async function checkSince(gitDirectory: string, folder: string): Promise<string[]> {
  git(".", "clone", "--quiet", "--shared", "--no-checkout", "--no-tags", gitDirectory, folder);
  const failures: string[] = [];
  for (const [revision, what, caused] of commits) {
    git(folder, "checkout", "--quiet", "--force", revision);
    takeTagsOfTheTime(gitDirectory, folder);
    const { findings, summary } = await auditSelection({
      root: folder,
      environment: { PATH: process.env["PATH"] },
      scope: { by: "since", revision: "HEAD~1" },
    });
    const reported = new Set(findings.map(nameOf));
    const missing = caused.filter((name) => !reported.has(name));
    const foreign = findings.filter(
      (finding) => !caused.includes(nameOf(finding)) && !isTouched(folder, finding),
    );
    const leftOut = summary.leftOut.reduce((sum, one) => sum + one.findings, 0);
    console.log(`since: ${revision} ${what}: ${[...reported].join(", ") || "nothing"} (${leftOut} left out)`);
    failures.push(...missing.map((name) => `since ${revision}: ${name} is not reported`));
    failures.push(
      ...foreign.map(
        (finding) => `since ${revision}: ${nameOf(finding)}:${finding.location.line} is not its doing`,
      ),
    );
  }
  return failures;
}

/** Gives a clone the tags that there were when HEAD was committed, and no others. */
function takeTagsOfTheTime(gitDirectory: string, folder: string): void {
  const earlier = git(folder, "tag", "--list").split("\n").filter(Boolean);
  if (earlier.length > 0) git(folder, "tag", "--delete", ...earlier);
  const committed = Number(git(folder, "log", "-1", "--format=%ct"));
  const tags = git(gitDirectory, "for-each-ref", "--format=%(creatordate:unix) %(refname)", "refs/tags");
  const past = tags.split("\n").flatMap((line) => {
    const [date = "", name = ""] = line.split(" ");
    return name !== "" && Number(date) <= committed ? [`${name}:${name}`] : [];
  });
  git(folder, "fetch", "--quiet", "--no-tags", gitDirectory, ...past);
}

function nameOf({ rule, location }: Finding): string {
  return `${rule} ${location.path}`;
}

/** Whether git itself names the line among those that HEAD changed. */
function isTouched(folder: string, { location }: Finding): boolean {
  const patch = git(folder, "diff", "--unified=0", "--no-renames", "HEAD~1", "HEAD", "--", location.path);
  return [...patch.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].some(([, start, count]) => {
    const first = Number(start);
    return first <= location.line && location.line < first + Number(count ?? 1);
  });
}
