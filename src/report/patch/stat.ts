import type { FileChange } from "./file-change.ts";
import { hunksOf } from "./hunks.ts";
import { bytesOf, isText } from "./patch.ts";
import { quotedPath } from "./quoted-path.ts";

/** The width that git assumes when it does not write to a terminal. */
const totalWidth = 80;

interface Row {
  readonly name: string;
  readonly added: number;
  readonly deleted: number;
  /** What stands in the place of the graph for files that are not text; null for text. */
  readonly binary: string | null;
}

/**
 * What `git diff --stat` prints for the changes.
 * https://github.com/git/git/blob/master/diff.c, show_stats
 */
export function stat(changes: readonly FileChange[], locate: (path: string) => string): string {
  const rows = changes.map((change) => rowOf(change, quotedPath(locate(change.path))));
  const widths = widthsOf(rows);
  const lines = rows.map((row) => ` ${shortName(row.name, widths.name)} | ${graphOf(row, widths)}`);
  return `${[...lines, totals(rows)].join("\n")}\n`;
}

function rowOf({ before, after }: FileChange, name: string): Row {
  if (!isText(before) || !isText(after)) {
    const binary = `${bytesOf(before).length} -> ${bytesOf(after).length} bytes`;
    return { name, added: 0, deleted: 0, binary };
  }
  const lines = hunksOf(before ?? "", after ?? "").flatMap((hunk) => hunk.lines);
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { name, added: count("+"), deleted: count("-"), binary: null };
}

interface Widths {
  readonly name: number;
  readonly number: number;
  readonly graph: number;
  readonly maxChange: number;
}

function widthsOf(rows: readonly Row[]): Widths {
  const maxChange = Math.max(0, ...rows.map(({ added, deleted }) => added + deleted));
  const binary = Math.max(0, ...rows.map((row) => (row.binary === null ? 0 : row.binary.length + 4)));
  const number = Math.max(String(maxChange).length, binary > 0 ? 3 : 0);
  let name = Math.max(0, ...rows.map((row) => row.name.length));
  let graph = maxChange + 4 > binary ? maxChange : binary - 4;
  if (name + number + 6 + graph > totalWidth) {
    graph = Math.min(graph, Math.max(6, Math.floor((totalWidth * 3) / 8) - number - 6));
    if (name > totalWidth - number - 6 - graph) name = totalWidth - number - 6 - graph;
    else graph = totalWidth - number - 6 - name;
  }
  return { name, number, graph, maxChange };
}

/** A long name loses its start, up to a slash where there is one. */
function shortName(name: string, width: number): string {
  if (name.length <= width) return name.padEnd(width);
  const end = name.slice(name.length - (width - 3));
  const slash = end.indexOf("/");
  return `...${slash === -1 ? end : end.slice(slash)}`.padEnd(width);
}

function graphOf({ added, deleted, binary }: Row, { number, graph, maxChange }: Widths): string {
  if (binary !== null) return `${"Bin".padStart(number)} ${binary}`;
  let [plus, minus] = [added, deleted];
  if (graph <= maxChange) {
    const scale = (count: number) => (count === 0 ? 0 : 1 + Math.floor((count * (graph - 1)) / maxChange));
    const total = Math.max(scale(added + deleted), added > 0 && deleted > 0 ? 2 : 0);
    if (added < deleted) [plus, minus] = [scale(added), total - scale(added)];
    else [plus, minus] = [total - scale(deleted), scale(deleted)];
  }
  return `${String(added + deleted).padStart(number)} ${"+".repeat(plus)}${"-".repeat(minus)}`.trimEnd();
}

function totals(rows: readonly Row[]): string {
  const added = rows.reduce((sum, row) => sum + row.added, 0);
  const deleted = rows.reduce((sum, row) => sum + row.deleted, 0);
  const parts = [`${rows.length} file${rows.length === 1 ? "" : "s"} changed`];
  if (rows.length > 0 && (added > 0 || deleted === 0))
    parts.push(`${added} insertion${added === 1 ? "" : "s"}(+)`);
  if (rows.length > 0 && (deleted > 0 || added === 0))
    parts.push(`${deleted} deletion${deleted === 1 ? "" : "s"}(-)`);
  return ` ${parts.join(", ")}`;
}
