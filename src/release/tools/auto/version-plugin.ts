import type { Repository } from "../../../repository/repository.ts";
import type { DeclaredTrain, ToolRelease } from "../release-tool.ts";
import type { AutoPlugin } from "./settings.ts";

/** What a plugin of auto does where it gives a repository its version. */
export interface PluginPlan {
  /** At least one, the main train first. */
  readonly trains: readonly DeclaredTrain[];
  apply(release: ToolRelease): Promise<void> | void;
}

/** What a plugin is read with. */
interface PluginPlace {
  readonly repository: Repository;
  readonly plugin: AutoPlugin;
  /** What stands before the version in a tag. */
  readonly prefix: string;
}

/** The plan of a plugin; null where what it asks for is not there, which ends auto with an error. */
export type VersionPlugin = (place: PluginPlace) => PluginPlan | null;

/** The text of a file; null where there is none. */
export function textAt(repository: Repository, path: string): string | null {
  return repository.has(path) ? repository.read(path) : null;
}
