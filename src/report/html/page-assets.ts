import { readFileSync } from "node:fs";

/** What the page itself consists of. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** The script and the style of the page, which the build puts beside this module. */
export function pageAssets(): PageAssets {
  const read = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");
  return { script: read("page.js"), style: read("page.css") };
}
