import type { PageData } from "../page-data.ts";
import { type Area, coverageTree } from "./coverage-tree.ts";
import { counted, element, section } from "./elements.ts";
import { laidOut, type PlacedArea } from "./map-layout.ts";

/** The order in which the verdicts of an area are told and painted: what needs a hand first. */
const order = ["stale", "behind", "ahead", "covered", "generated"];

/**
 * The coverage map: folders and files, as large as they have owed places, painted by verdict. A click on a folder shows
 * what is in it, and every click narrows the inventory. By keyboard the arrows go from cell to cell.
 * @param reveal narrows the inventory to a path, and moves there if it is told to
 */
export function coverageMap(data: PageData, reveal: (path: string, moves: boolean) => void): HTMLElement {
  const root = coverageTree(data);
  const crumbs = element("nav", { class: "crumbs", "aria-label": "Folder of the map" });
  const map = element("div", { class: "map", role: "group", "aria-label": "Coverage map" });
  let trail: readonly Area[] = [root];

  function draw(): void {
    const area = trail.at(-1) ?? root;
    crumbs.replaceChildren(...trail.map((each, depth) => crumb(each, depth)));
    const cells = laidOut(area, map.clientWidth, map.clientHeight).map(placedCell);
    cells[0]?.setAttribute("tabindex", "0");
    map.replaceChildren(...cells);
  }

  /** What was clicked is gone then, so the focus goes on to what is shown. */
  function enter(next: readonly Area[]): void {
    trail = next;
    draw();
    map.querySelector<HTMLElement>(".cell")?.focus();
  }

  function crumb(area: Area, depth: number): HTMLElement {
    const name = depth === 0 ? data.repository : area.name;
    if (depth === trail.length - 1) return element("span", { "aria-current": "true" }, name);
    const button = element("button", { type: "button" }, name);
    button.addEventListener("click", () => {
      reveal(area.path, false);
      enter(trail.slice(0, depth + 1));
    });
    return button;
  }

  function placedCell(place: PlacedArea): HTMLElement {
    const { area } = place;
    const cell = cellOf(place);
    cell.addEventListener("click", () => {
      const isFolder = area.children.length > 0;
      reveal(area.path, !isFolder);
      if (isFolder) enter([...trail, area]);
    });
    return cell;
  }

  map.addEventListener("keydown", (event) => moveFocus(event, map));
  new ResizeObserver(draw).observe(map);
  const legend = element(
    "ul",
    { class: "legend" },
    ...order.map((name) => element("li", {}, element("span", { class: `swatch ${name}` }), name)),
  );
  return section("coverage", "Where the owed places are", crumbs, map, legend);
}

/** The cell of an area where it is placed, without what a click on it does. */
function cellOf({ area, left, top, width, height }: PlacedArea): HTMLElement {
  const told = order.flatMap((name) => {
    const count = area.verdicts.get(name) ?? 0;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  const label = `${area.path}: ${counted(area.owed, "owed place")}, ${told.join(", ")}`;
  const cell = element(
    "button",
    { type: "button", class: "cell", tabindex: "-1", title: label },
    element("span", { class: "name" }, area.name),
    element("span", { class: "name" }, told.join(", ")),
  );
  const { style } = cell;
  style.background = paint(area);
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
  if (width < 44 || height < 18) cell.classList.add("small");
  return cell;
}

/** The arrows go from cell to cell, in the order in which they are drawn. */
function moveFocus(event: KeyboardEvent, map: HTMLElement): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const cells = [...map.querySelectorAll<HTMLElement>(".cell")];
  const next = cells[cells.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  event.target.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

/** The verdicts of an area side by side, as wide as they are frequent. */
function paint({ verdicts, owed }: Area): string {
  let at = 0;
  const stops = order.flatMap((name) => {
    const count = verdicts.get(name) ?? 0;
    if (count === 0) return [];
    const from = at;
    at += (count / owed) * 100;
    return [`var(--${name}) ${from.toFixed(1)}% ${at.toFixed(1)}%`];
  });
  return `linear-gradient(90deg, ${stops.join(", ")})`;
}
