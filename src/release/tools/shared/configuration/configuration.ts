import { findNodeAtLocation, type Node, type ParseError, parse, parseTree } from "jsonc-parser";
import type { KeyPath, Scalar } from "../../../../repository/documents/document.ts";
import { parseToml } from "../../../../repository/documents/parse-toml.ts";
import { parseYaml } from "../../../../repository/documents/parse-yaml.ts";
import { plainToml } from "../../../../repository/documents/plain-toml.ts";
import { plainYaml } from "../../../../repository/documents/plain-yaml.ts";
import type { Repository } from "../../../../repository/repository.ts";
import { LineIndex } from "../../../../repository/text/location.ts";
import type { Origin } from "../../../rehearsal.ts";
import { isTable, type Table } from "./table.ts";

/** A configuration file as plain values, and the line on which each of them stands. */
export interface Configuration {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly value: Table;
  /** Where a value or the first value of a table is written; the nearest one around it where it is not there. */
  originOf(...key: KeyPath): Origin;
}

export type ConfigurationFormat = "json" | "toml" | "yaml";

/** Null where there is no such file, or where it does not parse or is no table. */
export function readConfiguration(
  repository: Pick<Repository, "has" | "read">,
  path: string,
  format: ConfigurationFormat = formatOf(path),
): Configuration | null {
  const text = repository.has(path) ? repository.read(path) : null;
  return text === null ? null : configurationOf(path, text.replace(/^\uFEFF/, ""), format);
}

/** A name without an extension means YAML, which JSON is a part of. */
function formatOf(path: string): ConfigurationFormat {
  if (path.endsWith(".toml")) return "toml";
  return /\.json[c5]?$/.test(path) ? "json" : "yaml";
}

/** @returns null where the text does not parse or is no table */
export function configurationOf(
  path: string,
  text: string,
  format: ConfigurationFormat,
): Configuration | null {
  const value = readers[format](text);
  if (!isTable(value)) return null;
  const place = once(() => (format === "json" ? placesOfJson(text) : placesOfScalars(text, format)));
  const lines = once(() => new LineIndex(text));
  return { path, text, value, originOf: (...key) => originAt(path, lines(), offsetOf(key, place())) };
}

const readers: Readonly<Record<ConfigurationFormat, (text: string) => unknown>> = {
  json: plainJson,
  toml: plainToml,
  yaml: plainYaml,
};

/** Comments and trailing commas are taken, since several tools take them. */
function plainJson(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? value : null;
}

type Places = (key: KeyPath) => number | null;

function placesOfJson(text: string): Places {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return (key) => {
    const node = root === undefined ? undefined : findNodeAtLocation(root, [...key]);
    return node === undefined ? null : startOf(node);
  };
}

/** The key is where people look for a value. */
function startOf(node: Node): number {
  return node.parent?.type === "property" ? node.parent.offset : node.offset;
}

function placesOfScalars(text: string, format: "toml" | "yaml"): Places {
  const { scalars } = format === "toml" ? parseToml(text) : parseYaml(text);
  return (key) => scalars.find((scalar) => isBelow(scalar, key))?.span.start ?? null;
}

function isBelow({ path }: Scalar, key: KeyPath): boolean {
  return key.every((part, index) => path[index] === part);
}

function offsetOf(key: KeyPath, places: Places): number {
  for (let length = key.length; length > 0; length--) {
    const offset = places(key.slice(0, length));
    if (offset !== null) return offset;
  }
  return 0;
}

/** The place of an offset, as the line of a configuration that declares something. */
function originAt(path: string, lines: LineIndex, offset: number): Origin {
  return { path, ...lines.position(offset), function: null };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
