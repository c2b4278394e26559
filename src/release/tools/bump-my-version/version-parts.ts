import type { Origin } from "../../rehearsal.ts";
import { textOf, textsOf } from "../shared/configuration/plain-values.ts";
import type { Table } from "../shared/configuration/table.ts";
import { foreignMatches } from "../shared/patterns/foreign-pattern.ts";
import { translatedPattern } from "../shared/patterns/translated-pattern.ts";
import { type FormatContext, fieldsOf, formatPython } from "../shared/python/python-format.ts";
import { ToolRefusal } from "../tool-refusal.ts";

/** A version taken apart, by the names of its parts. */
export type VersionParts = Readonly<Record<string, string>>;

/**
 * Takes a version apart with the pattern of the configuration; null where it does not match.
 * @throws ToolRefusal for a pattern that cannot be read
 */
export function parseParts(version: string, pattern: string, origin: Origin): VersionParts | null {
  const regexp = translatedPattern(pattern, { verbose: true });
  if (regexp === null) throw new ToolRefusal(`the pattern ${pattern.slice(0, 80)} cannot be read`, origin);
  const [match] = foreignMatches(regexp, version, origin);
  return match === undefined ? null : match.named;
}

/**
 * Puts a version together, `bumpversion/versioning/serialization.py`: of the formats that name all parts which are not
 * optional the one with the fewest, else the one with the fewest of all. Null where no format can be filled.
 */
export function serializeParts(
  version: VersionParts,
  formats: readonly string[],
  parts: Readonly<Record<string, Table>>,
  context: FormatContext,
): string | null {
  const values = withOptional(version, parts);
  const required = Object.keys(values).filter((name) => values[name] !== optionalValue(parts[name]));
  const known: FormatContext = { ...context, ...values };
  const [best] = formats
    .map((format, order) => {
      const fields = new Set(fieldsOf(format));
      return {
        format,
        order,
        count: fields.size,
        isFilled: [...fields].every((name) => Object.hasOwn(known, name)),
        isWhole: required.every((name) => fields.has(name)),
      };
    })
    .filter(({ isFilled }) => isFilled)
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || a.count - b.count || a.order - b.order);
  return best === undefined ? null : formatPython(best.format, known);
}

/** A part that the version does not show has the value at which it may be left out. */
function withOptional(version: VersionParts, parts: Readonly<Record<string, Table>>): VersionParts {
  return Object.fromEntries(
    Object.entries(version).map(([name, value]) => [name, value === "" ? optionalValue(parts[name]) : value]),
  );
}

/** `bumpversion/versioning/functions.py`: named, else the first of the values, else the first number. */
function optionalValue(part: Table | undefined): string {
  const named = part?.["optional_value"];
  const [first] = [...textsOf(part?.["values"])];
  if (named !== undefined) return String(named);
  return first ?? textOf(part?.["first_value"]) ?? "0";
}
