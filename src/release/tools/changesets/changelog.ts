import { posix } from "node:path";
import semver from "semver";
import { type Manifest, requirementsIn } from "../shared/javascript/manifest.ts";
import type { Changeset } from "./pending.ts";
import { movesRange } from "./ranges.ts";
import type { PlannedRelease, Situation } from "./release-plan.ts";

/**
 * The entry of a release in a changelog, as changesets writes it where no commit is known.
 * https://github.com/changesets/changesets/blob/main/packages/apply-release-plan/src/get-changelog-entry.ts and
 * packages/changelog-git/src/index.ts
 * @param versionOf the version that is written for a package
 */
export function changelogEntry(
  release: PlannedRelease,
  manifest: Manifest,
  {
    releases,
    situation,
    versionOf,
  }: {
    readonly releases: readonly PlannedRelease[];
    readonly situation: Situation;
    readonly versionOf: (release: PlannedRelease) => string;
  },
): string {
  const { changesets } = situation;
  const own = (type: string) =>
    changesets
      .filter(({ id }) => release.changesets.includes(id))
      .filter(({ releases: named }) => named.some((one) => one.name === release.name && one.type === type))
      .map(lineOf);
  const moved = releases.filter((other) => isMoved(other, manifest, situation));
  const taken = new Set(moved.flatMap((other) => other.changesets));
  const updates = [
    ...changesets.filter(({ id }) => taken.has(id)).map(() => "- Updated dependencies"),
    ...moved.map((other) => `  - ${other.name}@${versionOf(other)}`),
  ];
  const sections = [
    ["Major", own("major")],
    ["Minor", own("minor")],
    ["Patch", [...own("patch"), ...(moved.length === 0 ? [] : [updates.join("\n")])]],
  ] as const;
  const bodies = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `### ${title} Changes\n\n${lines.join("\n")}\n`);
  // Prettier, which changesets hands the file to, puts a blank line behind each heading.
  return [`## ${versionOf(release)}\n`, ...bodies].join("\n");
}

function lineOf({ summary }: Changeset): string {
  const [first = "", ...rest] = summary.split("\n").map((line) => line.trimEnd());
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
}

function isMoved(
  other: PlannedRelease,
  { content }: Manifest,
  { packages, root, settings }: Situation,
): boolean {
  const direct = requirementsIn(content, "dependencies").get(other.name);
  const range = direct ?? requirementsIn(content, "peerDependencies").get(other.name);
  if (range === undefined || (!range.startsWith("workspace:") && semver.validRange(range) === null))
    return false;
  const required = packages.find(({ name }) => name === other.name);
  const folder = posix.relative(root, required?.dir ?? "");
  const field = direct === undefined ? "peerDependencies" : "dependencies";
  const { newVersion: version, oldVersion, type } = other;
  return movesRange(range, field, { version, oldVersion, type, folder }, settings);
}

/** A changelog with an entry before its first one; a new one starts with the name of the package. */
export function withEntry(text: string | null, entry: string, name: string): string {
  const added = `\n\n${entry.trim()}\n`;
  if (text === null || text === "") return `# ${name}${added}`;
  if (/^#{1,6}\s+\d+\.\d+/u.test(text)) return added.trimStart() + text;
  const end = text.indexOf("\n");
  return end === -1 ? text + added : text.slice(0, end) + added + text.slice(end + 1);
}
