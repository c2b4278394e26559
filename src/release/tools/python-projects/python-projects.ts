import { versionProviders } from "../commitizen/version-providers.ts";
import { textOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { versionCommand } from "./version-command.ts";
import { patternPlace, tomlPlace } from "./version-place.ts";

const kinds = "(?:pre)?(?:major|minor|patch)|prerelease|\\d|v\\d|[$<{\"']";

/**
 * `poetry version X`: the version of the project, or that of poetry's own table.
 * https://github.com/python-poetry/poetry/blob/main/src/poetry/console/commands/version.py
 */
export const poetryVersion = versionCommand({
  id: "poetry version",
  line: new RegExp(`\\bpoetry version (?:${kinds})`),
  place: (repository) =>
    tomlPlace(repository, ["project", "version"]) ?? tomlPlace(repository, ["tool", "poetry", "version"]),
});

const hatchPattern = "(?i)^(__version__|VERSION) *= *([\\'\"])v?(?P<version>.+?)\\2";

/**
 * `hatch version X`: the version of the project, or the one in the file of `[tool.hatch.version]`.
 * https://github.com/pypa/hatch/blob/master/src/hatch/cli/version/__init__.py and
 * https://github.com/pypa/hatch/blob/master/backend/src/hatchling/version/core.py
 */
export const hatchVersion = versionCommand({
  id: "hatch version",
  line: new RegExp(`\\bhatch version (?:${kinds}|[a-z])`),
  isConfigured: (project) => hatchTable(project)["path"] !== undefined,
  place: (repository, project) => {
    const own = tomlPlace(repository, ["project", "version"]);
    const { source = "regex", path, pattern } = hatchTable(project);
    // Code that is loaded, the environment and a tag cannot be written.
    if (own !== null || source !== "regex" || typeof path !== "string") return own;
    return patternPlace(repository, path.replace(/^\.\//, ""), textOf(pattern) ?? hatchPattern);
  },
});

function hatchTable(project: Readonly<Record<string, unknown>>) {
  return tableOf(tableOf(tableOf(project["tool"])["hatch"])["version"]);
}

/**
 * `uv version X`: the version of the project, and its row of the lockfile, which is made again.
 * https://github.com/astral-sh/uv/blob/main/crates/uv/src/commands/project/version.rs
 */
export const uvVersion = versionCommand({
  id: "uv version",
  line: new RegExp(`\\buv version (?:--bump|${kinds})`),
  place: (repository) => tomlPlace(repository, ["project", "version"]),
  after: (release, version) => {
    const text = release.read("uv.lock");
    const written =
      text === null ? null : (versionProviders["uv"]?.write("uv.lock", text, version, release) ?? null);
    const origin = { path: "uv.lock", line: 1, column: 1, function: null };
    if (written !== null) release.write("uv.lock", written, origin);
  },
});

const pdmPattern = "^__version__\\s*=\\s*[\\\"'](?P<version>.+?)[\\\"']\\s*(?:#.*)?$";

/**
 * `pdm bump X` of its plugin pdm-bump: the version of the project, or the one in the file of `[tool.pdm.version]`.
 * https://github.com/carstencodes/pdm-bump/blob/main/src/pdm_bump/dynamic.py
 */
export const pdmBump = versionCommand({
  id: "pdm bump",
  line: /\bpdm bump [a-z$<{"'\d]/,
  place: (repository, project) => {
    const { source, path } = tableOf(tableOf(tableOf(project["tool"])["pdm"])["version"]);
    const own = tomlPlace(repository, ["project", "version"]);
    if (own !== null || source !== "file" || typeof path !== "string") return own;
    return patternPlace(repository, path.replace(/^\.\//, ""), pdmPattern);
  },
});
