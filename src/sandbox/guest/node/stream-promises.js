// node:stream/promises.

import { run, finished as whenFinished } from "./stream.js";

export async function pipeline(...streams) {
  await run(streams);
}

export function finished(stream) {
  return new Promise((resolve, reject) =>
    whenFinished(stream, (error) => (error ? reject(error) : resolve())),
  );
}
