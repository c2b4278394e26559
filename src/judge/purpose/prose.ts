const prose =
  /\.(?:md|mdx|markdown|txt|rst|adoc|html?|astro)$|(?:^|\/)(?:change-?log|changes|news|history)$/iu;

/** True for a file that is written for people to read. */
export function isProse(path: string): boolean {
  return prose.test(path);
}
