/** How long work has to take before its progress is worth showing, in milliseconds. */
const patience = 1000;

/** Says at which stage the work is. */
export type ShowStage = (stage: string) => void;

/**
 * Does work of which a line on standard error says what goes on: on a terminal only, and only once it has taken more
 * than a second. The line is gone when the work ends, however it ends.
 */
export async function withProgress<T>(isWanted: boolean, work: (show: ShowStage) => Promise<T>): Promise<T> {
  if (!isWanted || !process.stderr.isTTY) return work(() => {});
  let current = "";
  let isDue = false;
  const print = () => process.stderr.write(`\r\x1b[K${current} …`);
  // A stage that lasts, such as a slow script, has to be told of although nothing new begins.
  const timer = setTimeout(() => {
    isDue = true;
    print();
  }, patience);
  const started = performance.now();
  try {
    return await work((stage) => {
      current = stage;
      // No timer gets its turn while files are being read.
      isDue ||= performance.now() - started > patience;
      if (isDue) print();
    });
  } finally {
    clearTimeout(timer);
    if (isDue) process.stderr.write("\r\x1b[K");
  }
}
