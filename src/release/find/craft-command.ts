import { posix } from "node:path";
import { plainYaml } from "../../repository/documents/plain-yaml.ts";
import type { Repository } from "../../repository/repository.ts";
import { scriptKind } from "../../sandbox/engine/script-kind.ts";
import type { FoundRelease } from "./found-release.ts";

const configuration = ".craft.yml";

/**
 * The script that Craft starts to write a version: it is told the former one and the new one, behind its own arguments
 * and in its environment.
 * Source: https://craft.sentry.dev/configuration/#pre-release-command
 */
export function craftCommand(repository: Repository): FoundRelease[] {
  if (!repository.has(configuration)) return [];
  const settings = plainYaml(repository.read(configuration) ?? "");
  const command = commandOf(settings) ?? "bash scripts/bump-version.sh";
  const words = command.trim().split(/\s+/);
  const at = words.findIndex((word) => repository.has(posix.normalize(word)));
  const entry = posix.normalize(words[at] ?? "");
  if (at === -1 || scriptKind(entry, repository.read(entry) ?? "") === "other") return [];
  const env = { CRAFT_OLD_VERSION: "{current}", CRAFT_NEW_VERSION: "{version}" };
  return [
    {
      table: { name: "release", entry, args: [...words.slice(at + 1), "{current}", "{version}"], env },
      why: `${configuration}: Craft starts ${entry}`,
    },
  ];
}

function commandOf(settings: unknown): string | null {
  if (typeof settings !== "object" || settings === null || !("preReleaseCommand" in settings)) return null;
  return typeof settings.preReleaseCommand === "string" ? settings.preReleaseCommand : null;
}
