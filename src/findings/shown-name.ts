import { type Occurrence, subjectName } from "../inventory/occurrence.ts";

/** How messages name the subject of an occurrence: its name, or the number itself. */
export function shownName({ subject, version }: Occurrence): string {
  if (subject === null) return `the version ${version}`;
  return subject.type === "npm" || subject.type === "crate"
    ? subject.name
    : subjectName(subject).replace(":", " ");
}
