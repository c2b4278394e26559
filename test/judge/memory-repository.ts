import type { Repository } from "../../src/repository/repository.ts";
import { LineIndex } from "../../src/repository/text/location.ts";

/** A repository of which nothing is on disk, for properties that are tried hundreds of times. */
export function memoryRepository(
  files: Readonly<Record<string, string>>,
  tags: readonly string[] = [],
): Repository {
  const texts = new Map(Object.entries(files));
  const read = (path: string): string => {
    const text = texts.get(path);
    if (text === undefined) throw new RangeError(`${path} is not in this repository`);
    return text;
  };
  const root = "/repository";
  return {
    root,
    paths: [...texts.keys()].sort(),
    links: new Map(),
    git: { topLevel: root, tags, head: null, branch: "main", remote: null, shallow: false },
    notes: [],
    has: (path) => texts.has(path),
    read,
    bytes: (path) => Buffer.from(read(path)),
    lines: (path) => new LineIndex(read(path)),
    locate: (path, span) => new LineIndex(read(path)).locate(path, span),
    forget: () => {},
  };
}
