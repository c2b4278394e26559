import { configFileName } from "../../config/load-config.ts";
import { pathInside } from "../../repository/files/path-inside.ts";
import type { Repository } from "../../repository/repository.ts";

/**
 * The text of the configuration as another state of the repository has it; null where it has none. Undefined for a file
 * that git does not know of, which is the same in every state and read from disk.
 * @param onDisk the repository as discovery found it
 * @param file the configuration that the user named, absolute or relative to the root
 */
export function configTextOf(
  view: Repository,
  onDisk: Repository,
  file: string | undefined,
): string | null | undefined {
  const path = pathInside(view.root, file ?? configFileName);
  if (path === null) return undefined;
  if (view.has(path)) return view.read(path);
  return onDisk.has(path) ? null : undefined;
}
