import type { PageInventory } from "../page-data.ts";

/** What the inventory is narrowed to; what is empty or null narrows nothing. */
export interface Filter {
  readonly words: string;
  /** The indices of verdicts. */
  readonly verdicts: ReadonlySet<number>;
  /** The index of a kind, and of a subject. */
  readonly kind: number | null;
  readonly subject: number | null;
  /** A file, or a folder with a slash at its end. */
  readonly path: string;
}

export const everything: Filter = { words: "", verdicts: new Set(), kind: null, subject: null, path: "" };

/** Finds the places of a filter; what is asked of a text is asked once of each text, not once of each place. */
export function matcher(inventory: PageInventory): (filter: Filter) => Uint32Array {
  const lower = {
    paths: inventory.paths.map((text) => text.toLowerCase()),
    texts: inventory.texts.map((text) => text.toLowerCase()),
    subjects: inventory.subjects.map((text) => text.toLowerCase()),
  };
  return ({ words, verdicts, kind, subject, path }) => {
    const sought = words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    const tables = sought.map((word) => ({
      paths: lower.paths.map((text) => text.includes(word)),
      texts: lower.texts.map((text) => text.includes(word)),
      subjects: lower.subjects.map((text) => text.includes(word)),
    }));
    const within = inventory.paths.map((each) =>
      path.endsWith("/") ? each.startsWith(path) : each === path,
    );
    const found = new Uint32Array(inventory.path.length);
    let count = 0;
    for (let place = 0; place < inventory.path.length; place++) {
      const at = inventory.path[place] ?? -1;
      if (path !== "" && within[at] !== true) continue;
      if (verdicts.size > 0 && !verdicts.has(inventory.verdict[place] ?? -1)) continue;
      if (kind !== null && inventory.kind[place] !== kind) continue;
      if (subject !== null && inventory.subject[place] !== subject) continue;
      const [text = -1, of = -1] = [inventory.text[place], inventory.subject[place]];
      if (tables.some(({ paths, texts, subjects }) => !paths[at] && !texts[text] && !subjects[of])) continue;
      found[count++] = place;
    }
    return found.subarray(0, count);
  };
}
