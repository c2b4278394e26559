import { expect } from "vitest";
import type { Ecosystem } from "../../src/inventory/ecosystem.ts";
import { type Occurrence, subjectName } from "../../src/inventory/occurrence.ts";
import { parseDocument } from "../../src/repository/documents/parse-document.ts";
import { LineIndex } from "../../src/repository/text/location.ts";
import { nothingKnown } from "./nothing-known.ts";

/** Shows a file to an ecosystem, as the inventory does, and holds the result to what every occurrence promises. */
export function occurrencesOf(
  ecosystem: Ecosystem,
  path: string,
  text: string,
  workspace = nothingKnown,
): readonly Occurrence[] {
  expect(ecosystem.matches(path)).toBe(true);
  const file = { path, text, document: () => parseDocument(path, text) };
  const occurrences = ecosystem.occurrences(file, workspace);
  let end = 0;
  for (const occurrence of occurrences) {
    const { span, version } = occurrence;
    expect(occurrence.path).toBe(path);
    expect(version).not.toBe("");
    expect(occurrence.text).toContain(version);
    expect(span.start, "occurrences come in the order of the text").toBeGreaterThanOrEqual(end);
    if (occurrence.kind !== "schema") expect(text.slice(span.start, span.end)).toBe(version);
    end = span.end;
  }
  return occurrences;
}

/** The same as readable lines: `line:column version kind type:name`, and `in text` where text is more than version. */
export function readOccurrences(
  ecosystem: Ecosystem,
  path: string,
  text: string,
  workspace = nothingKnown,
): readonly string[] {
  const lines = new LineIndex(text);
  return occurrencesOf(ecosystem, path, text, workspace).map((occurrence) => {
    const { line, column } = lines.position(occurrence.span.start);
    const { version, kind, subject } = occurrence;
    const within = occurrence.text === version ? "" : ` in ${occurrence.text}`;
    return `${line}:${column} ${version} ${kind} ${subject === null ? "-" : subjectName(subject)}${within}`;
  });
}
