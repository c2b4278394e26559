import type { Origin } from "../rehearsal.ts";

/** A form of configuration whose meaning is not known: the rehearsal ends there, and says so. */
export class ToolRefusal extends Error {
  readonly origin: Origin | null;

  constructor(message: string, origin: Origin | null) {
    super(message);
    this.name = "ToolRefusal";
    this.origin = origin;
  }
}
