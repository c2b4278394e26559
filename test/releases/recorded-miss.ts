import { execFileSync } from "node:child_process";

/** A place that releases of a repository missed, or one that a good audit says nothing about. */
export interface RecordedMiss {
  /** `M..`, or `N..` for a hard negative. */
  readonly id: string;
  /** `owner/name`. */
  readonly repo: string;
  readonly class: string;
  /** The paths, which may be globs and have lines, among other words. */
  readonly path: string;
  /** The tags at which it was missed, and what it held then, among other words. */
  readonly bad_tags?: string;
  readonly stuck_at?: string;
  /** The commits that caused it and that repaired it, among other words; null for what nobody has repaired. */
  readonly introduced?: string;
  readonly fixed?: string | null;
}

/** True for what is about a version string, and not about a configuration or a program. */
export function isAboutVersion({ class: kind }: RecordedMiss): boolean {
  return !/config regression|over-replacement|derived from/i.test(kind);
}

/** The globs of the paths that a record names; a folder stands for all below it. */
export function globsOf({ path }: RecordedMiss): string[] {
  return path
    .split(/[\s+]+/)
    .map((word) => word.replace(/[,;]$|:\d+$/g, ""))
    .filter((word) => /^[\w.{][^()"]*\/|^[\w.-]+\.[a-z]+$/i.test(word) && !/^v?\d/.test(word))
    .map((word) => (/\.[a-z]+$/i.test(word) ? word : `${word}/**`));
}

/**
 * A revision at which a miss was live: the newest commit for what nobody has repaired, else the last tag that is known for
 * it, else just before each repair. A hard negative is asked about before what ended it, at the last version that it names,
 * or where it began.
 */
export function revisionsOf(miss: RecordedMiss, gitDirectory: string): string[] {
  const known = (revision: string): string[] => {
    try {
      return [git(gitDirectory, "rev-parse", "--verify", `${revision}^{commit}`)];
    } catch {
      return [];
    }
  };
  const { id, path, introduced = "", fixed, bad_tags: tags = "", stuck_at: stuck = "" } = miss;
  const newest = known("HEAD");
  if (id.startsWith("N")) {
    const begun = hashesIn(introduced).flatMap(known);
    const before = hashesIn(path).flatMap((hash) => known(`${hash}^`));
    const named = versionsIn(path)
      .toReversed()
      .flatMap((version) => known(`refs/tags/v${version}`));
    return [...before, ...named, ...begun, ...newest].slice(0, 1);
  }
  if (fixed === null) return newest;
  const tagged = `${tags} ${/\bat (v\S+)/.exec(stuck)?.[1] ?? ""}`
    .split(/[\s,/()]+|\.\./)
    .flatMap((word) => (/\d/.test(word) ? known(`refs/tags/${word}`) : []));
  if (tagged.length > 0) return tagged.slice(-1);
  const repaired = hashesIn(fixed ?? "").flatMap((hash) => known(`${hash}^`));
  if (repaired.length > 0) return repaired;
  return [...hashesIn(JSON.stringify(miss)).flatMap(known), ...newest].slice(0, 1);
}

function hashesIn(text: string): string[] {
  return text.match(/\b(?=\w*\d)[0-9a-f]{7,40}\b/g) ?? [];
}

function versionsIn(text: string): string[] {
  return text.match(/\b\d+\.\d+\.\d+\b/g) ?? [];
}

function git(gitDirectory: string, ...args: string[]): string {
  return execFileSync("git", ["--git-dir", gitDirectory, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}
