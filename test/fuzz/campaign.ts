import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readCorpus, type Seed } from "./corpus.ts";
import { executionOf } from "./execution.ts";
import type { Message, Task } from "./runner.ts";

export interface CampaignOptions {
  readonly seed: number;
  /** The number of the first execution. */
  readonly first?: number;
  /** How many executions to make; null goes on until the time is over. */
  readonly count: number | null;
  /** After how many seconds to end; null ends by the count alone. */
  readonly seconds: number | null;
  /** After how many seconds without a heartbeat a runner hangs. A whole audit may take longer than a file. */
  readonly patience?: number;
  /** A module that is examined instead of the real one, as a URL. */
  readonly reader?: string;
  readonly onDefect?: (defect: Defect) => void;
  /** Called now and then with the number of executions so far. */
  readonly onProgress?: (executions: number) => void;
}

/** An execution with which something is wrong. */
export interface Defect {
  readonly number: number;
  readonly kind: string;
  /** Where the files are saved. */
  readonly folder: string;
  readonly faults: readonly string[];
  /** Each file as it is saved, and the mutations that made it. */
  readonly files: readonly { readonly saved: string; readonly chain: readonly string[] }[];
}

export interface Campaign {
  readonly executions: number;
  readonly seconds: number;
  /** How many executions were made, by format. */
  readonly counts: ReadonlyMap<string, number>;
  readonly defects: readonly Defect[];
}

const patience = 120;
const progressEvery = 10_000;
/** A runner compiles the source before its first heartbeat. */
const timeToStart = 60;
/** A campaign that finds the same defect everywhere need not find it for ever. */
const mostDefects = 20;

/** Runs executions in runners, which are watched: one that ends too early, or tells nothing for too long, is a defect. */
export async function campaign(options: CampaignOptions): Promise<Campaign> {
  const { seed, first = 0, count, seconds } = options;
  const folder = mkdtempSync(join(tmpdir(), "version-audit-fuzz-"));
  const corpus = readCorpus();
  const counts = new Map<string, number>();
  const defects: Defect[] = [];
  const started = performance.now();
  let executions = 0;
  const elapsed = () => (performance.now() - started) / 1000;
  const onMessage = (message: Message): void => {
    if (message.does === "begin") {
      counts.set(message.label, (counts.get(message.label) ?? 0) + 1);
      executions += 1;
      if (executions % progressEvery === 0) options.onProgress?.(executions);
    } else {
      const defect = defectOf(message, seed, corpus);
      defects.push(defect);
      options.onDefect?.(defect);
    }
  };
  try {
    let next = first;
    const end = count === null ? Number.POSITIVE_INFINITY : first + count;
    while (next < end && defects.length < mostDefects && (seconds === null || elapsed() < seconds)) {
      const task = {
        seed,
        first: next,
        count: count === null ? null : end - next,
        folder: join(folder, "files"),
        reader: options.reader ?? null,
      };
      mkdirSync(task.folder, { recursive: true });
      const { last, reason } = await runnerEnds(task, {
        patience: options.patience ?? patience,
        seconds: seconds === null ? null : seconds - elapsed(),
        onMessage,
        isEnough: () => defects.length >= mostDefects,
      });
      if (reason !== null) onMessage({ does: "find", number: last, faults: [reason] });
      next = last + 1;
      if (reason === null) break;
      rmSync(task.folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { executions, seconds: elapsed(), counts, defects };
}

interface Watch {
  readonly patience: number;
  readonly seconds: number | null;
  readonly onMessage: (message: Message) => void;
  readonly isEnough: () => boolean;
}

/** Starts a runner and waits for its end: the last execution that it began, and what was wrong, null for nothing. */
function runnerEnds(task: Task, watch: Watch): Promise<{ last: number; reason: string | null }> {
  const { patience, seconds, onMessage, isEnough } = watch;
  return new Promise((resolve) => {
    const runner = fork(new URL("./runner.ts", import.meta.url), [JSON.stringify(task)], {
      execArgv: ["--import", "tsx", "--max-old-space-size=2048"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let last = task.first;
    let isOver = false;
    let reason: string | null = null;
    let said = "";
    const stop = (why: string | null): void => {
      isOver = true;
      reason = why;
      runner.kill(why === null ? "SIGTERM" : "SIGKILL");
    };
    const hangs = () => stop(`tells nothing for ${patience} s`);
    let watchdog = setTimeout(hangs, Math.max(patience, timeToStart) * 1000);
    const timer = seconds === null ? null : setTimeout(() => stop(null), seconds * 1000);
    runner.on("message", (message: Message) => {
      last = message.number;
      clearTimeout(watchdog);
      if (isOver) return;
      watchdog = setTimeout(hangs, patience * 1000);
      onMessage(message);
      if (isEnough()) stop(null);
    });
    runner.stderr?.on("data", (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-2000);
    });
    runner.on("close", (code, signal) => {
      clearTimeout(watchdog);
      if (timer !== null) clearTimeout(timer);
      if (!isOver && code !== 0) reason = `the process ends with ${signal ?? code}: ${said.trim()}`;
      resolve({ last, reason });
    });
  });
}

/** Makes the files of an execution once more and saves them. */
function defectOf(
  { number, faults }: Extract<Message, { does: "find" }>,
  seed: number,
  corpus: readonly Seed[],
): Defect {
  const execution = executionOf(seed, number, corpus);
  const folder = mkdtempSync(join(tmpdir(), `version-audit-defect-${number}-`));
  const files = execution.files.map(({ path, content, chain }, index) => {
    const saved = join(folder, String(index), path);
    mkdirSync(dirname(saved), { recursive: true });
    writeFileSync(saved, content, "latin1");
    return { saved, chain };
  });
  return { number, kind: execution.kind, folder, faults, files };
}
