import { Worker } from "node:worker_threads";
import { AuditError } from "../audit-error.ts";
import { rememberStripped } from "../rehearse/modules/strip-types.ts";
import type { Stage } from "../rehearse/rehearse-all.ts";
import type { Reply, Task } from "./aside-worker.ts";
import type { Rehearsed } from "./rehearse-and-probe.ts";

/** Makes the rehearsals of an audit. */
export interface Rehearser {
  /** Throws an AuditError as `rehearseAll` does. */
  rehearse(target: string, stage: Stage): Promise<Rehearsed>;
  /** Has to be called in any case; what is being rehearsed is given up. */
  end(): void;
}

/** Rehearses in this thread. */
export const inPlace: Rehearser = {
  async rehearse(target, stage) {
    const { rehearseAndProbe } = await import("./rehearse-and-probe.ts");
    return rehearseAndProbe(target, stage);
  },
  end() {},
};

/**
 * Rehearses in a thread of its own, which starts at once, so that a script runs while this thread reads files. The
 * thread gets plain data and reads what it needs itself. A native command, which has to hear of an interruption, stays
 * here. TypeScript sources, as our own tests run them, cannot be started as a thread by every supported version of Node.
 */
export function startAside(): Rehearser {
  if (!import.meta.url.endsWith(".js")) return inPlace;
  // The options of the process are its own: with --input-type or --import, for one, the thread would not start.
  const worker = new Worker(new URL("./aside-worker.js", import.meta.url), { execArgv: [] });
  return {
    rehearse(target, stage) {
      if (stage.engine === "command") return inPlace.rehearse(target, stage);
      const { root, paths, links, git, changes = new Map() } = stage.repository;
      const { config, workspace } = stage;
      const task: Task = { target, config, workspace, repository: { root, paths, links, git }, changes };
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          void worker.terminate();
          reject(uninterruptible(stage));
        }, hardLimit(stage));
        worker.once("error", (error) => {
          clearTimeout(timer);
          reject(error);
        });
        worker.once("message", (reply: Reply) => {
          clearTimeout(timer);
          worker.removeAllListeners("error");
          if (!reply.ok) return reject(new AuditError(reply.message, reply.obstacle));
          rememberStripped(reply.stripped);
          resolve(reply.rehearsed);
        });
        worker.postMessage(task);
      });
    },
    end: () => void worker.terminate(),
  };
}

/**
 * Milliseconds after which the thread itself is ended. The engine keeps the time of a release by an interruption of
 * its own, but a single operation over a huge array never comes to a point where it can be interrupted. The factor
 * leaves time for the probes.
 */
function hardLimit({ config }: Stage): number {
  const seconds = config.releases.reduce((sum, { value }) => sum + value.timeoutSeconds, 0);
  return (seconds * 2 + 10) * 1000;
}

function uninterruptible({ config }: Stage): AuditError {
  const [release] = config.releases;
  return new AuditError("the release script did not end in time, and could not be interrupted", {
    path: release?.value.entry ?? release?.value.module ?? config.file,
    line: null,
    column: null,
    help: "look for an operation over a huge array or string, or raise timeoutSeconds of the release",
  });
}
