/**
 * Records the newest release commits of repositories, for `npm run check:releases -- MIRROR --data FILE`: what each wrote,
 * and where it left the version before it. Nothing but facts is recorded: paths, lines, versions and hashes.
 *   npm run --silent record:releases -- MIRROR OWNER+NAME[@COMMIT] ... > FILE
 * Without a commit, the newest one whose subject names a version that it writes.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { RecordedRelease } from "./prediction.ts";

const aVersion = /\d+\.\d+(?:\.\d+)*(?:[-.]?(?:alpha|beta|rc|dev|pre)[-.]?\d*)?/g;

const [mirror, ...named] = process.argv.slice(2);
if (mirror === undefined || named.length === 0)
  throw new Error("usage: npm run record:releases -- MIRROR OWNER+NAME[@COMMIT] ...");

const releases = named.map((name) => {
  const [repo = "", commit] = name.split("@");
  const git = gitOf(join(mirror, repo, "repo"));
  const release = commit === undefined ? newestRelease(repo, git) : releaseAt(repo, commit, git);
  if (release === null) throw new Error(`${name}: no commit is seen to write a version`);
  return release;
});
console.log(JSON.stringify(releases, null, 1));

type Git = (...args: string[]) => string;

function gitOf(gitDirectory: string): Git {
  return (...args) =>
    execFileSync("git", ["--git-dir", gitDirectory, ...args], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "ignore"],
    });
}

function newestRelease(repo: string, git: Git): RecordedRelease | null {
  const lines = git("log", "--no-merges", "-n", "3000", "--format=%H %s").split("\n");
  for (const line of lines) {
    if (!/\d+\.\d+/.test(line.slice(40))) continue;
    const release = releaseAt(repo, line.slice(0, 40), git);
    if (release !== null && line.slice(40).includes(release.new)) return release;
  }
  return null;
}

/** A line that the commit took out, and those that it put in its place. */
interface Change {
  readonly path: string;
  readonly line: number;
  readonly removed: string;
  readonly added: readonly string[];
}

function releaseAt(repo: string, commit: string, git: Git): RecordedRelease | null {
  const [sha = "", parent = ""] = git("log", "-1", "--format=%H %P", commit).trim().split(" ");
  if (parent === "") return null;
  const changes = changesOf(git("diff", "-U0", "--no-renames", "--no-color", parent, sha));
  const pairs = changes.flatMap(({ removed, added }) => pairsIn(removed, added));
  const subject = git("log", "-1", "--format=%s", sha);
  const spokenOf = pairs.filter(([, next]) => subject.includes(next));
  const [pair] = mostFrequent(spokenOf.length > 0 ? spokenOf : pairs);
  if (pair === undefined) return null;
  const [old, next] = pair;
  const written: Record<string, number[]> = {};
  for (const { path, line, removed, added } of changes)
    if (holds(removed, old) && pairsIn(removed, added).some(([a, b]) => a === old && b === next))
      written[path] = [...(written[path] ?? []), line];
  return {
    repo,
    sha,
    parent,
    old,
    new: next,
    version_lines: written,
    stale: left(old, parent, written, git),
  };
}

/** Versions that stand between the same words before and after. */
function pairsIn(removed: string, added: readonly string[]): [string, string][] {
  return added.flatMap((line) => {
    const [before, after] = [removed.match(aVersion) ?? [], line.match(aVersion) ?? []];
    if (removed.replaceAll(aVersion, "") !== line.replaceAll(aVersion, "")) return [];
    return before.flatMap((version, index): [string, string][] => {
      const other = after[index];
      return other === undefined || other === version ? [] : [[version, other]];
    });
  });
}

function mostFrequent(pairs: readonly [string, string][]): [string, string][] {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair.join(" "), (counts.get(pair.join(" ")) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([words]) => words.split(" "))
    .map(([old = "", next = ""]) => [old, next]);
}

function changesOf(diff: string): Change[] {
  return diff.split(/^diff --git /m).flatMap((file) => {
    const path = /^--- a\/(.*)$/m.exec(file)?.[1];
    if (path === undefined) return [];
    return file
      .split(/^(?=@@ )/m)
      .slice(1)
      .flatMap((hunk) => {
        const lines = hunk.split("\n");
        const first = Number(/^@@ -(\d+)/.exec(hunk)?.[1]);
        const signed = (sign: string) =>
          lines.flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []));
        const added = signed("+");
        return signed("-").map((removed, index) => ({ path, line: first + index, removed, added }));
      });
  });
}

function holds(line: string, version: string): boolean {
  return [...line.matchAll(aVersion)].some(([found]) => found === version);
}

/** Where the former version stands at the parent and stays. A changelog and a lockfile say so of others. */
function left(
  old: string,
  parent: string,
  written: Readonly<Record<string, readonly number[]>>,
  git: Git,
): [string, number][] {
  let found = "";
  try {
    found = git("grep", "-I", "-n", "-F", "-e", old, parent);
  } catch {
    // Git ends with 1 where it finds nothing.
    return [];
  }
  return found.split("\n").flatMap((text): [string, number][] => {
    const [, path = "", number = "", line = ""] = /^[0-9a-f]{40}:(.*?):(\d+):(.*)$/.exec(text) ?? [];
    if (path === "" || /change|history|\.lock$|-lock\./i.test(path) || !holds(line, old)) return [];
    return written[path]?.includes(Number(number)) ? [] : [[path, Number(number)]];
  });
}
