import { ecosystems } from "../../src/inventory/ecosystems.ts";
import type { Occurrence } from "../../src/inventory/occurrence.ts";
import { ignoreMarker } from "../../src/repository/documents/ignore-comment.ts";
import type { Span } from "../../src/repository/text/span.ts";
import type { Seed } from "./corpus.ts";
import { lostVersions } from "./lost-versions.ts";
import type { Reading } from "./reading.ts";

/** What is wrong with a reading, each as one sentence; empty when every promise is kept. */
export function readingFaults(file: Seed, reading: Reading): string[] {
  const { text } = reading;
  if (text === null) return binaryFaults(file, reading);
  return [
    ...documentFaults(text, reading),
    ...[...reading.found].flatMap(([name, found]) => occurrenceFaults(name, file.path, text, found)),
    ...occurrenceFaults("the inventory", file.path, text, reading.occurrences),
    ...overlapFaults(reading.occurrences),
    ...placeFaults(reading),
    ...ignoreFaults(text, reading),
    ...lostVersions(text, reading),
  ];
}

/** A file that is not read has to hold a NUL, as git decides it, and a file of a known format is not lost in silence. */
function binaryFaults({ path, content }: Seed, { occurrences, notes }: Reading): string[] {
  const faults: string[] = [];
  if (!content.slice(0, 8192).includes("\0")) faults.push("a file without a NUL is taken for binary");
  if (occurrences.length > 0) faults.push("a binary file has occurrences");
  if (notes.length > 1) faults.push("a binary file is noted more than once");
  if (notes.length === 0 && ecosystems.some(({ matches }) => matches(path)))
    faults.push("a file is taken for binary, and nothing is said of it");
  return faults;
}

function documentFaults(text: string, { document }: Reading): string[] {
  const { format, scalars, note } = document;
  const faults: string[] = [];
  if (format === "text" && scalars.length > 0) faults.push("a document that is text has values");
  if (format !== "text" && note !== null) faults.push("a document that parses has a note");
  // What a bug of ours would say.
  if (note !== null && /undefined|is not a|internal|cannot read/iu.test(note))
    faults.push(`a strange note: ${note}`);
  if (note !== null && !/^Does not parse as \w+ at line [1-9]\d*, column [1-9]\d*: .+\.$/su.test(note))
    faults.push(`a note that does not say where: ${note}`);
  let last = 0;
  for (const { span, content, value, path } of scalars) {
    const name = `the value of ${JSON.stringify(path).slice(0, 200)}`;
    if (!isInText(text, span)) faults.push(`${name} has a span outside of the text`);
    if (content.start < span.start || content.end > span.end || content.end < content.start)
      faults.push(`${name} has its content outside of its span`);
    if (span.start < last) faults.push(`${name} comes after a later one`);
    last = span.start;
    const raw = text.slice(content.start, content.end);
    const isBlock = /[|>]/u.test(text.charAt(span.start));
    // A string that is written on one line and without escapes is its own content.
    if (typeof value === "string" && !isBlock && !/[\\\r\n]|''/u.test(raw + value) && raw !== value)
      faults.push(
        `${name} is ${JSON.stringify(value).slice(0, 200)}, and its content slices to ${JSON.stringify(raw).slice(0, 200)}`,
      );
    if (faults.length > 5) return faults;
  }
  return faults;
}

function occurrenceFaults(who: string, path: string, text: string, found: readonly Occurrence[]): string[] {
  const faults: string[] = [];
  let last = 0;
  for (const { path: own, span, version, text: written, kind } of found) {
    const name = `${who}: ${JSON.stringify(version).slice(0, 100)} at ${span.start}`;
    if (own !== path) faults.push(`${name} is said to be in ${own}`);
    if (version === "") faults.push(`${name} is empty`);
    if (!isInText(text, span)) faults.push(`${name} has a span outside of the text`);
    // The version of a schema is in the name of its file.
    const slice = text.slice(span.start, span.end);
    if (kind === "schema" ? slice !== "" : slice !== version)
      faults.push(`${name} has a span that slices to ${JSON.stringify(slice).slice(0, 100)}`);
    if (!written.includes(version))
      faults.push(`${name} is not part of ${JSON.stringify(written).slice(0, 100)}`);
    if (span.start < last) faults.push(`${name} comes after a later one`);
    last = span.start;
    if (faults.length > 5) return faults;
  }
  return faults;
}

/** Every span has exactly one occurrence. */
function overlapFaults(occurrences: readonly Occurrence[]): string[] {
  let end = 0;
  for (const { span, version } of occurrences) {
    if (span.start < end) return [`two occurrences overlap at ${span.start}, the second is ${version}`];
    end = span.end;
  }
  return [];
}

/** Lines and columns lead back to the version. */
function placeFaults({ occurrences, places }: Reading): string[] {
  return occurrences.flatMap(({ version, kind }, index) => {
    const place = places[index];
    if (place === undefined) return [`${version} has no place`];
    const { lineText, column, endColumn, line, endLine } = place;
    const isSame = kind === "schema" || lineText.slice(column - 1, endColumn - 1) === version;
    return line === endLine && isSame
      ? []
      : [`${version} is shown at ${line}:${column}, where it does not stand`];
  });
}

function ignoreFaults(text: string, { ignores }: Reading): string[] {
  const lineCount = text.split("\n").length;
  return ignores.flatMap(({ span, lines, reason }) => {
    const slice = text.slice(span.start, span.end);
    const name = `the ignore at ${span.start}`;
    if (!slice.startsWith(ignoreMarker)) return [`${name} slices to ${JSON.stringify(slice).slice(0, 100)}`];
    if (reason !== null && (reason.trim() === "" || !slice.includes(reason)))
      return [`${name} has a reason of its own`];
    if (lines !== null && (lines.first < 1 || lines.last < lines.first || lines.last > lineCount + 1))
      return [`${name} is about lines that there are not`];
    return [];
  });
}

function isInText(text: string, { start, end }: Span): boolean {
  return 0 <= start && start <= end && end <= text.length;
}
