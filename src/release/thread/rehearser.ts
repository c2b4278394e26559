import { Worker } from "node:worker_threads";
import { AuditError } from "../../audit-error.ts";
import { rememberStripped } from "../../sandbox/modules/strip-types.ts";
import type { Bump } from "../bump.ts";
import type { Rehearsed } from "../probes/rehearse-again.ts";
import type { Rehearsal } from "../rehearsal.ts";
import type { Stage } from "../way-to-release.ts";
import { afterProcessorTime } from "./after-processor-time.ts";
import { post } from "./plain-data.ts";
import type { Reply, Task } from "./rehearser-worker.ts";

/** Makes the rehearsals of a command, one after the other. */
export interface Rehearser {
  /** Rehearses every release, and then what the rehearsals leave open. Throws an AuditError as `rehearseAll` does. */
  rehearse(bump: Bump, stage: Stage): Promise<Rehearsed>;
  /** Rehearses every release, and nothing else. Throws an AuditError as `rehearseAll` does. */
  rehearseOnly(bump: Bump, stage: Stage): Promise<readonly Rehearsal[]>;
  /** Has to be called in any case; what is being rehearsed is given up. */
  end(): void;
}

/** Rehearses in this thread. */
export const inPlace: Rehearser = {
  async rehearse(bump, stage) {
    const { rehearseAndProbe } = await import("../probes/rehearse-again.ts");
    return rehearseAndProbe(bump, stage);
  },
  async rehearseOnly(bump, stage) {
    const { rehearseOnly } = await import("../probes/rehearse-again.ts");
    return (await rehearseOnly(bump, stage)).first;
  },
  end() {},
};

/**
 * Rehearses in a thread of its own, which starts at once, so that a script runs while this thread reads files, and can
 * be ended whatever the script does. The thread gets plain data and reads what it needs itself. A native command, which
 * has to hear of an interruption, stays here. TypeScript sources, as our own tests run them, cannot be started as a
 * thread by every supported version of Node.
 */
export function startRehearser(): Rehearser {
  if (!import.meta.url.endsWith(".js")) return inPlace;
  let worker: Worker | null = takeWorker();
  let isBusy = false;
  const give = async (bump: Bump, stage: Stage, probing: boolean): Promise<Rehearsed> => {
    worker ??= takeWorker();
    isBusy = true;
    try {
      const rehearsed = await asked(worker, bump, stage, probing);
      isBusy = false;
      return rehearsed;
    } catch (error) {
      // What the thread was doing may not have come to an end; the next rehearsal gets another one.
      void worker?.terminate();
      worker = null;
      throw error;
    }
  };
  return {
    rehearse: (bump, stage) =>
      stage.engine === "command" ? inPlace.rehearse(bump, stage) : give(bump, stage, true),
    rehearseOnly: async (bump, stage) =>
      stage.engine === "command" ? inPlace.rehearseOnly(bump, stage) : (await give(bump, stage, false)).first,
    end() {
      if (worker !== null && !isBusy && waiting === null) wait(worker);
      else void worker?.terminate();
      worker = null;
    },
  };
}

/** A thread that nobody has asked for yet, or that is done with what it was asked. */
let waiting: { readonly worker: Worker; readonly take: () => void } | null = null;

/** Milliseconds after which a thread is ended that nobody asks again. */
const patience = 30_000;

/**
 * Starts the thread of the first rehearsal, which takes as long as loading what an audit is made of. It keeps no process
 * alive that needs no rehearsal after all.
 */
export function startEarly(): void {
  if (!import.meta.url.endsWith(".js")) return;
  wait(startWorker());
}

/** Whoever audits many repositories pays once for a thread that has loaded and compiled what every rehearsal needs. */
function wait(worker: Worker): void {
  worker.unref();
  const timer = setTimeout(() => {
    // It takes a while to end, and whoever asks it anything in this time would wait for an answer that never comes.
    forget();
    void worker.terminate();
  }, patience).unref();
  // A thread that fails or ends while nobody asks anything of it is not asked any more.
  const forget = () => {
    clearTimeout(timer);
    if (waiting?.worker === worker) waiting = null;
  };
  worker.once("error", forget).once("exit", forget);
  waiting = {
    worker,
    take() {
      forget();
      worker.off("error", forget).off("exit", forget).ref();
    },
  };
}

function takeWorker(): Worker {
  if (waiting === null) return startWorker();
  const { worker, take } = waiting;
  take();
  return worker;
}

/** The options of the process are its own: with --input-type or --import, for one, the thread would not start. */
function startWorker(): Worker {
  return new Worker(new URL("./rehearser-worker.js", import.meta.url), { execArgv: [] });
}

function asked(worker: Worker, bump: Bump, stage: Stage, probing: boolean): Promise<Rehearsed> {
  const { root, paths, links, git, changes = new Map() } = stage.repository;
  const { config, workspace } = stage;
  const repository = { root, paths, links, git };
  const task: Task = { bump, probing, config, workspace, repository, changes };
  return new Promise((resolve, reject) => {
    const callOff = afterProcessorTime(hardLimit(stage), () => reject(uninterruptible(stage)));
    const onError = (error: Error) => {
      callOff();
      reject(error);
    };
    worker.once("error", onError);
    worker.once("message", (reply: Reply) => {
      callOff();
      worker.off("error", onError);
      if (reply.ended === "obstacle") return reject(new AuditError(reply.message, reply.obstacle));
      if (reply.ended === "defect") return reject(defectOf(reply));
      rememberStripped(reply.stripped);
      resolve(reply.rehearsed);
    });
    post<Task>(worker, task);
  });
}

/** The error of the other thread, with the stack that it has there. */
function defectOf({ message, stack }: Extract<Reply, { ended: "defect" }>): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}

/**
 * Milliseconds of the processor after which the thread itself is ended. The engine keeps the time of a release by an interruption of
 * its own, but a single operation over a huge array never comes to a point where it can be interrupted. The factor
 * leaves time for the probes.
 */
function hardLimit({ config }: Stage): number {
  const seconds = config.releases.reduce((sum, { value }) => sum + value.timeoutSeconds, 0);
  return Math.min((seconds * 2 + 10) * 1000, longestTimer);
}

/** What a timer of Node can wait for at most, about 24 days; it takes what is more for one millisecond. */
const longestTimer = 2 ** 31 - 1;

function uninterruptible({ config }: Stage): AuditError {
  const [release] = config.releases;
  return new AuditError("the release script did not end in time, and could not be interrupted", {
    path: release?.value.entry ?? release?.value.module ?? config.file,
    help: "look for an operation over a huge array or string, or raise timeoutSeconds of the release",
  });
}
