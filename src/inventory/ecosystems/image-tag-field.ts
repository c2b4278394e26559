import type { KeyPath, Scalar } from "../../repository/documents/document.ts";
import type { SourceText } from "../ecosystem.ts";
import type { Occurrence } from "../occurrence.ts";
import { findTagVersion } from "../versions/docker-tag.ts";
import { scalarOccurrences, written } from "./scalar-occurrence.ts";

/** Only YAML with such a field is worth parsing. */
const field = /^[ \t]*(?:-[ \t]+)*["']?(?:tag|newTag)["']?:[ \t]+\S/mu;

/**
 * Tags that stand apart from the name of their image: `repository` and `tag` as Helm's values have them, `name` and
 * `newTag` of Kustomize.
 */
export function tagFieldOccurrences(file: SourceText): Occurrence[] {
  if (!field.test(file.text)) return [];
  const { scalars } = file.document();
  const tables = tablesOf(scalars);
  return scalars.flatMap((scalar) => {
    const key = scalar.path.at(-1);
    const table = key === "tag" || key === "newTag" ? tables.get(tableKey(scalar.path)) : undefined;
    const name = table === undefined ? undefined : key === "tag" ? helmName(table) : kustomizeName(table);
    const found = name === undefined ? null : findTagVersion(written(file, scalar));
    if (name === undefined || found === null) return [];
    const { version, start: at } = found;
    return scalarOccurrences(file, scalar, [{ version, at }], {
      kind: "image",
      subject: { type: "image", name },
    });
  });
}

/** The values of every mapping that holds any, by the key of the mapping. */
function tablesOf(scalars: readonly Scalar[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const tables = new Map<string, Map<string, string>>();
  for (const { path, value } of scalars) {
    const key = tableKey(path);
    const table = tables.get(key) ?? new Map<string, string>();
    tables.set(key, table.set(String(path.at(-1)), String(value)));
  }
  return tables;
}

function tableKey(path: KeyPath): string {
  return JSON.stringify(path.slice(0, -1));
}

/** Helm splits an image into `registry`, `repository` and `tag`. */
function helmName(table: ReadonlyMap<string, string>): string | undefined {
  const repository = table.get("repository");
  const registry = table.get("registry") ?? "";
  return repository === undefined || registry === "" ? repository : `${registry}/${repository}`;
}

/** Kustomize replaces the image `name` by `newName` and `newTag`. */
function kustomizeName(table: ReadonlyMap<string, string>): string | undefined {
  return table.get("newName") ?? table.get("name");
}
