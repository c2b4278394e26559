/** Writes all of a text to standard output, however slowly it is read. */
export function writeOutput(text: string): Promise<void> {
  return write(process.stdout, text);
}

/** Writes all of a text to standard error. */
export function writeError(text: string): Promise<void> {
  return write(process.stderr, text);
}

/** Somebody who closes the pipe, such as `head`, has read enough; that is no failure of the audit. */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (!isClosedPipe(error)) throw error;
    });
  }
}

function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === undefined || error === null || isClosedPipe(error)) resolve();
      else reject(error);
    });
  });
}

function isClosedPipe(error: Error): boolean {
  return "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
