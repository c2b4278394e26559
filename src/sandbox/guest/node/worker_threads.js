// node:worker_threads, as the only thread sees it.

export const isMainThread = true;
export const parentPort = null;
export const threadId = 0;
export const workerData = null;
