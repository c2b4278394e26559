import { chmodSync } from "node:fs";

/** By convention the user who owns nothing. */
const nobody = 65534;

/** Takes all permissions from a file or folder. */
export function lock(path: string): void {
  chmodSync(path, 0o000);
}

/** The administrator may read everything, so that a test of permissions has to be somebody else for a while. */
export function asOrdinaryUser<T>(use: () => T): T {
  if (process.geteuid?.() !== 0) return use();
  process.seteuid?.(nobody);
  try {
    return use();
  } finally {
    process.seteuid?.(0);
  }
}
