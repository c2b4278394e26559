import { plainToml } from "../../repository/documents/plain-toml.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Origin } from "../rehearsal.ts";
import { latestTagged } from "./latest-tag.ts";
import type { DeclaredTrain, ReleaseTool, ToolRelease } from "./release-tool.ts";
import { readConfiguration } from "./shared/configuration/configuration.ts";
import { tableAt } from "./shared/configuration/configuration-table.ts";
import { parseIni } from "./shared/configuration/ini.ts";
import { textOf, textsOf } from "./shared/configuration/plain-values.ts";
import { type Table, tableOf } from "./shared/configuration/table.ts";
import { pythonSemanticReleasePlace } from "./shared/covering/python-entries.ts";
import { foreignMatches, withMatchesReplaced } from "./shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "./shared/patterns/translated-pattern.ts";
import { withTomlStrings } from "./shared/values/toml-strings.ts";
import { ToolRefusal } from "./tool-refusal.ts";

/**
 * python-semantic-release, https://github.com/python-semantic-release/python-semantic-release: the places of
 * `version_variables`, `version_toml` and, in its older versions, `version_pattern` are stamped, as
 * `src/semantic_release/version/declarations` does. The build command is handed to a shell.
 */
export const pythonSemanticRelease: ReleaseTool = {
  id: "python-semantic-release",
  covering: pythonSemanticReleasePlace,
  recognise(repository) {
    const project = readProject(repository);
    if (project === null) return null;
    const places = project.places.length;
    return {
      config: project.at(project.places[0]?.key ?? "build_command"),
      why: `${project.path} names ${places === 1 ? "one place" : `${places} places`} of the version`,
      call: "semantic-release version",
      trains: [project.train],
      apply: (release) => stamp(project, release),
    };
  },
};

interface Place {
  readonly key: string;
  /** `path:variable`, with the kind of stamp behind a further colon. */
  readonly text: string;
}

interface Project {
  readonly path: string;
  readonly table: Table;
  readonly places: readonly Place[];
  readonly train: DeclaredTrain;
  readonly at: (key: string) => Origin;
}

const sources: readonly (readonly [path: string, keys: readonly string[]])[] = [
  ["pyproject.toml", ["tool", "semantic_release"]],
  ["releaserc.toml", ["semantic_release"]],
  ["releaserc.json", ["semantic_release"]],
];
const placeKeys = ["version_variables", "version_variable", "version_toml", "version_pattern"];

function readProject(repository: Repository): Project | null {
  for (const [path, keys] of sources) {
    const found = tableAt(readConfiguration(repository, path), keys);
    if (found === null) continue;
    const project = projectOf(path, found.table, found.at, repository);
    if (project !== null) return project;
  }
  return fromSetupCfg(repository);
}

function fromSetupCfg(repository: Repository): Project | null {
  const text = repository.has("setup.cfg") ? repository.read("setup.cfg") : null;
  const section = parseIni(text ?? "").find(({ name }) => name === "semantic_release");
  if (text === null || section === undefined) return null;
  const table = Object.fromEntries(section.options.map(({ name, value }) => [name, value]));
  const lineOf = (key: string) => {
    const offset = section.options.find(({ name }) => name === key)?.offset ?? section.offset;
    return text.slice(0, offset).split("\n").length;
  };
  return projectOf(
    "setup.cfg",
    table,
    (key) => ({ path: "setup.cfg", line: lineOf(key), column: 1, function: null }),
    repository,
  );
}

function projectOf(
  path: string,
  table: Table,
  at: (key: string) => Origin,
  repository: Repository,
): Project | null {
  const places = placeKeys.flatMap((key) => {
    const value = table[key];
    const texts = typeof value === "string" ? value.split(/[,\n]/) : textsOf(value);
    return texts.map((text) => ({ key, text: text.trim() })).filter(({ text }) => text !== "");
  });
  if (places.length === 0 && textOf(table["build_command"]) === null) return null;
  const tag = textOf(table["tag_format"]) ?? "v{version}";
  const current = latestTagged(repository, tag) ?? writtenVersion(places, repository);
  return { path, table, places, at, train: { name: "", current, folders: [""], packages: [], tag } };
}

const semver =
  "(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)\\.(?:0|[1-9]\\d*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?";

/** Without a tag, the version is what the first of the places holds. */
function writtenVersion(places: readonly Place[], repository: Repository): string | null {
  for (const { key, text } of places) {
    const [path = "", name = ""] = text.split(":");
    const content = repository.has(path) ? repository.read(path) : null;
    if (content === null) continue;
    const value =
      key === "version_toml"
        ? name.split(".").reduce<unknown>((table, part) => tableOf(table)[part], plainToml(content))
        : content.split(name)[1]?.match(/(?<!\d)\d+\.\d+\.\d+[\w.+-]*/)?.[0];
    if (typeof value === "string") return value;
  }
  return null;
}

async function stamp({ table, places, train, at }: Project, release: ToolRelease): Promise<void> {
  const target = release.targetOf(train);
  for (const { key, text } of places) {
    const origin = at(key);
    const [path = "", ...rest] = text.split(":");
    const before = release.read(path.replace(/^\.\//, ""));
    if (before === null) {
      release.inert({ origin, message: `${path} is named in ${key} and does not exist` });
      continue;
    }
    const isTag = key !== "version_pattern" && rest.at(-1) === "tf";
    const version = isTag ? (train.tag ?? "{version}").replace("{version}", target) : target;
    const name = rest.filter((_, index) => key === "version_pattern" || index === 0).join(":");
    const after = stamped(before, key, {
      name,
      version,
      form: isTag ? (train.tag ?? "{version}") : "{version}",
      origin,
    });
    if (after === before) release.inert({ origin, message: `${path} holds no version at ${name}` });
    else release.write(path.replace(/^\.\//, ""), after, origin);
  }
  const build = textOf(table["build_command"]);
  if (build !== null) await release.run(build, { env: { NEW_VERSION: target }, origin: at("build_command") });
}

function stamped(
  text: string,
  key: string,
  {
    name,
    version,
    form,
    origin,
  }: { readonly name: string; readonly version: string; readonly form: string; readonly origin: Origin },
): string {
  if (key === "version_toml")
    return withTomlStrings(text, [{ path: name.split("."), value: version }]) ?? text;
  if (name === "*") return text.endsWith("\n") ? `${version}\n` : version;
  const [start = "", end = ""] = form.split("{version}").map(escaped);
  const found = `${start}${semver}${end}`;
  const source =
    key === "version_pattern"
      ? name.replace("{version}", `(?P<version>${semver})`)
      : `(?<before>(?<quote1>['"])?(?<![\\w.-])${escaped(name)}(?:\\k<quote1>)?\\s*(?::=|==|[:=@ ])\\s*['"]?)(?<version>${found})`;
  const pattern = translatedPattern(source, { multiline: true });
  if (pattern === null) throw new ToolRefusal(`the pattern ${name} cannot be read`, origin);
  const matches = foreignMatches(pattern, text, origin);
  return withMatchesReplaced(text, matches, ({ groups, named }) => {
    const [whole = ""] = groups;
    const at = named["before"] === undefined ? whole.indexOf(named["version"] ?? "") : named["before"].length;
    return whole.slice(0, at) + version + whole.slice(at + (named["version"] ?? "").length);
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
