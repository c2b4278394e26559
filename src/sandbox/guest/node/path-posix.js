// node:path/posix.

export * from "./path.js";
