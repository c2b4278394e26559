import { readFileSync } from "node:fs";
import * as v from "valibot";

/** Where a version of SQLite is known from and what it is. */
export interface SqliteFact {
  /** For example `3.46.0`. */
  readonly sqlite: string;
  /** The date and hash of SQLite's own repository, see https://sqlite.org/c3ref/c_source_id.html . */
  readonly sourceId: string;
}

const crateFact = v.strictObject({ sqlite: v.string(), sourceId: v.string(), tag: v.string() });
const packageFact = v.strictObject({ sqlite: v.string(), sourceId: v.string(), how: v.string() });
const factsSchema = v.strictObject({
  note: v.string(),
  "libsqlite3-sys": v.record(v.string(), crateFact),
  npm: v.record(v.string(), v.record(v.string(), packageFact)),
});

type Facts = v.InferOutput<typeof factsSchema>;

let facts: Facts | null = null;

/** The facts that ship with this tool, with their provenance in the file itself; read when they are first needed. */
function read(): Facts {
  facts ??= v.parse(
    factsSchema,
    JSON.parse(readFileSync(new URL("./sqlite-versions.json", import.meta.url), "utf8")),
  );
  return facts;
}

/** The SQLite that a release of libsqlite3-sys bundles; null when the facts do not have that release. */
export function crateSqliteFact(version: string): SqliteFact | null {
  return read()["libsqlite3-sys"][version] ?? null;
}

/** The SQLite inside a release of an npm package; null when the facts do not have it. */
export function packageSqliteFact(name: string, version: string): SqliteFact | null {
  return read().npm[name]?.[version] ?? null;
}

/** The npm packages that the facts know to carry a SQLite. */
export function knownSqlitePackages(): string[] {
  return Object.keys(read().npm);
}

/** The version of SQLite that has a source id, so far as the facts have met it. */
export function versionOfSourceId(sourceId: string): string | null {
  const { npm, "libsqlite3-sys": crates } = read();
  const all: SqliteFact[] = [
    ...Object.values(crates),
    ...Object.values(npm).flatMap((one) => Object.values(one)),
  ];
  return all.find((fact) => fact.sourceId === sourceId)?.sqlite ?? null;
}
