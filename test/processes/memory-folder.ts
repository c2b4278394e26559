import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

const memory = "/dev/shm";

/** All that the tests write at one time takes a part of it. */
const fewestBytes = 4 * 1024 ** 3;

/**
 * Has the temporary folders of the tests lie in memory, where the system keeps files there and starts programs from them. The
 * tests make and remove tens of thousands of small files, and ext4 goes past every place of a file that was removed in
 * the seconds before when it looks for one of a new file, which takes a sixth of their time.
 */
export default function useMemory(): (() => void) | undefined {
  if (process.env["TMPDIR"] !== undefined || !isFit()) return undefined;
  const folder = mkdtempSync(join(memory, "version-audit-"));
  // As in the usual place, other users come as far as a test lets them.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** A container may have a small one, from which nothing can be started. */
function isFit(): boolean {
  const mounts = "/proc/self/mounts";
  if (!existsSync(mounts)) return false;
  const mount = readFileSync(mounts, "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .find(([, place, type]) => place === memory && type === "tmpfs");
  const options = mount?.[3]?.split(",") ?? ["noexec"];
  if (options.includes("noexec") || options.includes("ro")) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= fewestBytes;
}
