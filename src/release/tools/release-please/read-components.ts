import { flagOf, listOf, textOf } from "../shared/configuration/plain-values.ts";
import { type Table, tableOf } from "../shared/configuration/table.ts";
import type { Component } from "./component.ts";
import type { Files } from "./files.ts";
import { componentName, defaultPackageName } from "./package-names.ts";
import type { Source } from "./sources.ts";

/** The components of a configuration in its own order, see `src/manifest.ts`. */
export function readComponents(source: Source, files: Files): readonly Component[] {
  return Object.entries(tableOf(source.config.value["packages"])).map(([path, own]) =>
    readComponent(path, tableOf(own), source, files),
  );
}

function readComponent(
  path: string,
  own: Table,
  { config, versions, readsEndings }: Source,
  files: Files,
): Component {
  const options = { ...config.value, ...own };
  const listKey = own["extra-files"] === undefined ? ["extra-files"] : ["packages", path, "extra-files"];
  return {
    ...named(path, options, files),
    path,
    options,
    current: textOf(versions?.value[path]),
    origin: config.originOf("packages", path),
    extraFiles: listOf(options["extra-files"]).map((value, index) => ({
      value,
      readsEnding: readsEndings,
      origin: config.originOf(...listKey, index),
    })),
  };
}

/** The names that the options give a component, or its manifest. */
function named(
  path: string,
  options: Table,
  files: Files,
): Pick<Component, "type" | "name" | "packageName" | "ownName" | "tag"> {
  const type = textOf(options["release-type"]) ?? "node";
  const given = textOf(options["package-name"]);
  const packageName = given ?? defaultPackageName(type, path, files);
  const ownName = textOf(options["component"]) ?? componentName(type, given ?? "");
  const isInTag = flagOf(options["include-component-in-tag"]) ?? true;
  const name = isInTag ? ownName || componentName(type, packageName) : "";
  const isRuby = type === "ruby" || type === "ruby-yoshi";
  const separator = isRuby ? "/" : (textOf(options["tag-separator"]) ?? "-");
  const v = (flagOf(options["include-v-in-tag"]) ?? type !== "dotnet-yoshi") ? "v" : "";
  return { type, name, packageName, ownName, tag: `${name === "" ? "" : name + separator}${v}{version}` };
}
