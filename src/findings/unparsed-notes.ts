import type { Inventory } from "../inventory/inventory.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { Note, Repository } from "../repository/repository.ts";

/**
 * Of the files that do not parse those that could hide a version of the product: they hold a version of the train, or
 * the name of something that this repository defines. All the others, such as broken samples, concern nobody.
 */
export function unparsedNotes(
  { unparsed, occurrences }: Pick<Inventory, "unparsed" | "occurrences">,
  { train, workspace, config }: Evidence,
  repository: Repository,
): readonly Note[] {
  if (unparsed.length === 0) return [];
  const isOfTrain = (version: string): boolean =>
    version === train.current || train.history.released.has(version);
  const versioned = new Set(occurrences.filter(({ version }) => isOfTrain(version)).map(({ path }) => path));
  const { npm, crates, python, packages } = workspace;
  const names = new Set([
    ...config.product.names,
    ...[npm, crates, python, packages].flatMap((defined) => defined.map(({ name }) => name)),
  ]);
  return unparsed.filter(({ path }) => {
    if (path === null || versioned.has(path)) return true;
    const text = repository.read(path);
    return text !== null && [...names].some((name) => text.includes(name));
  });
}
