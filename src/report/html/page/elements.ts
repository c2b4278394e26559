import { visible } from "../../visible-text.ts";
import type { PagePlace } from "../page-data.ts";

/** What an element holds: elements, or text that is shown as it is, whatever it looks like. */
export type Content = Node | string | readonly Content[];

/** Makes an element. Attributes are set by name; no text ever becomes markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  append(made, content);
  return made;
}

function append(parent: Element, content: readonly Content[]): void {
  for (const part of content) {
    if (typeof part === "string") parent.append(visible(part));
    else if (part instanceof Node) parent.append(part);
    else append(parent, part);
  }
}

/** A part of the page with a heading. */
export function section(id: string, title: string, ...content: readonly Content[]): HTMLElement {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    ...content,
  );
}

/** A place, linked to its line where the address of the repository is known. */
export type ShowPlace = (place: PagePlace) => HTMLElement;

/** @param source what stands before a path in the address of a file; null where it is not known */
export function placesAt(source: string | null): ShowPlace {
  return ({ path, line, column }) => {
    const shown = `${path}:${line}:${column}`;
    if (source === null) return element("code", { class: "place" }, shown);
    const file = path.split("/").map(encodeURIComponent).join("/");
    const href = `${source}${file}?plain=1#L${line}`;
    return element("a", { class: "place", href, rel: "noreferrer", target: "_blank" }, shown);
  };
}

/** `1 place`, `36 places`, with thousands grouped. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
