/** What a process that still works gets of the processor at least, on a machine that has other things to do. */
const leastShare = 0.01;

/**
 * Calls back when this process had a processor for some milliseconds, or when it did nothing for as long, because it waits
 * for something that does not come. By a clock alone, what takes seconds would be given up on a busy machine. Gives what
 * calls it off.
 */
export function afterProcessorTime(milliseconds: number, ended: () => void): () => void {
  const began = used();
  let timer: NodeJS.Timeout;
  const wait = (left: number): void => {
    const before = used();
    timer = setTimeout(() => {
      const still = milliseconds - (used() - began);
      if (still <= 0 || used() - before < left * leastShare) ended();
      else wait(Math.max(still, shortestWait));
    }, left);
  };
  wait(milliseconds);
  return () => clearTimeout(timer);
}

/** The processor is asked no more often than this, in milliseconds. */
const shortestWait = 100;

/** Milliseconds of all threads of this process. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
