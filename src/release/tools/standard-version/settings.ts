import type { Repository } from "../../../repository/repository.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import type { ConfigFile } from "../shared/javascript/config.ts";
import { readConfig } from "../shared/javascript/config-file.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** How one of the two tools is configured. */
export interface StandardVersionSettings {
  /** Where the options stand; null where there are none. */
  readonly config: ConfigFile | null;
  /** The keys above the options. */
  readonly prefix: readonly string[];
  readonly options: JsonObject;
  readonly call: ProgramCall | null;
  readonly origin: Origin;
}

const files = [".versionrc", ".versionrc.cjs", ".versionrc.json", ".versionrc.js"];

/**
 * Reads `.versionrc` or the key of package.json. Null where neither is there, nor a call of the tool. The two tools share
 * their file, so that it counts for the one that is called, or installed.
 * https://github.com/absolute-version/commit-and-tag-version#configuration
 */
export function readStandardVersion(repository: Repository, id: string): StandardVersionSettings | null {
  const manifest = readConfig(repository, "package.json");
  const content = isObject(manifest?.value) ? manifest.value : {};
  const call =
    programCalls(repository).find(
      ({ program, args }) => program === id && !/prerelease|dry-run/u.test(args.join(" ")),
    ) ?? null;
  const inManifest = content[id];
  const isInstalled = ["dependencies", "devDependencies"].some((field) => {
    const held = content[field];
    return isObject(held) && id in held;
  });
  if (isObject(inManifest) && manifest !== null)
    return { config: manifest, prefix: [id], options: inManifest, call, origin: manifest.originOf(id) };
  const path = files.find((one) => repository.has(one));
  if (call === null && (path === undefined || !isInstalled)) return null;
  const config = path === undefined ? null : readConfig(repository, path);
  const origin = call?.origin ?? config?.originOf();
  if (origin === undefined) return null;
  return { config, prefix: [], options: isObject(config?.value) ? config.value : {}, call, origin };
}
