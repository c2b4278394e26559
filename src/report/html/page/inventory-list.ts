import type { PageData } from "../page-data.ts";
import { element, type ShowPlace } from "./elements.ts";

/** Rows beyond what is seen, above and below, so that scrolling shows no gaps. */
const spare = 8;

/**
 * A table of many rows, of which only those exist that can be seen.
 * https://www.w3.org/WAI/ARIA/apg/patterns/table/ says how its size is told to a screen reader.
 */
export function inventoryList(data: PageData, showPlace: ShowPlace) {
  const head = element(
    "div",
    { role: "row", class: "row head", "aria-rowindex": "1" },
    ...["verdict", "place", "version", "kind", "subject", "why"].map((name) =>
      element("span", { role: "columnheader", class: name }, name),
    ),
  );
  const body = element("div", { role: "rowgroup", class: "rows" });
  const table = element(
    "div",
    { role: "table", class: "table", "aria-label": "Version strings" },
    element("div", { role: "rowgroup" }, head),
    body,
  );
  const frame = element(
    "div",
    { class: "list", tabindex: "0", role: "region", "aria-label": "Inventory, scrolls" },
    table,
  );
  let places: ArrayLike<number> = [];
  let drawn = "";

  const rowHeight = (): number => (window.matchMedia("(max-width: 700px)").matches ? 84 : 30);

  function draw(): void {
    const height = rowHeight();
    const first = Math.max(0, Math.floor(frame.scrollTop / height) - spare);
    const last = Math.min(places.length, Math.ceil((frame.scrollTop + frame.clientHeight) / height) + spare);
    const key = `${first} ${last} ${height}`;
    if (key === drawn) return;
    drawn = key;
    body.style.height = `${places.length * height}px`;
    const rows: HTMLElement[] = [];
    for (let index = first; index < last; index++)
      rows.push(rowOf(data, places[index] ?? 0, index, showPlace));
    for (const [at, row] of rows.entries()) row.style.transform = `translateY(${(first + at) * height}px)`;
    body.replaceChildren(...rows);
  }

  frame.addEventListener("scroll", draw, { passive: true });
  window.addEventListener("resize", draw);
  return {
    frame,
    show(found: ArrayLike<number>): void {
      places = found;
      drawn = "";
      frame.scrollTop = 0;
      table.setAttribute("aria-rowcount", String(found.length + 1));
      draw();
    },
  };
}

/** The row of a place, which is the index of it in every column of the inventory. */
function rowOf(
  { inventory, verdicts }: PageData,
  place: number,
  index: number,
  showPlace: ShowPlace,
): HTMLElement {
  const at = (column: readonly number[]): number => column[place] ?? 0;
  const verdict = verdicts[at(inventory.verdict)]?.name ?? "";
  const where = {
    path: inventory.paths[at(inventory.path)] ?? "",
    line: at(inventory.line),
    column: at(inventory.column),
  };
  const reason = inventory.reasons[at(inventory.reason)] ?? "";
  const badge = element("span", { class: `badge ${verdict}` }, verdict);
  return element(
    "div",
    { role: "row", class: "row", "aria-rowindex": String(index + 2) },
    element("span", { role: "cell", class: "verdict" }, badge),
    element("span", { role: "cell", class: "place" }, showPlace(where)),
    element("span", { role: "cell", class: "version" }, inventory.texts[at(inventory.text)] ?? ""),
    element("span", { role: "cell", class: "kind" }, inventory.kinds[at(inventory.kind)] ?? ""),
    element("span", { role: "cell", class: "subject" }, inventory.subjects[at(inventory.subject)] ?? ""),
    element("span", { role: "cell", class: "why", title: reason }, reason),
  );
}
