import { resolveFrom } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { Origin } from "../../rehearsal.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import { documentedCalls } from "../shared/javascript/documented-call.ts";
import { managerOf } from "../shared/javascript/package-manager.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";
import { packageIn } from "../shared/javascript/workspace.ts";
import { readVersionWords, type VersionWords } from "./version-words.ts";

/** What shows that a repository is released by `npm version`, and how. */
export interface Evidence {
  readonly words: VersionWords;
  /** The folder in which it is started. */
  readonly dir: string;
  /** Shell lines around the call; empty for none. */
  readonly before: string;
  readonly after: string;
  /** What a maintainer would type. */
  readonly typed: string;
  readonly origin: Origin;
  /** What was found, one clause. */
  readonly why: string;
}

/**
 * Package scripts and workflows that call it, then the scripts that npm runs around it, then pages that tell to call it.
 * Null without any, since every repository with a package.json could be released like this.
 */
export function versionEvidence(repository: Repository): Evidence | null {
  const calls = programCalls(repository).filter(isVersioning);
  const scripts = calls.filter(({ script }) => script !== null).sort((a, b) => rank(a) - rank(b));
  const pages = documentedCalls(repository).filter(isVersioning);
  return (
    firstCall(scripts, repository) ??
    lifecycleEvidence(repository) ??
    firstCall(calls, repository) ??
    firstCall(pages, repository)
  );
}

/** `npm version` without an argument only prints versions, and what makes a version of the day is not the release. */
function isVersioning(call: ProgramCall): boolean {
  const words = readVersionWords(call);
  if (words === null || (words.wanted === null && words.program !== "yarn")) return false;
  const line = call.args.join(" ");
  const isComputed = line.includes("$(") && /date|sha|rev-parse/iu.test(line);
  return !isComputed && !/ pre|canary|nightly|0\.0\.0/iu.test(line);
}

/** A script that is called `release` comes first, then the smallest step. */
function rank({ script, args, dir }: ProgramCall): number {
  const name = script ?? "";
  const deep = dir === "" ? 0 : 10;
  if (/^(?:release|bump|version|publish)$/u.test(name)) return deep;
  return deep + (/patch/u.test(`${name} ${args.join(" ")}`) ? 1 : 2);
}

function firstCall(calls: readonly ProgramCall[], repository: Repository): Evidence | null {
  for (const call of calls) {
    const words = readVersionWords(call);
    const dir = words === null ? null : folderOf(call, words);
    if (words === null || dir === null || !isVersioned(repository, dir, words)) continue;
    const { script, line, before, after, origin } = call;
    const where = script === null ? `${origin.path}:${origin.line}` : `the script ${JSON.stringify(script)}`;
    return {
      ...{ words, dir, before: withoutFolder(before), origin },
      // Lines of a page are examples; what follows on them is not a part of the release.
      after: /\.(?:md|mdx|rst|txt|adoc)$/u.test(origin.path) ? "" : after,
      typed: script === null ? line.trim() : `${managerOf(repository)} run ${script}`,
      why: `${where} calls ${words.program} version`,
    };
  }
  return null;
}

function folderOf({ dir, before }: ProgramCall, { folder }: VersionWords): string | null {
  const moved = /(?:^|&&|;)\s*cd\s+([^\s;&]+)\s*(?:&&|;|$)/u.exec(before)?.[1];
  const start = moved === undefined ? dir : resolveFrom(dir, moved);
  return start === null || folder === null ? start : resolveFrom(start, folder);
}

/** The call is carried out in the folder that `cd` names, so only what else comes before it is run. */
function withoutFolder(before: string): string {
  return /^\s*cd\s+[^\s;&]+\s*$/u.test(before) ? "" : before;
}

function isVersioned(repository: Repository, dir: string, { all, named }: VersionWords): boolean {
  const manifest = packageIn(repository, dir);
  return manifest !== null && (manifest.version !== null || all || named.length > 0);
}

/** The scripts around a version, unless they start another release tool or a version themselves. */
function lifecycleEvidence(repository: Repository): Evidence | null {
  const manifest = packageIn(repository, "");
  if (manifest === null || manifest.version === null) return null;
  const calls = programCalls(repository).filter(({ dir }) => dir === "");
  for (const stage of ["version", "preversion", "postversion"]) {
    const own = calls.filter(({ script }) => script === stage);
    const [first] = own;
    if (first === undefined || own.some((call) => isOtherRelease(call))) continue;
    const manager = managerOf(repository);
    const program = manager === "bun" ? "npm" : manager;
    const words = readVersionWords({ program, args: ["version", "{version}"] });
    if (words === null) continue;
    return {
      ...{ words, dir: "", before: "", after: "", origin: first.origin },
      typed: `${program} version {version}`,
      why: `the script ${JSON.stringify(stage)} is run around ${program} version`,
    };
  }
  return null;
}

const releasers =
  /^(?:changesets?|@changesets\/cli|lerna|release-it|semantic-release|standard-version|commit-and-tag-version|nx|np|bumpp|auto|changelogen)$/u;

function isOtherRelease(call: ProgramCall): boolean {
  return releasers.test(call.program) || readVersionWords(call) !== null;
}
