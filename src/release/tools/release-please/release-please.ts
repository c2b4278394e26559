import type { Repository } from "../../../repository/repository.ts";
import { mainFirst } from "../main-train.ts";
import type { ReleaseTool, ToolPlan, ToolRelease } from "../release-tool.ts";
import { listOf } from "../shared/configuration/plain-values.ts";
import { tableOf } from "../shared/configuration/table.ts";
import { releasePleaseExtraFile } from "../shared/covering/javascript-entries.ts";
import { ToolRefusal } from "../tool-refusal.ts";
import { applyUpdates } from "./apply-updates.ts";
import type { Component } from "./component.ts";
import { extraFileUpdates } from "./extra-files.ts";
import { filesOf } from "./files.ts";
import { parsedJson, writtenJson } from "./json-text.ts";
import { pluginUpdates } from "./plugins.ts";
import { readComponents } from "./read-components.ts";
import { releaseTypes, typeUpdates } from "./release-types.ts";
import { releasePleaseSources, type Source } from "./sources.ts";
import { type DeclaredComponent, declaredTrains } from "./trains.ts";
import { unreadManifests } from "./unread-manifests.ts";
import { releaseVersion } from "./update.ts";

/**
 * release-please, https://github.com/googleapis/release-please: its configuration and manifest are read and applied as
 * version 17 of the tool does, see `src/manifest.ts`, `src/strategies` and `src/updaters` there. Its changelogs, whose
 * words come from commit messages, are not written, and of a Java project the release and not the next snapshot.
 */
export const releasePlease: ReleaseTool = {
  id: "release-please",
  covering: releasePleaseExtraFile,
  recognise(repository) {
    const sources = releasePleaseSources(repository).map((source) => ({
      source,
      components: readComponents(source, filesOf(repository)),
    }));
    const [first] = sources.filter(({ components }) => components.length > 0);
    return first === undefined ? null : planOf(sources, first.source, repository);
  },
};

interface ReadSource {
  readonly source: Source;
  readonly components: readonly Component[];
}

function planOf(sources: readonly ReadSource[], { found }: Source, repository: Repository): ToolPlan {
  const trains = sources.flatMap(({ source, components }) =>
    declaredTrains(components, listOf(source.config.value["plugins"])),
  );
  const distinct = [...new Set(trains.map(({ train }) => train))];
  const main = distinct.find((train) => train.folders.includes(""));
  return {
    config: found,
    why: whyOf(sources),
    call: "release-please release-pr",
    trains:
      main === undefined
        ? mainFirst(distinct, repository)
        : [main, ...distinct.filter((train) => train !== main)],
    async apply(release) {
      for (const each of sources) {
        if (each.source.passesConfigOver) release.inert({ origin: each.source.found, message: passedOver });
        applySource(each, trains, release);
      }
      for (const orphan of unreadManifests(
        sources.map(({ source }) => source),
        repository,
      ))
        release.inert(orphan);
    },
  };
}

const passedOver = "a release type is named beside config-file and manifest-file, so that neither is read";

function whyOf(sources: readonly ReadSource[]): string {
  const count = sources.reduce((sum, { components }) => sum + components.length, 0);
  const files = [...new Set(sources.map(({ source }) => source.config.path))].join(" and ");
  const types = [...new Set(sources.flatMap(({ components }) => components.map(({ type }) => type)))];
  return `${files} declares ${count === 1 ? "one package" : `${count} packages`} of the type ${types.join(", ")}`;
}

function applySource(
  { source, components }: ReadSource,
  trains: readonly DeclaredComponent[],
  release: ToolRelease,
): void {
  const released = new Map(
    components.map((component) => {
      const train = trains.find((each) => each.component === component)?.train;
      if (train === undefined) throw new TypeError(`the component at ${component.path} has no train`);
      return [component, releaseVersion(release.targetOf(train))];
    }),
  );
  for (const [component, version] of released) {
    const type = Object.hasOwn(releaseTypes, component.type) ? releaseTypes[component.type] : undefined;
    if (type === undefined)
      throw new ToolRefusal(`the release type ${component.type} is not known`, component.origin);
    const own = typeUpdates(component, type, release);
    applyUpdates([...own, ...extraFileUpdates(component, release)], version, release);
  }
  const byPlugins = pluginUpdates(listOf(source.config.value["plugins"]), released, release);
  for (const { update, version } of byPlugins) applyUpdates([update], version, release);
  const listed = byPlugins.flatMap(({ listed, version }) =>
    listed === null ? [] : [[listed, version.text] as const],
  );
  applyVersions(
    source,
    new Map([...[...released].map(([{ path }, { text }]) => [path, text] as const), ...listed]),
    release,
  );
}

/** `src/updaters/release-please-manifest.ts`: each component's own line. */
function applyVersions(
  { config, versions }: Source,
  released: ReadonlyMap<string, string>,
  release: ToolRelease,
): void {
  if (versions === null) return;
  for (const [path, version] of released) {
    const before = release.read(versions.path);
    if (before === null) continue;
    const parsed = { ...tableOf(parsedJson(before)), [path]: version };
    release.write(versions.path, writtenJson(parsed, before), versions.originOf(path));
  }
  const packages = tableOf(config.value["packages"]);
  for (const path of Object.keys(versions.value)) {
    if (Object.hasOwn(packages, path) || released.has(path) || path.startsWith("$")) continue;
    const message = `${versions.path} holds a version of ${path}, which ${config.path} does not name`;
    release.inert({ origin: versions.originOf(path), message });
  }
}
