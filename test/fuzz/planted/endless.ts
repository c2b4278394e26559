import { type ReadFile, readFile as real } from "../reading.ts";

/** Never comes to an end with one file, and with another ends the process. */
export const readFile: ReadFile = (root, path) => {
  if (path === "bun.lock") for (;;);
  if (path === "poetry.lock") process.exit(3);
  return real(root, path);
};
