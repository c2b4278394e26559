import type { PageData } from "../page-data.ts";
import { coverageMap } from "./coverage-map.ts";
import { element, placesAt, section } from "./elements.ts";
import { findingsView } from "./findings-view.ts";
import { inventoryView } from "./inventory-view.ts";
import { storiesView, timelineView } from "./release-views.ts";

/** Builds the page from the data that is embedded in it. */
function show(): void {
  const data: PageData = JSON.parse(document.getElementById("audit")?.textContent ?? "");
  const showPlace = placesAt(data.source);
  const inventory = inventoryView(data, showPlace);
  const parts = [
    coverageMap(data, (path, moves) => inventory.reveal({ path }, moves)),
    findingsView(data, showPlace),
    timelineView(data, showPlace),
    storiesView(data, showPlace),
    inventory.section,
    ...(data.notes.length === 0
      ? []
      : [section("notes", "Notes", element("ul", {}, ...data.notes.map((note) => element("li", {}, note))))]),
  ];
  const links = parts.map((part) => {
    const title = part.querySelector("h2")?.textContent ?? "";
    return element("a", { href: `#${part.id}` }, title);
  });
  document.title = `${data.repository}: version-audit`;
  document.body.append(
    element(
      "header",
      {},
      element("p", { class: "of" }, `${data.repository} · ${data.tool}`),
      element("h1", {}, data.answer),
      ...data.evidence.map((fact) => element("p", { class: "fact" }, fact)),
      element("nav", { "aria-label": "Parts of this page" }, ...links),
    ),
    element("main", {}, ...parts),
  );
  inventory.reveal({}, false);
}

show();
