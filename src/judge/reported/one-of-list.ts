import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Evidence } from "../evidence.ts";

/** So many versions on lines that read the same are a list of them, in which the next one gets a line of its own. */
const fewestListed = 4;

/** True where other lines of the file read the same but for their numbers, and hold several versions. */
export function isOneOfList({ path, span }: Occurrence, { repository }: Evidence): boolean {
  const text = repository.read(path) ?? "";
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const before = text.slice(start, span.start);
  const shape = withoutNumbers(before);
  if (shape.trim().length < shortestShape || before.length > longestShape) return false;
  const versions = new Set<string>();
  for (const line of text.split("\n")) {
    if (withoutNumbers(line.slice(0, before.length)) !== shape) continue;
    const version = /^v?(\d[\w.+-]*)/u.exec(line.slice(before.length))?.[1];
    if (version?.includes(".")) versions.add(version);
  }
  return versions.size >= fewestListed;
}

/** In UTF-16 code units. */
const shortestShape = 4;
const longestShape = 160;

function withoutNumbers(line: string): string {
  return line.replace(/\d{1,9}/gu, "0");
}
