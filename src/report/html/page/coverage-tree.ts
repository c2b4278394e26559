import type { PageData } from "../page-data.ts";

/** A file or a folder with the owed places in it. */
export interface Area {
  /** A folder ends in a slash; the root is empty. */
  readonly path: string;
  readonly name: string;
  readonly owed: number;
  /** How many of them have which verdict, by its name. */
  readonly verdicts: ReadonlyMap<string, number>;
  readonly children: readonly Area[];
}

interface Growing {
  path: string;
  name: string;
  owed: number;
  verdicts: Map<string, number>;
  children: Map<string, Growing>;
}

/** The owed places of an audit by folders and files; folders that hold one folder only are one area with it. */
export function coverageTree({ inventory, verdicts }: PageData): Area {
  const root = grown("", "");
  for (let place = 0; place < inventory.path.length; place++) {
    if (inventory.owed[place] !== 1) continue;
    const path = inventory.paths[inventory.path[place] ?? 0] ?? "";
    const verdict = verdicts[inventory.verdict[place] ?? 0]?.name ?? "";
    let at = root;
    count(at, verdict);
    const names = path.split("/");
    for (const [depth, name] of names.entries()) {
      const isFile = depth === names.length - 1;
      const key = isFile ? name : `${name}/`;
      const child = at.children.get(key) ?? grown(at.path + key, key);
      at.children.set(key, child);
      count(child, verdict);
      at = child;
    }
  }
  return finished(root);
}

function grown(path: string, name: string): Growing {
  return { path, name, owed: 0, verdicts: new Map(), children: new Map() };
}

function count(area: Growing, verdict: string): void {
  area.owed++;
  area.verdicts.set(verdict, (area.verdicts.get(verdict) ?? 0) + 1);
}

function finished(area: Growing): Area {
  const children = [...area.children.values()].map(finished);
  const [only] = children;
  if (only !== undefined && children.length === 1 && area.path !== "")
    return { ...only, name: area.name + only.name };
  return { ...area, children };
}
