import { basename } from "node:path/posix";
import { treeAt } from "../../repository/git/git-tree.ts";
import { folderOf } from "../../repository/packages/path.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Rehearsal } from "../rehearsal.ts";
import type { Stage } from "../way-to-release.ts";
import type { Learned, LearnedPlaceFacts } from "./learned.ts";
import { writesOf } from "./learned-writes.ts";

/**
 * What past releases add to the other rehearsals, which say what the next one does: less what these leave out, and less
 * what was done before the tool came by which the next one is made. That one release wrote a file is too little beside
 * what is known otherwise. Every other rehearsal as it is.
 */
export function completing(past: Rehearsal, all: readonly Rehearsal[], stage: Surroundings): Rehearsal {
  const { learned, target } = past;
  if (learned === null) return past;
  const { repository } = stage;
  const others = all.filter((each) => each !== past);
  const written = new Set(others.flatMap((each) => each.writes.map(({ path }) => path)));
  const often = new Set(learned.places.filter(({ of }) => of > 1).map(({ path }) => path));
  const onlyOnce = new Set(learned.places.map(({ path }) => path).filter((path) => !often.has(path)));
  const isLeftOut = leftOutFiles(others, learned);
  const isNew = others.some((other) => cameAfter(other, learned, repository));
  const isMeant = ({ path }: Pick<LearnedPlaceFacts, "path">): boolean =>
    !onlyOnce.has(path) && !isLeftOut(path) && (written.has(path) || !isNew);
  const asksForFrozen = requirementOn(frozenPackages(learned, isLeftOut, stage), repository);
  const places = learned.places.filter((place) => isMeant(place) && !asksForFrozen(place));
  const left = learned.left.filter(isMeant);
  return { ...past, writes: writesOf(places, repository, target), learned: { ...learned, places, left } };
}

type Surroundings = Pick<Stage, "repository" | "workspace">;

/**
 * The files of a name that the other releases write elsewhere and not there: those leave them out, whatever was done
 * before, unless each of the last releases wrote them, as a hook does that is not followed. A lockfile that a hook refreshes
 * has a name of its own, and what a tool counts to the train is left alone for one release at most, where nothing in it
 * has changed.
 */
function leftOutFiles(others: readonly Rehearsal[], learned: Learned): (path: string) => boolean {
  const written = new Set(others.flatMap((each) => each.writes.map(({ path }) => path)));
  const names = new Set([...written].map((path) => basename(path)));
  const declared = others.filter(({ mechanism }) => mechanism === "tool").flatMap(({ trains }) => trains);
  const folders = new Set(declared.flatMap((train) => train.folders));
  const [newest] = learned.releases;
  const always = new Set(
    learned.places
      .filter(({ writers, of, lastWriter }) => writers === of && lastWriter.commit === newest?.commit)
      .map(({ path }) => path),
  );
  return (path) =>
    !written.has(path) && !always.has(path) && names.has(basename(path)) && !folders.has(folderOf(path));
}

/** The packages of the repository whose manifests past releases wrote and the next one leaves out. */
function frozenPackages(
  learned: Learned,
  isLeftOut: (path: string) => boolean,
  { workspace: { npm, crates, python, packages } }: Surroundings,
): ReadonlySet<string> {
  const manifests = new Set(learned.places.map(({ path }) => path).filter(isLeftOut));
  const defined = [...npm, ...crates, ...python, ...packages];
  return new Set(defined.filter(({ manifest }) => manifests.has(manifest)).map(({ name }) => name));
}

/** Whether the line of a place names one of the packages, so that it stays with what that one holds. */
function requirementOn(
  packages: ReadonlySet<string>,
  repository: Repository,
): (place: LearnedPlaceFacts) => boolean {
  if (packages.size === 0) return () => false;
  return ({ path, span }) => {
    const text = repository.read(path) ?? "";
    const line = text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start);
    return (line.match(/[\w@./-]+/gu) ?? []).some((word) => packages.has(word));
  };
}

/** Letters with which the names of two forms of one configuration begin alike, `.bumpversion.cfg` and `.bumpversion.toml`. */
const alike = 6;

/**
 * True for a release tool whose configuration came after the last of the past releases: they were made in another way, so
 * that what they wrote beside the places of the tool was written by that. One that was moved, or written anew in another
 * form, was there before.
 */
function cameAfter({ mechanism, entry }: Rehearsal, learned: Learned, repository: Repository): boolean {
  const [newest] = learned.releases;
  if (mechanism !== "tool" || newest === undefined || !repository.has(entry)) return false;
  const { files } = treeAt(repository, newest.commit);
  if (files.has(entry)) return false;
  const gone = [...files.keys()].filter((path) => !repository.has(path));
  const name = lettersOf(entry).slice(0, alike);
  return !gone.some((path) => lettersOf(path).startsWith(name) || basename(path) === basename(entry));
}

function lettersOf(path: string): string {
  return basename(path)
    .toLowerCase()
    .replace(/[^a-z]/gu, "");
}
