import type { Repository } from "../../repository/repository.ts";
import type { Origin } from "../rehearsal.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "./release-tool.ts";
import { readConfiguration } from "./shared/configuration/configuration.ts";
import { type ConfigurationTable, tableAt } from "./shared/configuration/configuration-table.ts";
import { listOf, textOf } from "./shared/configuration/plain-values.ts";
import { type Table, tableOf } from "./shared/configuration/table.ts";
import { tbumpFile } from "./shared/covering/python-entries.ts";
import { foreignMatches } from "./shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "./shared/patterns/translated-pattern.ts";
import { formatPython, UnknownField } from "./shared/python/python-format.ts";
import { withTomlStrings } from "./shared/values/toml-strings.ts";
import { ToolRefusal } from "./tool-refusal.ts";

/**
 * tbump, https://github.com/your-tools/tbump: lines that hold the current version, and match what is searched for, get
 * the new one, as `tbump/file_bumper.py` does. Its hooks before the commit are handed to a shell.
 */
export const tbump: ReleaseTool = {
  id: "tbump",
  covering: tbumpFile,
  recognise(repository) {
    const project = readProject(repository);
    if (project === null) return null;
    const { configuration, train, at } = project;
    return {
      config: at("version", "current"),
      why: `${configuration.path} names ${listOf(project.table["file"]).length} files to bump`,
      call: "tbump {version}",
      trains: [train],
      apply: (release) => bump(project, release),
    };
  },
};

interface Project extends ConfigurationTable {
  readonly current: string;
  readonly train: DeclaredTrain;
}

/** `tbump.toml`, else the table of pyproject.toml. */
function readProject(repository: Repository): Project | null {
  const own = readConfiguration(repository, "tbump.toml", "toml");
  const configuration = own ?? readConfiguration(repository, "pyproject.toml", "toml");
  const found = tableAt(configuration, own === null ? ["tool", "tbump"] : []);
  const current = textOf(tableOf(found?.table["version"])["current"]);
  if (found === null || current === null) return null;
  const template = textOf(tableOf(found.table["git"])["tag_template"]);
  const train: DeclaredTrain = {
    ...{ name: "", current, folders: [""], packages: [] },
    tag: template?.replace("{new_version}", "{version}") ?? null,
  };
  return { ...found, current, train };
}

async function bump(project: Project, release: ToolRelease): Promise<void> {
  const { configuration, table, keys, current, train, at } = project;
  const target = release.targetOf(train);
  const groups = (version: string) => groupsOf(version, project);
  const change = { current, target, currentGroups: groups(current), targetGroups: groups(target) };
  const text = release.read(configuration.path) ?? "";
  const path = [...keys, "version", "current"];
  const after = withTomlStrings(text, [{ path, value: target }]);
  if (after !== null) release.write(configuration.path, after, at("version", "current"));
  for (const [index, file] of listOf(table["file"]).entries())
    changeFile(tableOf(file), change, at("file", index), release);
  for (const kind of ["hook", "before_push", "before_commit"]) {
    for (const [index, hook] of listOf(table[kind]).entries()) {
      const origin = at(kind, index);
      const line = filled(
        String(tableOf(hook)["cmd"] ?? ""),
        { current_version: current, new_version: target },
        origin,
      );
      await release.run(line, { origin });
    }
  }
}

/** The parts of a version by the pattern of the configuration; fields have defaults. */
function groupsOf(version: string, { table, at }: Project): Readonly<Record<string, string>> {
  const source = String(tableOf(table["version"])["regex"] ?? "");
  const pattern = translatedPattern(source, { verbose: true });
  if (pattern === null)
    throw new ToolRefusal("the pattern of the version cannot be read", at("version", "regex"));
  const [match] = foreignMatches(pattern, version, at("version", "regex"));
  const defaults = listOf(table["field"]).map((field) => {
    const { name, default: value } = tableOf(field);
    return [String(name), String(value ?? "None")] as const;
  });
  const found = Object.entries(match?.named ?? {}).filter(([, value]) => value !== "");
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(found) };
}

interface Change {
  readonly current: string;
  readonly target: string;
  readonly currentGroups: Readonly<Record<string, string>>;
  readonly targetGroups: Readonly<Record<string, string>>;
}

function changeFile(file: Table, change: Change, origin: Origin, release: ToolRelease): void {
  const src = String(file["src"] ?? "");
  const template = textOf(file["version_template"]);
  const [before, after] =
    template === null
      ? [change.current, change.target]
      : [filled(template, change.currentGroups, origin), filled(template, change.targetGroups, origin)];
  if (before === after) {
    release.inert({ origin, message: `${src} holds a part of the version that does not change` });
    return;
  }
  const search = textOf(file["search"]);
  const pattern = search === null ? null : searchOf(search, before, origin);
  const paths = release.glob([src.replace(/^\.\//, "")]);
  if (paths.length === 0) release.inert({ origin, message: `${src} does not exist, and the bump fails` });
  let isFound = paths.length === 0;
  for (const path of paths) {
    const text = release.read(path);
    if (text === null) continue;
    const lines = text.split("\n");
    const changed = lines.map((line) => {
      if (!line.includes(before)) return line;
      if (pattern !== null && foreignMatches(pattern, line, origin).length === 0) return line;
      return line.replaceAll(before, () => after);
    });
    if (changed.every((line, index) => line === lines[index])) continue;
    isFound = true;
    release.write(path, changed.join("\n"), origin);
  }
  if (!isFound)
    release.inert({
      origin,
      message: `${src} does not hold ${before} where it is searched for, and the bump fails`,
    });
}

function searchOf(search: string, version: string, origin: Origin): RegExp {
  const escaped = version.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&");
  const pattern = translatedPattern(filled(search, { current_version: escaped }, origin));
  if (pattern === null) throw new ToolRefusal(`the pattern ${search} cannot be read`, origin);
  return pattern;
}

function filled(template: string, words: Readonly<Record<string, string>>, origin: Origin): string {
  try {
    return formatPython(template, words);
  } catch (error) {
    if (error instanceof UnknownField) throw new ToolRefusal(error.message, origin);
    throw error;
  }
}
