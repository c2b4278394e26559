/**
 * The names for `--format`, in the order of the help. They stand apart from the reporters, so that the help and a
 * mistyped option need not load them.
 */
export const formatNames = [
  "text",
  "json",
  "github",
  "sarif",
  "markdown",
  "comment",
  "junit",
  "html",
] as const;

export type FormatName = (typeof formatNames)[number];
