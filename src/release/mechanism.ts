/** The ways to know what a release writes. */
export type Mechanism = "script" | "tool" | "history" | "command";

/** How sure it is what a release writes. */
export type Certainty = "proved" | "declared" | "learned";

/** A release that is run proves what it writes, a configuration declares it, and past releases teach it. */
export const certaintyOf = {
  script: "proved",
  tool: "declared",
  history: "learned",
  command: "proved",
} as const satisfies Record<Mechanism, Certainty>;
