import type * as v from "valibot";
import { AuditError } from "../audit-error.ts";
import type { KeyPath } from "../repository/documents/document.ts";
import { counted } from "../repository/text/counted.ts";
import { LineIndex } from "../repository/text/location.ts";
import type { Span } from "../repository/text/span.ts";
import { nearestName } from "./nearest-name.ts";
import { configSchema } from "./schema.ts";
import type { TomlPlaces } from "./toml-places.ts";

/** The text of a configuration file under the name with which it is shown. */
export interface ConfigText {
  /** Relative to the audited root, or absolute when it lies outside. */
  readonly path: string;
  readonly text: string;
}

/** An AuditError that points at a span of a configuration file. */
export function configProblem(file: ConfigText, span: Span, message: string, help: string): AuditError {
  const { line, column } = new LineIndex(file.text).position(Math.min(span.start, file.text.length));
  return new AuditError(message, { path: file.path, line, column, help });
}

/** The first of the issues that validation found, with the count of the rest. */
export function schemaProblem(
  file: ConfigText,
  places: TomlPlaces,
  issues: readonly v.BaseIssue<unknown>[],
): AuditError {
  const located = issues.map((issue) => locate(issue, places)).sort((a, b) => a.span.start - b.span.start);
  const [first, ...rest] = located;
  if (first === undefined) throw new RangeError("a refusal without an issue");
  const more = rest.length === 0 ? "" : ` (and ${counted(rest.length, "more problem")})`;
  return configProblem(file, first.span, first.message + more, first.help);
}

interface Located {
  readonly span: Span;
  readonly message: string;
  readonly help: string;
}

function locate(issue: v.BaseIssue<unknown>, places: TomlPlaces): Located {
  const path = keyPath(issue);
  const key = String(path.at(-1));
  const table = tableName(path);
  if (issue.type === "strict_object" && issue.expected === "never") {
    const [message, help] = unknownKey(path);
    return { span: places.key(path), message, help };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return {
      span: places.key(path.slice(0, -1)),
      message: `${table} lacks ${JSON.stringify(key)}`,
      help: `Add ${key} = … to this table.`,
    };
  }
  if (issue.kind === "validation") {
    const subject = typeof path.at(-1) === "number" ? table : `${JSON.stringify(key)} in ${table}`;
    return { span: places.value(path), message: `${subject}: ${issue.message}`, help: "Correct this entry." };
  }
  const choices = choicesOf(issue);
  if (choices !== null) {
    const list = choices.map((choice) => JSON.stringify(choice)).join(", ");
    return {
      span: places.value(path),
      message: `${dotted(path)} must be one of ${list}, not ${issue.received}`,
      help: suggestion(String(issue.input), choices),
    };
  }
  return {
    span: places.value(path),
    message: `${dotted(path)} must be ${issue.expected}, not ${issue.received}`,
    help: `Write a value of this form: ${issue.expected}.`,
  };
}

/** What is said of a key that its table does not have, and what to write instead. */
export function unknownKey(path: KeyPath): [message: string, help: string] {
  const key = String(path.at(-1));
  return [`unknown key ${JSON.stringify(key)} in ${tableName(path)}`, suggestion(key, keysOf(path))];
}

/** The texts that a value may be; null for a value of which more is asked than to be one of a few. */
function choicesOf(issue: v.BaseIssue<unknown>): string[] | null {
  if (issue.type !== "picklist" || issue.expected === null) return null;
  return [...issue.expected.matchAll(/"([^"]+)"/g)].flatMap(([, choice]) => choice ?? []);
}

function keyPath(issue: v.BaseIssue<unknown>): KeyPath {
  return (issue.path ?? []).map((item) => (typeof item.key === "number" ? item.key : String(item.key)));
}

/** The table that the last key of the path stands in, as its header is written. */
function tableName(path: KeyPath): string {
  const table = typeof path.at(-1) === "number" ? path : path.slice(0, -1);
  const names = table.filter((key) => typeof key === "string");
  if (names.length === 0) return "the configuration";
  return typeof path[1] === "number" && typeof table.at(-1) === "number"
    ? `[[${names.join(".")}]]`
    : `[${names.join(".")}]`;
}

function dotted(path: KeyPath): string {
  return path
    .map((key, depth) => (typeof key === "number" ? `[${key}]` : depth === 0 ? key : `.${key}`))
    .join("");
}

/** What to write instead of an unknown name: the nearest known one, or the choice of all. */
export function suggestion(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  if (nearest !== null) return `Did you mean ${JSON.stringify(nearest)}?`;
  return known.length === 0 ? "Remove it." : `Remove it, or use one of ${known.join(", ")}.`;
}

/** The keys that the schema allows next to the last key of the path. */
function keysOf(path: KeyPath): string[] {
  let schema: unknown = configSchema;
  for (const key of path.slice(0, -1)) {
    schema = unwrap(schema);
    schema = typeof key === "number" ? property(schema, "item") : property(property(schema, "entries"), key);
  }
  return Object.keys(property(unwrap(schema), "entries") ?? {});
}

function unwrap(schema: unknown): unknown {
  const wrapped = property(schema, "wrapped");
  return wrapped === undefined ? schema : unwrap(wrapped);
}

function property(value: unknown, key: string): object | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "object" && found !== null ? found : undefined;
}
