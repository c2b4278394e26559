import type { Assignment } from "unbash";

/** What a builtin is called with: its words, and the assignments among them where it declares variables. */
export type Argument = string | Assignment;
