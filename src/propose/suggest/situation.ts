import type { FoundAudit } from "../../findings/audit.ts";
import type { OpenRepository } from "../../open-repository.ts";
import { type Script, scriptAt } from "../../release/script/read-script.ts";
import type { Rehearser } from "../../release/thread/rehearser.ts";
import { type TryOut, tryOutIn } from "./try-out.ts";

/** Everything from which repairs are made. */
export interface Situation {
  readonly audit: FoundAudit;
  readonly opened: OpenRepository;
  /** The modules of the release that can be read, in the order in which they were loaded. */
  readonly scripts: readonly Script[];
  readonly rehearser: Rehearser;
  readonly tryOut: TryOut;
}

/** Looks at what an audit found out. */
export function situationOf(audit: FoundAudit, opened: OpenRepository, rehearser: Rehearser): Situation {
  const modules = new Set(audit.rehearsals.flatMap(({ modules }) => modules));
  const scripts = [...modules].flatMap((path) => scriptAt(audit.repository, path) ?? []);
  return { audit, opened, scripts, rehearser, tryOut: tryOutIn(audit, opened, rehearser) };
}
