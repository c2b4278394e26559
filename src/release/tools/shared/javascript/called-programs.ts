import { documentAt } from "../../../../repository/documents/document-cache.ts";
import { isTestOrExample } from "../../../../repository/files/test-or-example.ts";
import { folderOf } from "../../../../repository/packages/path.ts";
import type { Repository } from "../../../../repository/repository.ts";
import { placeIn } from "./config.ts";
import { callsIn, type ProgramCall } from "./program-call.ts";

const callsOf = new WeakMap<Repository, readonly ProgramCall[]>();

/** The programs that package scripts and the workflows of GitHub start; what starts other programs is looked through. */
export function programCalls(repository: Repository): readonly ProgramCall[] {
  const known = callsOf.get(repository);
  if (known !== undefined) return known;
  const calls = repository.paths.flatMap((path) => {
    if (isTestOrExample(path)) return [];
    if (/(?:^|\/)package\.json$/u.test(path)) return [...scriptCalls(repository, path)];
    return /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path) ? [...workflowCalls(repository, path)] : [];
  });
  callsOf.set(repository, calls);
  return calls;
}

function* scriptCalls(repository: Repository, path: string): Generator<ProgramCall> {
  for (const { path: keys, value, span } of documentAt(repository, path)?.scalars ?? []) {
    const [field, name, ...rest] = keys;
    if (field !== "scripts" || typeof name !== "string" || rest.length > 0 || typeof value !== "string")
      continue;
    const { line, column } = repository.locate(path, span);
    yield* callsIn(value, {
      script: name,
      dir: folderOf(path),
      isInput: false,
      origin: placeIn(path, line, column),
    });
  }
}

function* workflowCalls(repository: Repository, path: string): Generator<ProgramCall> {
  for (const { path: keys, value, span } of documentAt(repository, path)?.scalars ?? []) {
    const key = String(keys.at(-1));
    const isInput = keys.at(-2) === "with" && (key === "version" || key === "publish");
    if ((!isInput && key !== "run") || typeof value !== "string") continue;
    const { line, column } = repository.locate(path, span);
    const rows = value.split("\n");
    // A block starts on the line after its `|`.
    const first = rows.length > 1 ? line + 1 : line;
    for (const [index, row] of rows.entries()) {
      const origin = placeIn(path, first + index, index === 0 ? column : 1);
      yield* callsIn(row, { script: null, dir: "", isInput, origin });
    }
  }
}
