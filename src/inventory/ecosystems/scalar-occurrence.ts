import type { Scalar } from "../../repository/documents/document.ts";
import type { SourceText } from "../ecosystem.ts";
import type { Occurrence, OccurrenceKind, Subject } from "../occurrence.ts";
import type { FoundVersion } from "./requirement.ts";

/** A scalar exactly as it is written, without quotes; offsets into it are offsets from `scalar.content.start`. */
export function written(file: SourceText, scalar: Scalar): string {
  return file.text.slice(scalar.content.start, scalar.content.end);
}

/** One occurrence for each version that was found in the written text of a scalar. */
export function scalarOccurrences(
  file: SourceText,
  scalar: Scalar,
  found: readonly FoundVersion[],
  { kind, subject }: { readonly kind: OccurrenceKind; readonly subject: Subject | null },
): Occurrence[] {
  const text = written(file, scalar);
  return found.map(({ version, at }) => ({
    path: file.path,
    span: { start: scalar.content.start + at, end: scalar.content.start + at + version.length },
    text,
    version,
    kind,
    subject,
    keyPath: scalar.path,
  }));
}
