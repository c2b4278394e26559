const prose =
  /\.(?:md|mdx|markdown|txt|rst|adoc|html?|astro|[1-8])$|(?:^|\/)(?:change-?log|changes|news|history)$/iu;

/** True for a file that is written for people to read, manual pages among them. */
export function isProse(path: string): boolean {
  return prose.test(path);
}
