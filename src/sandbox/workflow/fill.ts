import type { Origin } from "../host/record/run-record.ts";
import type { Contexts } from "./expressions/evaluate.ts";
import { interpolate, isMet } from "./expressions/interpolate.ts";
import { Unknown } from "./expressions/value.ts";
import type { WorkflowHost } from "./host.ts";

/** What to do where a workflow cannot be followed. */
export const help = "rehearse the script that it starts, or natively with `command` and --engine command";

/** Fills expressions in at a place of a workflow. What only GitHub could tell ends the rehearsal there. */
export class Fill {
  readonly #host: WorkflowHost;
  readonly #contexts: Contexts;
  readonly #origin: Origin;

  constructor(host: WorkflowHost, contexts: Contexts, origin: Origin) {
    this.#host = host;
    this.#contexts = contexts;
    this.#origin = origin;
  }

  text(text: string): string {
    const done = interpolate(text, this.#contexts);
    return done instanceof Unknown ? this.stop(done) : done;
  }

  texts(texts: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, this.text(text)]));
  }

  isMet(condition: string | null): boolean {
    const met = condition === null ? true : isMet(condition, this.#contexts);
    return met instanceof Unknown ? this.stop(met) : met;
  }

  stop({ of }: Unknown): never {
    return this.#host.stop(`only GitHub could tell ${of}, which the workflow asks for`, help, this.#origin);
  }
}
