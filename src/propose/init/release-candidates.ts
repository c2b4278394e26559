import { posix } from "node:path";
import { documentedCalls, wordsInstead } from "../../release/find/other-calls.ts";
import { invocationOf } from "../../release/find/release-invocation.ts";
import { packageScripts } from "../../release/find/release-package-scripts.ts";
import { namedScripts } from "../../release/find/script-candidates.ts";
import type { Repository } from "../../repository/repository.ts";
import { workflowScripts } from "./workflow-scripts.ts";

/** A `[[release]]` table that may be how this repository is released. */
export interface ReleaseCandidate {
  readonly table: Readonly<Record<string, unknown>>;
  readonly script: string;
  /** What speaks for it, as the end of a sentence. */
  readonly why: string;
}

/** A script with what is known of how it is called. */
interface FoundScript {
  readonly path: string;
  readonly args: readonly string[];
  readonly why: string;
}

/** Names that may mean the release, more than are believed without a rehearsal. */
export const telling = /release|version|bump|publish/i;
/** More would take longer than somebody who sets up a tool waits. */
const mostScripts = 16;

/**
 * Everything in the repository that may be its release script, the likeliest first: package scripts of a telling name,
 * steps of workflows, files of a telling name. How a script takes the version is read from its text; where the text
 * does not show it, the usual ways are candidates of their own.
 */
export function releaseCandidates(repository: Repository): ReleaseCandidate[] {
  const found: FoundScript[] = [
    ...packageScripts(repository, telling).map(({ name, path, args }) => ({
      path,
      args,
      why: `the package script ${JSON.stringify(name)} runs it`,
    })),
    ...workflowScripts(repository, telling),
    ...namedScripts(repository).map((path) => ({ path, args: [], why: "its name says so" })),
  ];
  const paths = [...new Set(found.map(({ path }) => posix.normalize(path)))].slice(0, mostScripts);
  return paths.flatMap((path) =>
    candidatesFor(
      repository.read(path) ?? "",
      found.filter((script) => script.path === path),
    ),
  );
}

function candidatesFor(text: string, found: readonly FoundScript[]): ReleaseCandidate[] {
  const [first] = found;
  if (first === undefined) return [];
  const { path, why } = first;
  const invocation = invocationOf(text);
  const candidate = (table: Readonly<Record<string, unknown>>): ReleaseCandidate => ({
    table: { name: "release", ...table },
    script: path,
    why,
  });
  if (invocation?.as === "module") return [candidate({ module: path, calls: [invocation.call] })];
  const asked = unasked(text);
  const prepared = found.find(({ args }) => args.some((arg) => arg.includes("{version}")))?.args;
  const ways = [
    ...(prepared === undefined ? [] : [prepared]),
    ...documentedCalls(text),
    ...(invocation === null ? [] : [[...first.args, ...invocation.args]]),
    ...[...usualWays, ...wordsInstead(text)].map((way) => [...first.args, ...way]),
  ];
  const quiet =
    asked === null ? [] : ways.filter((args) => !args.includes(asked)).map((args) => [...args, asked]);
  const distinct = new Map([...ways, ...quiet].map((args) => [JSON.stringify(args), args]));
  return [...distinct.values()].map((args) => candidate({ entry: path, args }));
}

const usualWays: readonly (readonly string[])[] = [["{version}"], ["--version", "{version}"], []];

/** The option by which a script says that it can go without asking. What it asks otherwise is answered. */
function unasked(text: string): string | null {
  const written = /--(?:yes|skip-?prompts?|non-?interactive|no-confirm)\b/i.exec(text)?.[0];
  const parsed = /\b(?:skipPrompts|nonInteractive)\b/.exec(text)?.[0];
  return written ?? (parsed === undefined ? null : `--${parsed}`);
}
