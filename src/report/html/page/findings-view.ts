import type { PageData, PageEntry, PageFrame, PageRule } from "../page-data.ts";
import { counted, element, type ShowPlace, section } from "./elements.ts";

/** How many findings of a rule, and places of a finding, are shown at once. */
const atOnce = 20;

/** The findings by rule, each with its line, the lines that explain it, why, and what to do. */
export function findingsView({ findings }: PageData, showPlace: ShowPlace): HTMLElement {
  if (findings.length === 0) return section("findings", "Findings", element("p", {}, "Nothing was found."));
  return section("findings", "Findings", ...findings.map((rule) => ruleView(rule, showPlace)));
}

function ruleView({ rule, severity, summary, url, entries }: PageRule, showPlace: ShowPlace): HTMLElement {
  const places = entries.reduce((sum, { also }) => sum + 1 + also.length, 0);
  const details = element(
    "details",
    severity === "note" ? {} : { open: "" },
    element(
      "summary",
      {},
      element("span", { class: `badge ${severity}` }, severity),
      " ",
      element("strong", {}, rule),
      ` ${summary} · ${counted(places, "place")}`,
    ),
    element("p", {}, element("a", { href: url, rel: "noreferrer", target: "_blank" }, `About ${rule}`)),
  );
  bySteps(details, entries, (entry) => entryView(entry, showPlace));
  return details;
}

/** Adds a few items, and a button that adds more. */
function bySteps<T>(parent: HTMLElement, items: readonly T[], show: (item: T) => HTMLElement): void {
  parent.append(...items.slice(0, atOnce).map(show));
  const rest = items.slice(atOnce);
  if (rest.length === 0) return;
  const button = element(
    "button",
    { type: "button" },
    `Show ${Math.min(atOnce, rest.length)} of ${rest.length} more`,
  );
  button.addEventListener("click", () => {
    button.remove();
    bySteps(parent, rest, show);
  });
  parent.append(button);
}

function entryView({ message, frames, also, why, help }: PageEntry, showPlace: ShowPlace): HTMLElement {
  const list = element("ul", { class: "places" });
  bySteps(list, also, (place) => element("li", {}, showPlace(place)));
  const [first, ...others] = frames;
  return element(
    "article",
    { class: "finding" },
    element("h3", {}, message),
    first === undefined ? [] : frameView(first, showPlace),
    others.length === 0
      ? []
      : element(
          "details",
          { open: "" },
          element("summary", {}, counted(others.length, "related place")),
          ...others.slice(0, atOnce).map((frame) => frameView(frame, showPlace)),
        ),
    also.length === 0
      ? []
      : element("details", {}, element("summary", {}, `also ${counted(also.length, "place")}`), list),
    why === null ? [] : element("p", {}, element("strong", {}, "Why: "), why),
    element("p", {}, element("strong", {}, "What to do: "), help),
  );
}

function frameView(frame: PageFrame, showPlace: ShowPlace): HTMLElement {
  const { line, before, marked, after, label } = frame;
  return element(
    "figure",
    {},
    element("figcaption", {}, showPlace(frame), label === "" ? "" : ` ${label}`),
    element(
      "pre",
      { tabindex: "0" },
      element("span", { class: "number" }, `${line} `),
      before,
      element("mark", {}, marked),
      after,
    ),
  );
}
