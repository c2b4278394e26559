import { basename } from "node:path/posix";
import { isTestOrExample } from "../../../repository/files/test-or-example.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { InertEntry } from "../release-tool.ts";
import { readConfiguration } from "../shared/configuration/configuration.ts";
import type { Source } from "./sources.ts";

/** Manifests of release-please that none of the sources reads: the versions in them stay where they are. */
export function unreadManifests(sources: readonly Source[], repository: Repository): InertEntry[] {
  const read = new Set(sources.flatMap(({ versions }) => versions?.path ?? []));
  return repository.paths
    .filter((path) => isManifest(path) && !read.has(path) && !isTestOrExample(path))
    .flatMap((path) => {
      const manifest = readConfiguration(repository, path, "json");
      const [first] = Object.entries(manifest?.value ?? {}).filter(
        ([, version]) => typeof version === "string",
      );
      if (manifest === null || first === undefined) return [];
      const [component, version] = first;
      const message = `${path} holds ${version} of ${component}, and release-please reads and writes it nowhere here`;
      return [{ origin: manifest.originOf(component), message }];
    });
}

function isManifest(path: string): boolean {
  return /^\.?release-please-manifest[\w.-]*\.json$/u.test(basename(path));
}
