/** The ways to know what a release writes. */
export const mechanisms = ["script", "tool", "history", "command"] as const;

export type Mechanism = (typeof mechanisms)[number];

/** How sure it is that a release writes what a mechanism says. */
export const certaintyOf = {
  script: "proved",
  tool: "declared",
  history: "learned",
  command: "proved",
} as const satisfies Record<Mechanism, string>;
