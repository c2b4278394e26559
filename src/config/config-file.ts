import { parse } from "@iarna/toml";
import * as v from "valibot";
import { AuditError } from "../audit-error.ts";
import type { Document } from "../repository/documents/document.ts";
import { parseToml } from "../repository/documents/parse-toml.ts";
import { type ConfigText, configProblem, schemaProblem, suggestion, unknownKey } from "./config-problem.ts";
import { type ConfigFile, configSchema } from "./schema.ts";
import { type TomlPlaces, tomlPlaces } from "./toml-places.ts";

/** A validated configuration file that still knows where its tables are written. */
export interface ParsedConfig {
  readonly file: ConfigText;
  readonly tables: ConfigFile;
  readonly places: TomlPlaces;
}

/**
 * Parses and validates `version-audit.toml`.
 *
 * @param rules The ids of the rules that exist, so that a severity for another one is refused.
 * @throws AuditError for TOML that does not parse and for everything that the schema does not allow, with the place.
 */
export function parseConfigFile(file: ConfigText, rules: readonly string[] | null): ParsedConfig {
  const document = parseToml(file.text);
  if (document.note !== null) throw unparsable(file, document.note);
  const places = tomlPlaces(file.text, document);
  refuseInheritedKeys(file, document, places);
  const result = v.safeParse(configSchema, parse(file.text.replace(/^\uFEFF/, "")));
  if (!result.success) throw schemaProblem(file, places, result.issues);
  if (rules !== null) refuseUnknownRules(file, result.output, places, rules);
  refuseRepeatedReleases(file, result.output, places);
  return { file, tables: result.output, places };
}

/** The tables whose keys anybody may choose, as far as an object can have them. */
const openTables = /^(?:rules|release\.\d+\.(?:env|answers))$/;
/** What validation leaves out of every object. */
const neverKept = new Set(["__proto__", "constructor", "prototype"]);

/** The arguments of a call are JSON, which is passed on as it is. */
const json = /^release\.\d+\.calls\.\d+\.args$/;

/**
 * What every object has by birth passes for a known key, or is left out without a word, when an object is validated, and
 * the parser of TOML takes it for a key that is there already. https://valibot.dev/api/record/
 */
function refuseInheritedKeys(file: ConfigText, { scalars }: Document, places: TomlPlaces): void {
  for (const { path } of scalars) {
    for (const [depth, key] of path.entries()) {
      const table = path.slice(0, depth).join(".");
      if (json.test(table)) break;
      if (neverKept.has(String(key)) || (String(key) in Object.prototype && !openTables.test(table))) {
        const at = path.slice(0, depth + 1);
        throw configProblem(file, places.key(at), ...unknownKey(at));
      }
    }
  }
}

function refuseUnknownRules(
  file: ConfigText,
  tables: ConfigFile,
  places: TomlPlaces,
  known: readonly string[],
): void {
  const named = [
    ...Object.keys(tables.rules ?? {}).map((rule) => ({
      rule,
      table: "[rules]",
      at: places.key(["rules", rule]),
    })),
    ...(tables.ignore ?? []).flatMap(({ rule }, index) =>
      rule === undefined ? [] : [{ rule, table: "[[ignore]]", at: places.value(["ignore", index, "rule"]) }],
    ),
  ];
  for (const { rule, table, at } of named) {
    if (known.includes(rule)) continue;
    throw configProblem(
      file,
      at,
      `unknown rule ${JSON.stringify(rule)} in ${table}`,
      suggestion(rule, known),
    );
  }
}

/** What a release writes is told apart by its name. */
function refuseRepeatedReleases(file: ConfigText, { release = [] }: ConfigFile, places: TomlPlaces): void {
  const names = new Set<string>();
  for (const [index, { name }] of release.entries()) {
    if (names.has(name)) {
      throw configProblem(
        file,
        places.value(["release", index, "name"]),
        `the name ${JSON.stringify(name)} is that of another [[release]]`,
        "Give each release a name of its own.",
      );
    }
    names.add(name);
  }
}

/** The note of a document that does not parse is one sentence that names line and column. */
function unparsable({ path }: ConfigText, note: string): AuditError {
  const [, line, column] = /at line (\d+), column (\d+)/.exec(note) ?? [];
  return new AuditError(note.replace(/\.$/, ""), {
    path,
    line: line === undefined ? null : Number(line),
    column: column === undefined ? null : Number(column),
    help: "Correct the TOML here; https://toml.io/en/v1.0.0 describes it.",
  });
}
