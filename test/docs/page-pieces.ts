import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "../..");

/** The README and everything in `docs`, relative to the project. */
export const pages: readonly string[] = [
  "README.md",
  ...["docs", "docs/rules"].flatMap((folder) =>
    readdirSync(join(project, folder)).flatMap((name) => (name.endsWith(".md") ? [`${folder}/${name}`] : [])),
  ),
];

/** A page as it is written. */
export function readPage(page: string): string {
  return readFileSync(join(project, page), "utf8");
}

/** A fenced block of a page: what stands behind the fence, for example `sh run`, and the lines within. */
export interface Block {
  readonly page: string;
  readonly info: string;
  readonly text: string;
}

/** The fenced blocks of all pages. */
export const blocks: readonly Block[] = pages.flatMap((page) =>
  [...readPage(page).matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(([, info = "", text = ""]) => ({
    page,
    info,
    text,
  })),
);

/** The command lines of the blocks that are marked with this, without comments at their ends. */
export function commandLines(info: string): (readonly [page: string, line: string])[] {
  return blocks
    .filter((block) => block.info === info)
    .flatMap(({ page, text }) => text.split("\n").map((line) => [page, bare(line)] as const))
    .filter(([, line]) => line !== "");
}

function bare(line: string): string {
  return line.replace(/\s+#.*$/, "").trim();
}

/** The code within sentences of all pages. */
export const inlineCode: readonly (readonly [page: string, code: string])[] = pages.flatMap((page) =>
  [
    ...readPage(page)
      .replace(/^```[\s\S]*?^```$/gm, "")
      .matchAll(/`([^`]+)`/g),
  ].map(([, code = ""]) => [page, code.replaceAll("\n", " ")] as const),
);
