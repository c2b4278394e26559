import { isTestOrExample } from "../../../../repository/files/test-or-example.ts";
import type { Repository } from "../../../../repository/repository.ts";
import { placeIn } from "./config.ts";
import { callsIn, type ProgramCall } from "./program-call.ts";

/** Pages for those who make releases, in the root or one folder below it. */
const folder = /^(?:docs?|\.github|dev|internal|contributing)$/iu;
const topic = /releas|publish|contribut|maintain|internal|develop|hacking/iu;
const ending = /\.(?:md|mdx|rst|txt|adoc)$/iu;

function isPage(path: string): boolean {
  const [first = "", second, ...deeper] = path.split("/");
  if (deeper.length > 0 || (second !== undefined && !folder.test(first))) return false;
  return ending.test(path) && topic.test(second ?? first);
}

/** The programs that such pages tell to start, in code spans and in fenced code: a hint where nothing calls them. */
export function documentedCalls(repository: Repository): readonly ProgramCall[] {
  return repository.paths.flatMap((path) => {
    const text = isPage(path) && !isTestOrExample(path) ? repository.read(path) : null;
    return text === null ? [] : [...callsOnPage(path, text)];
  });
}

function* callsOnPage(path: string, text: string): Generator<ProgramCall> {
  let isFenced = false;
  for (const [index, row] of text.split("\n").entries()) {
    const place = { script: null, dir: "", isInput: false, origin: placeIn(path, index + 1) };
    if (/^\s*(?:```|~~~)/u.test(row)) isFenced = !isFenced;
    else if (isFenced) yield* callsIn(row.replace(/^\s*[$>] /u, ""), place);
    else for (const [, code = ""] of row.matchAll(/`([^`]+)`/gu)) yield* callsIn(code, place);
  }
}
