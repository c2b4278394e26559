import { basename } from "node:path/posix";
import { parse } from "valibot";
import { type Release, releaseSchema } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import { packageCommands } from "../find/release-package-scripts.ts";
import type { Rehearsal } from "../rehearsal.ts";
import { changedRepository } from "./changed-repository.ts";
import { type ComparedPlace, comparedPlaces } from "./compared-places.ts";
import { guardSteps } from "./guard-steps.ts";
import { finalFiles } from "./repetition.ts";

/** A check of the repository's own, and how it ends over what the release leaves. */
export interface GuardedRelease {
  /** The script, relative to the audited root. */
  readonly path: string;
  /** The release that was made before it. */
  readonly first: Rehearsal;
  /** The check over the tree as it is, where it passes. */
  readonly before: Rehearsal;
  /** The check over what the release leaves. */
  readonly rehearsal: Rehearsal;
  /** The places that it asks the release to write, where it fails. */
  readonly compared: readonly ComparedPlace[];
}

const guardName =
  /(?:^|\/)(?:(?:check|verify|validate|assert|ensure|lint)[-_.](?:\w{1,30}[-_.])?(?:version|release)s?|versions?[-_.](?:check|sync|consistency|guard))(?:[-_.]\w{1,30})?\.(?:[cm]?[jt]s|(?:ba|da)?sh)$/i;
const noGuard = /(?:^|\/)(?:node_modules|tests?|__tests__|fixtures|examples?|dist|vendor|third_party)\//;
const speaking = /^(?:\.github\/workflows\/[^/]+\.ya?ml|(?:GNUm|m|M)akefile)$/;
const mostGuards = 3;

/**
 * Runs the checks of versions that the repository has written for itself, where a package script, a workflow or the
 * makefile calls them, and those that are steps of workflows: over the tree as it is, where they have to pass and to write
 * nothing, and then over the tree as the release leaves it. One that fails there is asked which places it compares. One
 * that asks git is left out, for the release has not been committed and tagged here.
 */
export async function guardedReleases(
  releases: readonly Rehearsal[],
  current: string,
  repository: Repository,
  rehearse: (release: Release, view: Repository) => Promise<Rehearsal>,
): Promise<GuardedRelease[]> {
  const done = releases.filter(({ outcome, writes }) => outcome.ended === "completed" && writes.length > 0);
  const guards = done.length === 0 ? [] : guardsOf(repository);
  const found: GuardedRelease[] = [];
  for (const { path, env, within } of guards) {
    const release = parse(releaseSchema, { name: path, entry: path, env });
    const check = (tree: Repository): Promise<Rehearsal> => rehearse(release, within(tree));
    const before = await check(repository);
    if (!passes(before)) continue;
    for (const first of done) {
      const rehearsal = await check(changedRepository(repository, finalFiles(first)));
      const compared =
        rehearsal.outcome.ended === "failed"
          ? await comparedPlaces({ current, release: first, before, repository, check })
          : [];
      found.push({ path, first, before, rehearsal, compared });
    }
  }
  return found;
}

/** A check that can be run over a tree. */
interface Guard {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** The tree with the check in it. */
  readonly within: (tree: Repository) => Repository;
}

function guardsOf(repository: Repository): Guard[] {
  const scripts = guardScripts(repository).map((path) => ({
    path,
    env: {},
    within: (tree: Repository) => tree,
  }));
  const steps = guardSteps(repository).map(({ path, env, text }) => ({
    path,
    env,
    within: (tree: Repository) => changedRepository(tree, new Map([[path, text]])),
  }));
  return [...scripts, ...steps].slice(0, mostGuards);
}

function guardScripts(repository: Repository): string[] {
  const callers = [
    ...packageCommands(repository).map(([, command]) => command),
    ...repository.paths.filter((path) => speaking.test(path)).map((path) => repository.read(path) ?? ""),
  ];
  return repository.paths
    .filter((path) => guardName.test(path) && !noGuard.test(path))
    .filter((path) => callers.some((text) => text.includes(basename(path))));
}

function passes({ outcome, writes, commands }: Rehearsal): boolean {
  const isPlain = commands.every(({ argv, answer }) => argv[0] !== "git" && answer !== "not run");
  return outcome.ended === "completed" && outcome.exitCode === 0 && writes.length === 0 && isPlain;
}
