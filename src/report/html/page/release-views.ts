import type { PageData, PageRelease, PageStep, PageStory } from "../page-data.ts";
import { counted, element, type ShowPlace, section } from "./elements.ts";

const fewPlaces = 8;

/** Which past releases wrote places last, and where one fell behind. */
export function timelineView({ timeline }: PageData, showPlace: ShowPlace): HTMLElement {
  const title = "Which releases wrote the places";
  if (timeline.length === 0)
    return section(
      "timeline",
      title,
      element("p", {}, "Nothing is known of past releases, and no place fell behind one."),
    );
  const rows = timeline.map((release) => releaseRow(release, showPlace));
  return section("timeline", title, element("ol", { class: "timeline", reversed: "" }, ...rows));
}

function releaseRow({ version, commit, kept, left }: PageRelease, showPlace: ShowPlace): HTMLElement {
  const told = [
    ...(kept > 0 ? [`${counted(kept, "place")} written, and by every release since`] : []),
    ...(left.length > 0 ? [`${counted(left.length, "place")} left behind since`] : []),
  ];
  const shown = left.slice(0, fewPlaces).map((place) => element("li", {}, showPlace(place)));
  const rest = left.slice(fewPlaces).map((place) => element("li", {}, showPlace(place)));
  return element(
    "li",
    left.length > 0 ? { class: "left" } : {},
    element("strong", {}, version),
    commit === null ? " " : ` in ${commit} `,
    told.length === 0 ? "the release was read" : told.join(", "),
    shown.length === 0 ? [] : element("ul", { class: "places" }, ...shown),
    rest.length === 0
      ? []
      : element(
          "details",
          {},
          element("summary", {}, `${rest.length} more`),
          element("ul", { class: "places" }, ...rest),
        ),
  );
}

/** What each release does, in the order of time. */
export function storiesView({ stories }: PageData, showPlace: ShowPlace): HTMLElement {
  return section("story", "What the release does", ...stories.map((story) => storyView(story, showPlace)));
}

function storyView({ title, end, steps }: PageStory, showPlace: ShowPlace): HTMLElement {
  const writes = steps.filter(({ does }) => does !== "runs" && does !== "says").length;
  const unrun = steps.filter(({ answer }) => answer === "not run").length;
  return element(
    "details",
    { open: "" },
    element(
      "summary",
      {},
      element("strong", {}, title),
      ` · ${counted(writes, "write")}, ${counted(unrun, "command")} not run`,
    ),
    end === null ? [] : element("p", { class: "end" }, end),
    element("ol", { class: "story" }, ...steps.map((step) => stepView(step, showPlace))),
  );
}

function stepView({ does, what, answer, lines, more, origin }: PageStep, showPlace: ShowPlace): HTMLElement {
  const changed = [
    ...lines.map(({ sign, line, text }) =>
      element(sign === "-" ? "del" : "ins", {}, `${sign} ${line}  ${text}`),
    ),
    ...(more > 0 ? [`… ${counted(more, "more changed line")}`] : []),
  ];
  return element(
    "li",
    answer === "not run" ? { class: "unrun" } : {},
    element("span", { class: "does" }, does),
    " ",
    element("code", {}, what),
    answer === null ? [] : element("span", { class: "answer" }, ` ${answer}`),
    origin === null ? [] : element("span", { class: "origin" }, " by ", showPlace(origin)),
    changed.length === 0 ? [] : element("pre", { tabindex: "0" }, ...changed),
  );
}
