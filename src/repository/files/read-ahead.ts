import { Worker } from "node:worker_threads";
import type { ReadAheadTask } from "./read-ahead-worker.ts";
import { handedOver, moveTo, type SharedFiles, sharedFiles } from "./shared-files.ts";

/** Reads files before somebody who goes through them in their order asks for them. */
export interface ReadAhead {
  /** May be called once. Paths are appended to the folder as they are. */
  begin(folder: string, paths: readonly string[]): void;
  /**
   * The bytes of a file that has been read ahead, valid until the next call; null when the caller has to read it. Has
   * to be called for every file that somebody who goes through all of them comes to; others may ask in between.
   * @param index where the path stands among those that were begun with, -1 for none of them
   */
  take(index: number): Buffer | null;
  /** Has to be called in any case. */
  end(): void;
}

/** Reads nothing ahead. */
const onDemand: ReadAhead = { begin() {}, take: () => null, end() {} };

/** Who goes through a part of the files leaves some of them out; who asks for a single file is seldom so near. */
const widestStep = 8;

/** Where there are fewer files, the start of a thread takes longer than it saves. */
const fewestFiles = 1000;

/** More than the reader gains on an audit between two large files. */
const ringBytes = 8 * 1024 * 1024;

/**
 * Reads ahead in a thread of its own, which starts once it is known that there are many files. TypeScript sources, as our own tests run them, cannot be
 * started as a thread by every supported version of Node.
 * @param script the compiled program of the thread
 * @param fewest below so many files no thread is started
 */
export function startReadAhead(
  script = new URL("./read-ahead-worker.js", import.meta.url),
  fewest = fewestFiles,
): ReadAhead {
  if (!import.meta.url.endsWith(".js") && script.href.startsWith(new URL(".", import.meta.url).href)) {
    return onDemand;
  }
  let worker: Worker | null = null;
  let files: SharedFiles = sharedFiles(0, 0);
  let position = -1;
  return {
    begin(folder, paths) {
      if (paths.length < fewest) return;
      worker = new Worker(script, { execArgv: [] });
      // Where no thread can be had, nothing is lost: what is not read ahead is read by whoever asks for it.
      worker.on("error", () => {});
      files = sharedFiles(paths.length, ringBytes);
      const { ring, slots } = files;
      worker.postMessage({ folder, paths, ring: ring.buffer, slots } satisfies ReadAheadTask);
    },
    take(index) {
      if (worker === null || index < position) return null;
      if (index > position && index <= position + widestStep) {
        position = index;
        moveTo(files, position);
      }
      return handedOver(files, index);
    },
    end: () => void worker?.terminate(),
  };
}
