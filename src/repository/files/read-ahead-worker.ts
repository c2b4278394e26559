import { parentPort } from "node:worker_threads";
import { fillWith } from "./read-file.ts";
import { handOver, positionOf, type SharedFiles, waitBehind } from "./shared-files.ts";

/** What the thread that reads ahead is asked. */
export interface ReadAheadTask {
  /** Ends in a separator. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly ring: SharedArrayBuffer;
  readonly slots: SharedFiles["slots"];
}

/** Larger files are left to the taker, which does not read all of them into one buffer. */
const largest = 256 * 1024;
/** So many files lie between the taker and a reader that it has overtaken. */
const lead = 8;

parentPort?.once("message", ({ folder, paths, ring, slots }: ReadAheadTask) => {
  readAll(folder, paths, { ring: Buffer.from(ring), slots });
});

/** Reads one file after the other into the ring, as far as there is room, and never what the taker has passed. */
function readAll(folder: string, paths: readonly string[], files: SharedFiles): void {
  const { ring } = files;
  /** Where in the ring, which is thought of as endless, the files end that have not been taken yet. */
  const ends: { readonly index: number; readonly end: number }[] = [];
  let freed = 0;
  let head = 0;
  let index = 0;
  const tail = (position: number): number => {
    while ((ends[freed]?.index ?? position) < position) freed += 1;
    return ends[freed - 1]?.end ?? 0;
  };
  while (index < paths.length) {
    const position = positionOf(files);
    if (index <= position) index = position + lead;
    const left = ring.length - (head % ring.length);
    if (left < largest) head += left;
    if (head + largest - tail(position) > ring.length) {
      waitBehind(files, position);
      continue;
    }
    const path = paths[index];
    if (path === undefined) return;
    const start = head % ring.length;
    const length = fillWith(folder + path, ring.subarray(start, start + largest));
    if (length !== null) {
      handOver(files, { index, start, length });
      head += length;
      ends.push({ index, end: head });
    }
    index += 1;
  }
}
