import type { PageData } from "../page-data.ts";
import { counted, element, type ShowPlace, section } from "./elements.ts";
import { everything, type Filter, matcher } from "./filter.ts";
import { inventoryList } from "./inventory-list.ts";

/** The searchable list of all version strings. */
export interface InventoryView {
  readonly section: HTMLElement;
  /** Shows what a part of the filter lets through, everything else of it being cleared, and moves there if it is told to. */
  reveal(part: Partial<Filter>, moves: boolean): void;
}

export function inventoryView(data: PageData, showPlace: ShowPlace): InventoryView {
  const { inventory, verdicts } = data;
  const match = matcher(inventory);
  const list = inventoryList(data, showPlace);
  let filter: Filter = everything;

  const fields = fieldsOf(inventory);
  const { search, kind, subject, path } = fields;
  const status = element("p", { role: "status", class: "status" });
  const chips = verdicts.map((verdict, index) => {
    const chip = chipOf(verdict);
    chip.addEventListener("click", () => {
      const chosen = new Set(filter.verdicts);
      if (!chosen.delete(index)) chosen.add(index);
      apply({ ...filter, verdicts: chosen });
    });
    return chip;
  });

  function apply(next: Filter): void {
    filter = next;
    const started = performance.now();
    const found = match(filter);
    list.show(found);
    const milliseconds = performance.now() - started;
    document.documentElement.dataset["filterMilliseconds"] = milliseconds.toFixed(1);
    status.textContent = countOf(found.length, inventory.path.length);
    for (const [index, chip] of chips.entries())
      chip.setAttribute("aria-pressed", String(filter.verdicts.has(index)));
    path.hidden = filter.path === "";
    path.textContent = `only in ${filter.path}, show all`;
  }

  listen(fields, (part) => apply({ ...filter, ...part }), inventory.subjects);

  const home = section("inventory", "Every version string", ...partsOf(fields, chips), status, list.frame);
  return {
    section: home,
    reveal(part, moves) {
      search.value = "";
      kind.value = "";
      subject.value = "";
      apply({ ...everything, ...part });
      if (moves) home.scrollIntoView();
    },
  };
}

/** Narrows the list as somebody fills the fields. */
function listen(
  { search, kind, subject, path }: ReturnType<typeof fieldsOf>,
  narrow: (part: Partial<Filter>) => void,
  subjects: readonly string[],
): void {
  search.addEventListener("input", () => narrow({ words: search.value }));
  kind.addEventListener("change", () => narrow({ kind: kind.value === "" ? null : Number(kind.value) }));
  subject.addEventListener("input", () => {
    const index = subjects.indexOf(subject.value);
    const isNamed = subject.value !== "" && index > 0;
    narrow({ subject: isNamed ? index : null });
  });
  path.addEventListener("click", () => {
    narrow({ path: "" });
    search.focus();
  });
}

function countOf(found: number, all: number): string {
  const every = counted(all, "version string");
  return found === all ? every : `${found.toLocaleString("en")} of ${every}`;
}

/** What stands above the list. */
function partsOf(fields: ReturnType<typeof fieldsOf>, chips: readonly HTMLElement[]): HTMLElement[] {
  const { search, kind, subject, subjects, path } = fields;
  return [
    element("div", { class: "chips", role: "group", "aria-label": "Verdicts" }, ...chips),
    element(
      "div",
      { class: "filters" },
      labelled("words", "Search", search),
      labelled("kind", "Kind", kind),
      labelled("subject", "Subject", subject),
      subjects,
      path,
    ),
  ];
}

/** What the list is narrowed by, besides the verdicts. */
function fieldsOf({ kinds, subjects }: PageData["inventory"]) {
  return {
    search: element("input", {
      type: "search",
      id: "words",
      autocomplete: "off",
      placeholder: "path, version, subject",
    }),
    kind: select("kind", kinds),
    subject: element("input", {
      type: "text",
      id: "subject",
      list: "subjects",
      autocomplete: "off",
      placeholder: "npm:name",
    }),
    subjects: element(
      "datalist",
      { id: "subjects" },
      ...subjects.slice(1, 500).map((name) => element("option", { value: name })),
    ),
    path: element("button", { type: "button", class: "path" }),
  };
}

function chipOf({ name, meaning, count }: PageData["verdicts"][number]): HTMLElement {
  return element(
    "button",
    { type: "button", class: `chip ${name}`, "aria-pressed": "false", title: meaning },
    `${name} `,
    element("span", { class: "count" }, count.toLocaleString("en")),
  );
}

function select(id: string, names: readonly string[]): HTMLSelectElement {
  const options = [...names.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1));
  return element(
    "select",
    { id },
    element("option", { value: "" }, "all"),
    ...options.map(([index, name]) => element("option", { value: String(index) }, name)),
  );
}

function labelled(id: string, text: string, field: HTMLElement): HTMLElement {
  return element("div", { class: "field" }, element("label", { for: id }, text), field);
}
