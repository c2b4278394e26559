import { inspect } from "node:util";
import { parentPort } from "node:worker_threads";
import { AuditError, type Obstacle } from "../../audit-error.ts";
import type { Config } from "../../config/config.ts";
import { DiscoveredRepository } from "../../repository/files/discovered-repository.ts";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { ChangedFiles, Repository } from "../../repository/repository.ts";
import { warmEngine } from "../../sandbox/engine/quickjs.ts";
import { strippedTexts, warmCompiler } from "../../sandbox/modules/strip-types.ts";
import type { Bump } from "../bump.ts";
import { changedRepository } from "../probes/changed-repository.ts";
import { type Rehearsed, rehearseAndProbe, rehearseOnly } from "../probes/rehearse-again.ts";
import { post } from "./plain-data.ts";

/** What the thread of the rehearsals is asked. */
export interface Task {
  readonly bump: Bump;
  /** Whether what the rehearsals leave open is wanted, too. */
  readonly probing: boolean;
  readonly config: Config;
  readonly workspace: Workspace;
  readonly repository: Pick<Repository, "root" | "paths" | "links" | "git">;
  readonly changes: ChangedFiles;
}

/** What it answers; errors lose their class on the way between threads. */
export type Reply =
  | { readonly ended: "well"; readonly rehearsed: Rehearsed; readonly stripped: ReadonlyMap<string, string> }
  | { readonly ended: "obstacle"; readonly message: string; readonly obstacle: Obstacle }
  /** An error that nobody foresaw. */
  | { readonly ended: "defect"; readonly message: string; readonly stack: string };

parentPort?.on("message", async (task: Task) => {
  const reply = await answer(task);
  if (parentPort !== null) post<Reply>(parentPort, reply);
});
// The audit is still looking for files, so there is time for what every rehearsal needs.
warmEngine();
warmCompiler();

async function answer({ bump, probing, repository: found, changes, ...known }: Task): Promise<Reply> {
  // Notes about files are made by the audit itself, which reads all of them.
  const repository = changedRepository(new DiscoveredRepository({ ...found, notes: [] }), changes);
  const stage = { ...known, repository, engine: "sandbox", environment: {} } as const;
  try {
    const rehearsed = await (probing ? rehearseAndProbe : rehearseOnly)(bump, stage);
    return { ended: "well", rehearsed, stripped: strippedTexts() };
  } catch (error) {
    if (!(error instanceof AuditError)) {
      const { message, stack = message } = error instanceof Error ? error : new Error(inspect(error));
      return { ended: "defect", message, stack };
    }
    const { message, path, line, column, help } = error;
    return { ended: "obstacle", message, obstacle: { path, line, column, help } };
  }
}
