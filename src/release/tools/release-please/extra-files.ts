import type { InertEntry, ToolRelease } from "../release-tool.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { isTable } from "../shared/configuration/table.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { type Component, type ExtraFile, pathIn } from "./component.ts";
import { annotatedLines } from "./generic-updater.ts";
import { jsonPathUpdater, tomlPathUpdater, yamlPathUpdater } from "./path-updaters.ts";
import { pomXml } from "./pom-updater.ts";
import type { Update, Updater } from "./update.ts";
import { xmlPathUpdater } from "./xml-updaters.ts";

/** What the entries of `extra-files` rewrite, by `extraFileUpdates` of `src/strategies/base.ts`. */
export function extraFileUpdates(
  component: Component,
  release: Pick<ToolRelease, "glob" | "inert">,
): readonly Update[] {
  return component.extraFiles.flatMap((entry) => {
    const { updater, isAnnotated } = updaterOf(entry);
    return pathsOf(component, entry, release).map((path) => ({
      path,
      updater,
      origin: entry.origin,
      isDeclared: true,
      isAnnotated,
    }));
  });
}

const generic: Updater = (text, version) => annotatedLines(text, version, "x-release-please-").text;

function updaterOf({ value, readsEnding, origin }: ExtraFile): { updater: Updater; isAnnotated: boolean } {
  if (typeof value === "string") {
    const own = readsEnding ? byEnding(value) : null;
    const both: Updater = (text, version) => generic(own === null ? text : own(text, version), version);
    return { updater: both, isAnnotated: true };
  }
  const entry = isTable(value) ? value : {};
  const type = textOf(entry["type"]);
  if (type === "generic") return { updater: generic, isAnnotated: true };
  const path = textOf(entry[type === "xml" ? "xpath" : "jsonpath"]);
  if (type === "pom") return { updater: pomXml(new Map()), isAnnotated: false };
  const make = type !== null && Object.hasOwn(byType, type) ? byType[type] : undefined;
  if (make === undefined || path === null)
    throw new ToolRefusal(
      `release-please knows no extra file of the type ${type ?? "without a name"}`,
      origin,
    );
  return { updater: make(path), isAnnotated: false };
}

const byType: Readonly<Record<string, (path: string) => Updater>> = {
  json: jsonPathUpdater,
  yaml: yamlPathUpdater,
  toml: tomlPathUpdater,
  xml: xmlPathUpdater,
};

/** Besides the annotations, the version at the top of a document is rewritten. */
function byEnding(path: string): Updater | null {
  if (path.endsWith(".json")) return jsonPathUpdater("$.version");
  if (/\.ya?ml$/.test(path)) return yamlPathUpdater("$.version");
  if (path.endsWith(".toml")) return tomlPathUpdater("$.version");
  return path.endsWith(".xml") ? xmlPathUpdater("/*/version") : null;
}

function pathsOf(
  component: Component,
  { value, origin }: ExtraFile,
  release: Pick<ToolRelease, "glob" | "inert">,
): readonly string[] {
  const entry = isTable(value) ? value : {};
  const file = typeof value === "string" ? value : (textOf(entry["path"]) ?? "");
  const note = (why: string): readonly string[] => {
    const noted: InertEntry = { origin, message: `extra-files names ${file}, ${why}` };
    release.inert(noted);
    return [];
  };
  if (entry["glob"] === true) {
    const pattern = file.startsWith("/") ? file.slice(1) : file;
    const cwd = file.startsWith("/") || component.path === "." ? "" : component.path;
    const found = release.glob([pattern], { cwd });
    return found.length === 0 ? note("which matches no file") : found;
  }
  const path = pathIn(component, file);
  return path === null ? note("which leaves its folder and is refused") : [path];
}
