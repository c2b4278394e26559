/** What gives a release the version of its tag, so that no file holds it. Plain data. */
export interface TagReader {
  /** The tool, or what is known by its tag. */
  readonly name: string;
  /** The file that says so. */
  readonly path: string;
  /** True for what counts commits, so that the tag is named after the version and not the version after the tag. */
  readonly counts: boolean;
}

/** How a release that is a tag alone gets its version, as the end of a sentence about it. */
export function readerClause(reader: TagReader): string {
  const text = readerText(reader);
  return reader.counts ? `named after what ${text} counts` : `from which ${text} takes the version`;
}

/** The name of what takes the version from the tag, with the file that says so where that is not what it is known by. */
export function readerText({ name, path }: TagReader): string {
  return `${name} (${path})`;
}
