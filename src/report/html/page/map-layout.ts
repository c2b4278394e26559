import { hierarchy, treemap } from "d3-hierarchy";
import type { Area } from "./coverage-tree.ts";

/** More cells can neither be told apart nor drawn without a pause. */
const mostCells = 400;

/** An area and the rectangle that it takes, in pixels from the left upper corner of the map. */
export interface PlacedArea {
  readonly area: Area;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Lays what is in an area out in a rectangle, each as large as it has owed places, the largest first. As many levels are
 * opened as there is room for.
 */
export function laidOut(area: Area, width: number, height: number): readonly PlacedArea[] {
  const levels = levelsOf(area);
  const tree = hierarchy(area, (each) =>
    each.path.split("/").length - area.path.split("/").length < levels ? each.children : [],
  )
    .sum((each) => (each.children.length === 0 ? each.owed : 0))
    .each((node) => {
      if (node.children === undefined) Object.assign(node, { value: node.data.owed });
    })
    .eachAfter((node) => {
      if (node.children !== undefined)
        Object.assign(node, { value: node.children.reduce((sum, child) => sum + (child.value ?? 0), 0) });
    })
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const placed = treemap<Area>().size([width, height]).paddingInner(2).round(true)(tree);
  return placed.leaves().map(({ data, x0, y0, x1, y1 }) => {
    return { area: data, left: x0, top: y0, width: x1 - x0, height: y1 - y0 };
  });
}

/** How many levels below an area are shown: as many as there is room for, and at least one. */
function levelsOf(area: Area): number {
  let level: readonly Area[] = area.children;
  for (let depth = 1; ; depth++) {
    const next = level.flatMap((each) => (each.children.length === 0 ? [each] : each.children));
    if (next.length > mostCells || level.every(({ children }) => children.length === 0)) return depth;
    level = next;
  }
}
