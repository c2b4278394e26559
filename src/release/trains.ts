import { compareVersions, isVersion } from "../inventory/versions/compare.ts";
import { folderOf } from "../repository/packages/path.ts";
import type { GitFacts } from "../repository/repository.ts";
import type { MovedTrain, Rehearsal, Write } from "./rehearsal.ts";
import { type History, hasTagsOfRepository, historyOf, latestOf } from "./released-versions.ts";
import { nextTarget } from "./target.ts";
import { taggedVersions } from "./tools/latest-tag.ts";
import type { DeclaredTrain } from "./tools/release-tool.ts";

/** The trains that rehearsals move, each once, the main one first; of two that tell of one train the first counts. */
export function movedTrains(rehearsals: readonly Rehearsal[]): readonly MovedTrain[] {
  const [main] = rehearsals.flatMap(({ trains }) => trains.slice(0, 1));
  if (main === undefined) return [];
  const others = new Map<string, MovedTrain>();
  for (const { trains } of rehearsals)
    for (const train of trains.slice(1))
      if (train.name !== main.name && !others.has(train.name)) others.set(train.name, train);
  return [main, ...others.values()];
}

/** The trains that no rehearsal moves although the configuration of one declares them. */
export function restingTrains(rehearsals: readonly Rehearsal[]): readonly DeclaredTrain[] {
  const moved = new Set(movedTrains(rehearsals).map(({ name }) => name));
  return rehearsals.flatMap(({ resting }) => resting).filter(({ name }) => !moved.has(name));
}

/**
 * What tags tell of a train. Of several trains each has the tags of its own form, where there are such; what releases
 * the whole repository has those of the repository, where there are any.
 */
export function historyOfTrain(
  train: MovedTrain | undefined,
  trains: readonly MovedTrain[],
  git: GitFacts | null,
): History {
  const isAll = trains.length === 1 && hasTagsOfRepository(git);
  const own = train === undefined || train.tag === null || isAll ? [] : taggedVersions({ git }, train.tag);
  const released = new Set(own.filter(isVersion));
  const ofTrain = { released, latest: latestOf(released), elsewhere: new Set<string>() };
  if (train !== trains[0]) return ofTrain;
  const ofRepository = historyOf(git);
  return released.size === 0 || isLater(ofRepository, ofTrain, train?.current ?? null)
    ? ofRepository
    : ofTrain;
}

/** Whether tags of another form are those of the releases since, up to current: the form was another one for a while. */
function isLater(a: History, b: History, current: string | null): boolean {
  if (a.latest === null || b.latest === null || current === null) return false;
  return compareVersions(a.latest, b.latest) > 0 && compareVersions(a.latest, current) <= 0;
}

/** The version at which the next release of a train arrives; null where the train does not hold one. */
export function comingVersion({ current, next }: MovedTrain): string | null {
  return next ?? (current === null ? null : nextTarget(current));
}

/**
 * A rehearsal that was given the version of the main train that is meant, with what the other trains arrive at where it
 * has their sentinels.
 */
export function withComingVersions(rehearsal: Rehearsal): Rehearsal {
  const [main, ...others] = rehearsal.trains;
  const shown = others.flatMap((train) => {
    const coming = comingVersion(train);
    return coming === null || train.target === main?.target ? [] : [{ ...train, coming }];
  });
  if (shown.length === 0) return rehearsal;
  const textOf = (content: Write["after"]): Write["after"] =>
    typeof content === "string"
      ? shown.reduce((text, { target, coming }) => text.replaceAll(target, coming), content)
      : content;
  return {
    ...rehearsal,
    writes: rehearsal.writes.map((write) => ({
      ...write,
      before: textOf(write.before),
      after: textOf(write.after),
    })),
  };
}

/** The train to which a place belongs by the name of a package, else by the innermost folder; null for none. */
export function trainAt<T extends Pick<MovedTrain, "folders" | "packages">>(
  { path, name }: { readonly path: string; readonly name: string | null },
  trains: readonly T[],
): T | null {
  const named = name === null ? undefined : trains.find(({ packages }) => packages.includes(name));
  if (named !== undefined) return named;
  const nearest = trains
    .flatMap((train) => train.folders.map((folder) => ({ train, folder })))
    .filter(({ folder }) => folder === "" || path.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
  return nearest?.train ?? null;
}

/** The train whose own manifest a place stands in: its package, or a manifest in the very folder of the train. */
export function trainOfManifest<T extends Pick<MovedTrain, "folders" | "packages">>(
  { path, name }: { readonly path: string; readonly name: string | null },
  trains: readonly T[],
): T | null {
  const named = name === null ? undefined : trains.find(({ packages }) => packages.includes(name));
  return named ?? trains.find(({ folders }) => folders.includes(folderOf(path))) ?? null;
}

/** True for the version of a train, however it is written. */
export function holdsCurrent(version: string, { current }: DeclaredTrain): boolean {
  return current !== null && compareVersions(version, current) === 0;
}
