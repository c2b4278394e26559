import type { Repository } from "../../repository/repository.ts";
import type { Span } from "../../repository/text/span.ts";
import type { Origin, Write } from "../rehearsal.ts";
import type { LearnedPlaceFacts } from "./learned.ts";
import { formsOf } from "./version-forms.ts";

/**
 * One write for each file, in the order of the paths, that gives every place the new version in the form which it has.
 * @param places sorted by path and offset
 */
export function writesOf(
  places: readonly LearnedPlaceFacts[],
  repository: Repository,
  target: string,
): Write[] {
  const forms = formsOf(target);
  const writes: Write[] = [];
  for (const path of new Set(places.map((place) => place.path))) {
    const before = repository.read(path) ?? "";
    const own = places.filter((place) => place.path === path);
    let after = "";
    let at = 0;
    for (const { span, text } of own.flatMap((place) => pieces(place, forms.get(place.form) ?? target))) {
      after += before.slice(at, span.start) + text;
      at = span.end;
    }
    const [first] = own;
    if (first !== undefined)
      writes.push({ path, before, after: after + before.slice(at), origin: originOf(first, before) });
  }
  return writes;
}

/** What is written where: each number on its own where they stand apart, 0 for one that the version does not have. */
function pieces({ span, parts }: LearnedPlaceFacts, version: string): { span: Span; text: string }[] {
  if (parts === undefined) return [{ span, text: version }];
  const numbers = version.split(".");
  return parts
    .map((part, index) => ({ span: part, text: numbers[index] ?? "0" }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The place itself, for there is no script that writes it. */
function originOf({ path, span }: LearnedPlaceFacts, text: string): Origin {
  const before = text.slice(0, span.start);
  const line = before.split("\n").length;
  return { path, line, column: span.start - before.lastIndexOf("\n"), function: null };
}
