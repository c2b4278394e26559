import type { Span } from "../../repository/text/span.ts";
import type { Origin } from "../rehearsal.ts";

/** One span of a file that the rehearsal rewrote. */
export interface Edit {
  readonly path: string;
  /** In the text before the rehearsal; empty where text was only inserted. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** The script line of the last write that changed this span. */
  readonly origin: Origin;
  /** The name of the release whose rehearsal made the edit. */
  readonly release: string;
  /** The version of a train that it writes, as the train itself writes it; null where it writes none. */
  readonly target: string | null;
}
