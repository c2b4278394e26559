import type { Inventory } from "../inventory/inventory.ts";
import type { Evidence } from "../judge/evidence.ts";
import { isTestData } from "../judge/purpose/historical-document.ts";
import { readAsLatin1 } from "../repository/files/read-file.ts";
import type { Note, Repository } from "../repository/repository.ts";

/**
 * What there is to say of files that were not read as they are meant: only where that could hide a version of the product.
 * Data of tests is broken on purpose as often as not, and no place in it is owed.
 */
export function fileNotes(inventory: Inventory, evidence: Evidence, repository: Repository): Note[] {
  const holders = new Set(inventory.occurrences.map(({ path }) => path));
  // Versions are ASCII, and no such sign is lost: only whoever wants to change the file has to know.
  const read = repository.notes.filter(
    ({ path, message }) => message !== readAsLatin1 || (path !== null && holders.has(path)),
  );
  const lost = inventory.notes.filter(({ path }) => path === null || !isTestData(path));
  return [...read, ...lost, ...unparsedNotes(inventory, evidence, repository)];
}

/**
 * Of the files that do not parse those that could hide a version of the product: they hold a version of the train, or
 * the name of something that this repository defines. All the others, such as broken samples, concern nobody.
 */
function unparsedNotes(
  { unparsed, occurrences }: Pick<Inventory, "unparsed" | "occurrences">,
  { train, workspace, config }: Evidence,
  repository: Repository,
): readonly Note[] {
  const concerning = unparsed.filter(({ path }) => path === null || !isTestData(path));
  if (concerning.length === 0) return [];
  const isOfTrain = (version: string): boolean =>
    version === train.current || train.history.released.has(version);
  const versioned = new Set(occurrences.filter(({ version }) => isOfTrain(version)).map(({ path }) => path));
  const { npm, crates, python, packages } = workspace;
  const names = new Set([
    ...config.product.names,
    ...[npm, crates, python, packages].flatMap((defined) => defined.map(({ name }) => name)),
  ]);
  return concerning.filter(({ path }) => {
    if (path === null || versioned.has(path)) return true;
    const text = repository.read(path);
    return text !== null && [...names].some((name) => text.includes(name));
  });
}
