import type { Ecosystem } from "./ecosystem.ts";

/** `v7.bare`, and `name.v7.bare` for the formats that hold nothing but schemas. */
const numbered =
  /^(?:.*\/)?(?:v(\d+)\.(?:json|sql)|(?:([^/]+)[._-])?v(\d+)\.(?:bare|proto|fbs|avsc|capnp|thrift))$/u;

/**
 * The files of a numbered schema folder. The version is that of the file's name, so the span is empty and stands at
 * the start of the file. The subject is the folder, followed by the name before the number where there is one.
 */
export const schemaFolder: Ecosystem = {
  name: "schema-folder",
  matches: (path) => numbered.test(path),
  occurrences(file) {
    const [, document, stem, schema] = numbered.exec(file.path) ?? [];
    const version = document ?? schema;
    if (version === undefined) return [];
    const slash = file.path.lastIndexOf("/");
    const folder = slash === -1 ? "." : file.path.slice(0, slash);
    const name = stem === undefined ? folder : `${folder}/${stem}`;
    return [
      {
        path: file.path,
        span: { start: 0, end: 0 },
        text: file.path.slice(slash + 1),
        version,
        kind: "schema",
        subject: { type: "schema", name },
        keyPath: null,
      },
    ];
  },
};
