import { within } from "../../../repository/packages/path.ts";
import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import type { ToolRelease } from "../release-tool.ts";
import {
  jsonObject,
  type Manifest,
  requirementFields,
  requirementsIn,
} from "../shared/javascript/manifest.ts";
import { localRequirements, moveRequirement } from "./local-requirements.ts";
import type { LernaSettings } from "./settings.ts";

/**
 * Writes the manifest of one package, and the lockfile beside it.
 * https://github.com/lerna/lerna/blob/main/libs/core/src/lib/write-package.ts
 * @param versionOf the version of a package in this release; null for one that is not released
 */
export function writePackage(
  host: ToolRelease,
  manifest: Manifest,
  settings: LernaSettings,
  versionOf: (name: string) => string | null,
): void {
  const { path, dir } = manifest;
  const text = host.read(path);
  const read = jsonObject(text);
  const version = versionOf(manifest.name);
  if (text === null || read === null || version === null) return;
  let content: JsonObject = { ...read, version };
  for (const requirement of localRequirements(manifest, settings.packages)) {
    const moved = versionOf(requirement.name);
    if (moved !== null) content = moveRequirement(content, requirement, moved, settings.exact ? "" : "^");
  }
  const origin = settings.config.originOf("version");
  host.write(path, packageText(content, text), origin);
  const lock = within(dir, "package-lock.json");
  const locked = jsonObject(host.read(lock));
  if (locked !== null) host.write(lock, JSON.stringify(lockOf(locked, content, version), null, 2), origin);
  if (settings.syncsDistribution) writeDistribution(host, dir, { content, version, settings });
}

/** Requirements are sorted by name, whatever their order was. */
function packageText(content: JsonObject, before: string): string {
  const sorted = requirementFields.flatMap((field) => {
    const held = content[field];
    return isObject(held) ? [[field, Object.fromEntries(Object.entries(held).sort(byName))]] : [];
  });
  const indent = /^[ \t]+/mu.exec(before)?.[0] ?? "  ";
  return `${JSON.stringify({ ...content, ...Object.fromEntries(sorted) }, null, indent)}\n`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** https://github.com/lerna/lerna/blob/main/libs/commands/version/src/lib/update-lockfile-version.ts */
function lockOf(lock: JsonObject, content: JsonObject, version: string): JsonObject {
  const { packages } = lock;
  const own = isObject(packages) ? packages[""] : undefined;
  if (!isObject(packages) || !isObject(own)) return { ...lock, version };
  const fields = ["dependencies", "devDependencies"].flatMap((field) => {
    const held = own[field];
    const wanted = requirementsIn(content, field);
    return isObject(held)
      ? [[field, Object.fromEntries(Object.keys(held).map((name) => [name, wanted.get(name)]))]]
      : [];
  });
  return {
    ...lock,
    version,
    packages: { ...packages, "": { ...own, version, ...Object.fromEntries(fields) } },
  };
}

/** The manifest in the folder that is published, where it is another one. */
function writeDistribution(
  host: ToolRelease,
  dir: string,
  {
    content,
    version,
    settings,
  }: { readonly content: JsonObject; readonly version: string; readonly settings: LernaSettings },
): void {
  const published = content["publishConfig"];
  const folder = isObject(published) ? published["directory"] : undefined;
  if (typeof folder !== "string") return;
  const path = within(dir, `${folder}/package.json`);
  const text = host.read(path);
  const held = jsonObject(text);
  if (text !== null && held !== null)
    host.write(path, packageText({ ...held, version }, text), settings.config.originOf("version"));
}
