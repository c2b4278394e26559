import { subjectName } from "../../inventory/occurrence.ts";
import { wholeReason } from "../../judge/judged-occurrence.ts";
import { type Verdict, verdicts } from "../../judge/verdict.ts";
import type { Reported } from "../report-options.ts";
import type { PageInventory } from "./page-data.ts";

/** Texts of which each is kept once, in the order of their first use. */
class Texts {
  readonly list: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(text: string): number {
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.list.length);
    return this.list.push(text) - 1;
  }
}

/** The occurrences of an audit in columns: a tenth of the size that a record for each has. */
export function compactInventory({ repository, occurrences }: Reported): PageInventory {
  const [paths, texts, kinds, subjects, reasons] = [0, 1, 2, 3, 4].map(() => new Texts()) as [
    Texts,
    Texts,
    Texts,
    Texts,
    Texts,
  ];
  subjects.indexOf("");
  const order = new Map<Verdict, number>(verdicts.map((verdict, index) => [verdict, index]));
  const places = occurrences.map(({ path, span }) => repository.lines(path).position(span.start));
  return {
    path: occurrences.map(({ path }) => paths.indexOf(path)),
    line: places.map(({ line }) => line),
    column: places.map(({ column }) => column),
    text: occurrences.map(({ text }) => texts.indexOf(text)),
    kind: occurrences.map(({ kind }) => kinds.indexOf(kind)),
    subject: occurrences.map(({ subject }) => subjects.indexOf(subject === null ? "" : subjectName(subject))),
    reason: occurrences.map((occurrence) => reasons.indexOf(wholeReason(occurrence))),
    verdict: occurrences.map(({ verdict }) => order.get(verdict) ?? -1),
    owed: occurrences.map(({ owed }) => (owed ? 1 : 0)),
    paths: paths.list,
    texts: texts.list,
    kinds: kinds.list,
    subjects: subjects.list,
    reasons: reasons.list,
  };
}
