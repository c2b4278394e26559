/** The ways to know what a release writes. */
export type Mechanism = "script" | "tool" | "history" | "command";
