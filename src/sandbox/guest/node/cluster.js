// node:cluster, as the only process sees it.

export const isMaster = true;
export const isPrimary = true;
export const isWorker = false;
