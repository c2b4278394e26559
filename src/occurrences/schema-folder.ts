import type { Ecosystem } from "./ecosystem.ts";

/** The languages whose files hold nothing but schemas of a wire or storage format. */
export const schemaExtensions: ReadonlySet<string> = new Set([
  "avdl",
  "avsc",
  "bare",
  "capnp",
  "fbs",
  "proto",
  "thrift",
]);

/** `v7.json`, `v7.bare`, and for the languages of schemas `name.v7.bare`. */
const numbered = new RegExp(
  `^(?:.*/)?(?:v(\\d+)\\.(?:json|sql)|(?:([^/]+)[._-])?v(\\d+)\\.(?:${[...schemaExtensions].join("|")}))$`,
  "u",
);

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
