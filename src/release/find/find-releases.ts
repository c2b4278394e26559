import type { Config } from "../../config/config.ts";
import type { Repository } from "../../repository/repository.ts";
import { recogniseRelease } from "./recognise-release.ts";

/**
 * The configuration with the releases of the repository: those that it names, else what is recognised. Throws an
 * AuditError when nothing says how a release is made.
 */
export function withReleases(config: Config, repository: Repository): Config {
  return config.releases.length > 0 ? config : { ...config, releases: [recogniseRelease(repository)] };
}
