import type { Worker } from "node:worker_threads";
import { ThreadsPoolWorker, type WorkerRequest } from "vitest/node";

/** What vitest keeps of a thread, as far as it is needed here. */
interface PoolThread {
  _thread: Worker;
  start(): Promise<void>;
  send(request: WorkerRequest): void;
  stop(): Promise<void>;
}

/** Runs after which a thread is ended, since every run leaves a few listeners behind in it. */
const runsOfOneThread = 60;

/**
 * Lets the threads of vitest outlive a run. Stryker makes one run for every mutant, vitest starts new threads for every
 * run, and loading the sources takes much longer than the few tests that see one mutant. Only for tests that share
 * their modules (`isolate: false`).
 */
export function keepThreads(): void {
  const pool = ThreadsPoolWorker.prototype as unknown as PoolThread;
  const { start, send, stop } = pool;
  const idle: Worker[] = [];
  const runs = new WeakMap<Worker, number>();
  const isSpent = (thread: Worker) => (runs.get(thread) ?? 0) >= runsOfOneThread;

  pool.start = async function () {
    const kept = idle.pop();
    if (kept !== undefined) this._thread = kept;
    await start.call(this);
    runs.set(this._thread, (runs.get(this._thread) ?? 0) + 1);
  };
  pool.send = function (request) {
    const thread = this._thread;
    if (request.type !== "stop" || isSpent(thread)) return send.call(this, request);
    // The thread would cease to listen. What vitest waits for is said in its place.
    queueMicrotask(() => thread.emit("message", { type: "stopped", __vitest_worker_response__: true }));
  };
  pool.stop = async function () {
    const thread = this._thread;
    if (isSpent(thread)) return stop.call(this);
    for (const stream of [thread.stdout, thread.stderr]) stream.unpipe();
    for (const event of ["message", "error", "exit"]) thread.removeAllListeners(event);
    idle.push(thread);
  };
}
