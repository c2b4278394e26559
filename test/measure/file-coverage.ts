/** What ran of one file, as istanbul tells it; lines are 1-based, columns 0-based. Counts are kept by the same ids. */
export interface FileCoverage {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, Place>>;
  readonly fnMap: Readonly<Record<string, { readonly loc: Place }>>;
  readonly branchMap: Readonly<Record<string, { readonly type: string; readonly loc: Place }>>;
  readonly s: Record<string, number>;
  readonly f: Record<string, number>;
  readonly b: Record<string, number[]>;
}

interface Place {
  readonly start: { readonly line: number; readonly column: number };
}

/**
 * Adds what ran in one measurement of a file to another. Places are told apart by where they start: the source maps
 * through which vitest looks at its own code lose some of the ends.
 */
export function addCounts(from: FileCoverage, to: FileCoverage): void {
  const statements = byStart(from.statementMap, from.s, startOf);
  for (const [id, place] of Object.entries(to.statementMap))
    to.s[id] = (to.s[id] ?? 0) + (statements.get(startOf(place)) ?? 0);
  const functions = byStart(from.fnMap, from.f, ({ loc }) => startOf(loc));
  for (const [id, { loc }] of Object.entries(to.fnMap))
    to.f[id] = (to.f[id] ?? 0) + (functions.get(startOf(loc)) ?? 0);
  const branches = byStart(from.branchMap, from.b, keyOf);
  for (const [id, branch] of Object.entries(to.branchMap)) {
    const more = branches.get(keyOf(branch)) ?? [];
    to.b[id] = (to.b[id] ?? []).map((count, index) => count + (more[index] ?? 0));
  }
}

function byStart<Item, Count>(
  items: Readonly<Record<string, Item>>,
  counts: Readonly<Record<string, Count>>,
  key: (item: Item) => string,
): Map<string, Count> {
  const found = new Map<string, Count>();
  for (const [id, item] of Object.entries(items)) {
    const count = counts[id];
    if (count !== undefined) found.set(key(item), count);
  }
  return found;
}

function keyOf({ type, loc }: { readonly type: string; readonly loc: Place }): string {
  return `${type} ${startOf(loc)}`;
}

function startOf({ start }: Place): string {
  return `${start.line}:${start.column}`;
}
