import { readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** More links behind each other are a circle, as for the system itself. */
const mostLinks = 40;

/**
 * Where something lies once every link on the way has been followed, those to what is not there yet, too.
 * @param path absolute
 */
export function realPlace(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const target = links < mostLinks ? linkTarget(path) : null;
    if (target !== null) return realPlace(resolve(dirname(path), target), links + 1);
    return path === dirname(path) ? path : join(realPlace(dirname(path), links), basename(path));
  }
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    // It is no link, or nothing is there at all.
    return null;
  }
}
