import type { JudgedOccurrence } from "../../../judge/judged-occurrence.ts";
import { rowFiles } from "../../../release/script/row-files.ts";
import { isWritableEntry } from "../lock-entries.ts";
import type { Repair } from "../repair.ts";
import type { Situation } from "../situation.ts";
import { workingRepairs } from "../working-repairs.ts";
import { newRows } from "./new-rows.ts";
import { type RowStyle, rowStyles } from "./row-style.ts";
import { rowText } from "./row-text.ts";

/**
 * New rows for the tables of find and replace rules that the release goes through. A row is made only when it finds its
 * places and nothing else, and kept only when the rehearsed release writes them.
 */
export async function tableRows(
  places: readonly JudgedOccurrence[],
  situation: Situation,
): Promise<Repair[]> {
  const repairs: Repair[] = [];
  for (const table of situation.scripts.flatMap(rowStyles)) {
    const use = useOf(table, situation);
    if (use === null) continue;
    const repaired = new Set(repairs.flatMap((repair) => repair.places));
    const { repository, evidence } = situation.audit;
    const open = places.filter(
      (place) =>
        !repaired.has(place) &&
        place.path.startsWith(use.base) &&
        (place.kind !== "lock-entry" || isWritableEntry(place, evidence)),
    );
    const rows = newRows(open, repository, use.takesGlobs);
    const drafts = rows
      .filter((row) => row.matchesEveryFile || table.optional !== null)
      .map((row): Repair => {
        const replacement = {
          path: table.script.path,
          span: { start: table.end, end: table.end },
          text: rowText(row, table, use.base),
        };
        const says = `adds a row for ${row.glob} to the table in ${table.script.path}`;
        return { kind: "row", places: row.places, replacements: [replacement], says };
      });
    repairs.push(...(await workingRepairs(drafts, situation.tryOut)));
  }
  return repairs;
}

/** How the release reads the paths of a table; null for a table that it does not go through. */
function useOf(
  { row }: RowStyle,
  { audit }: Situation,
): { readonly base: string; readonly takesGlobs: boolean } | null {
  const [path] = row.paths;
  if (path === undefined) return null;
  const rehearsal = audit.rehearsals.find(
    (each) => rowFiles(path.text, each, audit.repository).asked !== null,
  );
  if (rehearsal === undefined) return null;
  const glob = rehearsal.globs.find(({ patterns }) => patterns.includes(path.text));
  if (glob !== undefined) return { base: glob.cwd === "" ? "" : `${glob.cwd}/`, takesGlobs: true };
  const look = rehearsal.looks.find((each) => each.path === path.text || each.path.endsWith(`/${path.text}`));
  return { base: look?.path.slice(0, -path.text.length) ?? "", takesGlobs: false };
}
