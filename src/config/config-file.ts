import { parse } from "@iarna/toml";
import * as v from "valibot";
import { parseToml } from "../parse/toml.ts";
import { type ConfigText, configProblem, schemaProblem, suggestion } from "./config-problem.ts";
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
  const table = parseTable(file);
  const places = tomlPlaces(file.text, parseToml(file.text));
  const result = v.safeParse(configSchema, table);
  if (!result.success) throw schemaProblem(file, places, result.issues);
  for (const rule of Object.keys(result.output.rules ?? {})) {
    if (rules === null || rules.includes(rule)) continue;
    const place = places.key(["rules", rule]);
    throw configProblem(file, place, `unknown rule ${JSON.stringify(rule)} in [rules]`, suggestion(rule, rules));
  }
  return { file, tables: result.output, places };
}

/** The parser's own `line` and `col` are not to be relied on; `pos` is the offset plus one. */
function parseTable(file: ConfigText): unknown {
  const text = file.text.replace(/^\uFEFF/, "");
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Error) || !("pos" in error) || typeof error.pos !== "number") throw error;
    const start = Math.max(0, error.pos - 1) + file.text.length - text.length;
    const message = error.message.replace(/ at row \d+[^]*$/, "");
    const help = "Correct the TOML here; https://toml.io/en/v1.0.0 describes it.";
    throw configProblem(file, { start, end: start }, message, help);
  }
}
