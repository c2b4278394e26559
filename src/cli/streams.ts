import { systemReason } from "../repository/files/system-reason.ts";
import { exitCodes } from "./exit-codes.ts";

/** Writes all of a text to standard output, however slowly it is read. */
export function writeOutput(text: string): Promise<void> {
  return write(process.stdout, text);
}

/** Writes all of a text to standard error. */
export function writeError(text: string): Promise<void> {
  return write(process.stderr, text);
}

/**
 * Somebody who closes the pipe, such as `head`, has read enough; that is no failure of the audit. What cannot be written
 * for another reason, such as a full disk, ends the program at once, so that nobody takes half a report for all of it.
 */
export function watchStreams(): void {
  process.stdout.on("error", (error) => {
    if (isClosedPipe(error)) return;
    process.stderr.write(`error: standard output cannot be written: ${systemReason(error)}\n`, () =>
      process.exit(exitCodes.notMade),
    );
  });
  process.stderr.on("error", (error) => {
    if (!isClosedPipe(error)) process.exit(exitCodes.notMade);
  });
}

/** Waits for ever when the text cannot be written, which ends the program, see above. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, (error) => {
      if (error === undefined || error === null || isClosedPipe(error)) resolve();
    });
  });
}

function isClosedPipe(error: Error): boolean {
  return "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
