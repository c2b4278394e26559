/**
 * Milliseconds of the processor that the work takes. Unlike the time of a clock, it is the same on a machine that has
 * other things to do.
 */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
