/** The one thing that is true of an occurrence. The order is that of summaries and legends. */
export const verdicts = [
  "covered",
  "stale",
  "behind",
  "ahead",
  "generated",
  "pinned",
  "independent",
  "external",
  "ignored",
] as const;

export type Verdict = (typeof verdicts)[number];

/** What each verdict says, in the words of `explain` and the documentation. */
export const verdictMeaning = {
  covered: "the release writes the new version here, or takes the version out",
  stale: "holds the current version, and nothing writes it at the next release",
  behind: "holds an older release, and nothing writes it",
  ahead: "holds a version newer than current that no tag explains",
  generated: "written by a generator, not by the bump",
  pinned: "names a past version on purpose",
  independent:
    "ours, but not of the train: it has a version line of its own, is built elsewhere, or is a placeholder",
  external: "a version of something that is not ours",
  ignored: "ignored by the configuration or a comment, with a reason",
} satisfies Record<Verdict, string>;
