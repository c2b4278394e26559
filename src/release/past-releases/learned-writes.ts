import type { Repository } from "../../repository/repository.ts";
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
    for (const { span, form } of own) {
      after += before.slice(at, span.start) + (forms.get(form) ?? target);
      at = span.end;
    }
    const [first] = own;
    if (first !== undefined)
      writes.push({ path, before, after: after + before.slice(at), origin: originOf(first, before) });
  }
  return writes;
}

/** The place itself, for there is no script that writes it. */
function originOf({ path, span }: LearnedPlaceFacts, text: string): Origin {
  const before = text.slice(0, span.start);
  const line = before.split("\n").length;
  return { path, line, column: span.start - before.lastIndexOf("\n"), function: null };
}
