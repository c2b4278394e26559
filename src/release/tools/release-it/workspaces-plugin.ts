import { isObject, type JsonObject } from "../../../sandbox/programs/json-file.ts";
import type { Origin } from "../../rehearsal.ts";
import type { ToolRelease } from "../release-tool.ts";
import { indentationOf } from "../shared/javascript/indentation.ts";
import {
  jsonObject,
  type Manifest,
  requirementFields,
  requirementsIn,
} from "../shared/javascript/manifest.ts";

/**
 * What @release-it-plugins/workspaces writes: the version of every workspace and of the root, and the requirements on
 * workspaces, whose operator is kept. A tab becomes one blank. https://github.com/release-it-plugins/workspaces/blob/main/index.js
 */
export async function writeWorkspaces(
  host: ToolRelease,
  workspaces: readonly Manifest[],
  {
    options,
    version,
    origin,
  }: { readonly options: JsonObject; readonly version: string; readonly origin: Origin },
): Promise<void> {
  const names = new Set(workspaces.map(({ name }) => name));
  const additional = options["additionalManifests"];
  const more = isObject(additional) ? additional : {};
  for (const { path } of workspaces)
    edit(host, path, origin, (content) => withRequirements({ ...content, version }, names, version));
  for (const path of pathsOf(host, more["dependencyUpdates"], []))
    edit(host, path, origin, (content) => withRequirements(content, names, version));
  for (const path of pathsOf(host, more["versionUpdates"], ["package.json"]))
    edit(host, path, origin, (content) => ({ ...content, version }));
  if (host.read("pnpm-lock.yaml") !== null || host.read("pnpm-workspace.yaml") !== null)
    await host.run("pnpm install", { origin });
  else if (host.read("package-lock.json") !== null)
    await host.run("npm install --package-lock-only", { origin });
}

function pathsOf(host: ToolRelease, given: unknown, standard: readonly string[]): readonly string[] {
  if (given === null || given === false) return [];
  const globs = Array.isArray(given) ? given.filter((one) => typeof one === "string") : standard;
  return host.glob(globs, { ignore: ["**/node_modules/**"] });
}

function edit(
  host: ToolRelease,
  path: string,
  origin: Origin,
  change: (content: JsonObject) => JsonObject,
): void {
  const text = host.read(path);
  const content = jsonObject(text);
  if (text === null || content === null) return;
  const written = JSON.stringify(change(content), null, indentationOf(text).length);
  const end = text.slice(text.trimEnd().length);
  host.write(path, `${text.includes("\r\n") ? written.replaceAll("\n", "\r\n") : written}${end}`, origin);
}

function withRequirements(content: JsonObject, names: ReadonlySet<string>, version: string): JsonObject {
  let changed = content;
  for (const field of requirementFields)
    for (const [name, range] of requirementsIn(content, field))
      if (names.has(name))
        changed = { ...changed, [field]: { ...Object(changed[field]), [name]: moved(range, version) } };
  return changed;
}

function moved(written: string, version: string): string {
  const protocol = written.startsWith("workspace:") ? "workspace:" : "";
  const range = written.slice(protocol.length);
  if (range === "*") return `${protocol}*`;
  const operator = /^[^0-9]*/u.exec(range)?.[0] ?? "";
  return `${protocol}${operator}${protocol !== "" && range.length <= 1 ? "" : version}`;
}
