import type { Ecosystem } from "../ecosystem.ts";

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

/** `v7.json` and `v7.sql`, and `name.v7.bare` for the languages of schemas, which its last group names. */
const numbered = /^(?:.*\/)?(?:v(\d+)\.(?:json|sql)|(?:([^/]+)[._-])?v(\d+)\.([a-z]+))$/u;

/**
 * The files of a numbered schema folder. The version is that of the file's name, so the span is empty and stands at
 * the start of the file. The subject is the folder, followed by the name before the number where there is one.
 */
export const schemaFolder: Ecosystem = {
  name: "schema-folder",
  matches: (path) => numberOf(path) !== null,
  occurrences(file) {
    const number = numberOf(file.path);
    if (number === null) return [];
    const { version, stem } = number;
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

/** The version in the name of a numbered file, and the name in front of it; null for any other file. */
function numberOf(path: string): { version: string; stem: string | undefined } | null {
  const [, document, stem, schema, extension = ""] = numbered.exec(path) ?? [];
  if (document !== undefined) return { version: document, stem };
  return schema !== undefined && schemaExtensions.has(extension) ? { version: schema, stem } : null;
}
