/** How long work has to take before its progress is worth showing, in milliseconds. */
const patience = 1000;

/** A line on standard error that says what goes on. */
export interface Progress {
  show(stage: string): void;
  /** Takes the line away. */
  end(): void;
}

/** Shows progress on a terminal only, and only of work that has taken more than a second. */
export function startProgress(isWanted: boolean): Progress {
  const started = performance.now();
  let isShown = false;
  return {
    show(stage) {
      if (!isWanted || !process.stderr.isTTY || performance.now() - started < patience) return;
      process.stderr.write(`\r\x1b[K${stage} …`);
      isShown = true;
    },
    end() {
      if (isShown) process.stderr.write("\r\x1b[K");
    },
  };
}
