import type { Rule } from "./rule.ts";

/** A comment that would ignore a place and does not say why. In the configuration the reason is required. */
export const ignoreWithoutReason: Rule = {
  id: "ignore-without-reason",
  summary: "an ignore comment that gives no reason, and so ignores nothing",
  isAboutIgnores: true,
  check: ({ evidence, repository }) =>
    [...evidence.ignores.comments].flatMap(([path, comments]) =>
      comments
        .filter(({ reason }) => reason === null)
        .map(({ span }) => ({
          severity: "error",
          message: "this comment ignores nothing, because it gives no reason",
          location: repository.locate(path, span),
          label: "say why behind a colon",
          related: [],
          why: null,
          help: "write `version-audit-ignore: reason`, or remove the comment",
          family: null,
        })),
    ),
};
