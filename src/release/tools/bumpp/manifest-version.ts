import { parse } from "jsonc-parser";
import { isObject } from "../../../sandbox/programs/json-file.ts";

/** What a manifest says of its version; `locked` where a lockfile repeats it for the root package. */
export interface ManifestVersion {
  readonly version: string | null;
  readonly locked: boolean;
}

/** Reads a manifest, comments allowed. */
export function manifestVersion(text: string): ManifestVersion {
  const value: unknown = parse(text);
  const version = isObject(value) ? value["version"] : null;
  const packages = isObject(value) ? value["packages"] : null;
  const own = isObject(packages) ? packages[""] : null;
  return {
    version: typeof version === "string" ? version : null,
    locked: isObject(own) && typeof own["version"] === "string",
  };
}
