import { plainYaml } from "../../../repository/documents/plain-yaml.ts";
import { boundedGlob } from "../../../repository/files/bounded-glob.ts";
import type { Repository } from "../../../repository/repository.ts";
import { textsOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { Computed } from "../shared/javascript/config-script.ts";
import { jsonObject } from "../shared/javascript/manifest.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import type { BumppSettings } from "./settings.ts";

const byDefault = [
  ...["package.json", "package-lock.json", "jsr.json", "jsr.jsonc", "deno.json", "deno.jsonc"],
];
const passedOver = /(?:^|\/)(?:\.git|node_modules|bower_components|__tests__|fixtures?)\//u;

/** One entry of `files`, with the files that it names. */
interface BumpedFiles {
  readonly glob: string;
  readonly isDeclared: boolean;
  /** Its place in the list of the configuration. */
  readonly index: number;
  readonly paths: readonly string[];
}

/**
 * The files that get the version, in order: those that are named, or package.json and its like, and with `recursive` those
 * of the workspace. Throws a ToolRefusal for a list that a script computes.
 * https://github.com/antfu-collective/bumpp/blob/main/src/normalize-options.ts
 */
export function bumpedFiles(repository: Repository, settings: BumppSettings): readonly BumpedFiles[] {
  const { options, config, origin } = settings;
  const given = options["files"];
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  if (given instanceof Computed || list.some((item) => item instanceof Computed))
    throw new ToolRefusal("the files are computed by the configuration", config?.originOf("files") ?? origin);
  const named = textsOf(given);
  const globs = named.length > 0 ? named : options["recursive"] === true ? recursive(repository) : byDefault;
  return globs.map((glob, index) => {
    const isMeant = boundedGlob(glob.replace(/^\.\//u, ""));
    const paths = repository.paths.filter((path) => isMeant(path) && !passedOver.test(path));
    return { glob, isDeclared: named.length > 0, index, paths };
  });
}

function recursive(repository: Repository): readonly string[] {
  const text = (path: string) => (repository.has(path) ? repository.read(path) : null);
  const workspaces = jsonObject(text("package.json"))?.["workspaces"];
  const folders = [
    ...textsOf(tableOf(plainYaml(text("pnpm-workspace.yaml") ?? ""))["packages"]),
    ...(Array.isArray(workspaces) ? textsOf(workspaces) : textsOf(tableOf(workspaces)["packages"])),
  ].filter((folder) => !folder.startsWith("!"));
  const own = ["package.json", "package-lock.json", "packages/**/package.json"];
  return [...own, ...byDefault.slice(2), ...folders.map((folder) => `${folder}/package.json`)];
}
