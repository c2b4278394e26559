/**
 * Memory of two threads: one reads files into it, in the order of a list, and the other one takes them from it in that
 * order. Neither waits for a lock; a file that is not there yet is read by the taker itself.
 */
export interface SharedFiles {
  /** The bytes of the files that have been read and not been taken yet. */
  readonly ring: Buffer<SharedArrayBuffer>;
  /** The index that the taker has come to, then length and start of each file; the start counts from 1. */
  readonly slots: Int32Array<SharedArrayBuffer>;
}

/** A file in the ring, by its index in the list. */
export interface FileSlot {
  readonly index: number;
  /** In bytes from the start of the ring. */
  readonly start: number;
  readonly length: number;
}

/** Memory for a list of files of which none has been taken. */
export function sharedFiles(count: number, ringBytes: number): SharedFiles {
  const slots = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (1 + 2 * count)));
  slots[0] = -1;
  return { ring: Buffer.from(new SharedArrayBuffer(ringBytes)), slots };
}

/** The index of the file that the taker has come to; what lies before it may be overwritten. */
export function positionOf({ slots }: SharedFiles): number {
  return Atomics.load(slots, 0);
}

/** To wake a reader takes longer than to take a small file, and by then there is room for more than one. */
const filesPerWakening = 64;

/** Says that the taker has come to a file. */
export function moveTo({ slots }: SharedFiles, index: number): void {
  const before = Atomics.exchange(slots, 0, index);
  if (Math.floor(before / filesPerWakening) !== Math.floor(index / filesPerWakening))
    Atomics.notify(slots, 0);
}

/** Waits until the taker is somewhere else, and then until it has come to some files more. */
export function waitBehind({ slots }: SharedFiles, position: number): void {
  Atomics.wait(slots, 0, position);
}

/** Hands over a file whose bytes are in the ring. */
export function handOver({ slots }: SharedFiles, { index, start, length }: FileSlot): void {
  const at = 1 + 2 * index;
  Atomics.store(slots, at, length);
  Atomics.store(slots, at + 1, start + 1);
}

/** The bytes of a file that has been handed over, valid until the taker moves on; null when it has not. */
export function handedOver({ ring, slots }: SharedFiles, index: number): Buffer | null {
  const at = 1 + 2 * index;
  const start = Atomics.load(slots, at + 1) - 1;
  return start < 0 ? null : ring.subarray(start, start + Atomics.load(slots, at));
}
