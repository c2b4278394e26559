import { basename } from "node:path/posix";
import type { Repository } from "../../repository/repository.ts";
import { scriptKind } from "../../sandbox/engine/script-kind.ts";
import { markOfTags } from "../released-versions.ts";
import type { FoundRelease } from "./found-release.ts";
import { packageCommands } from "./release-package-scripts.ts";
import { shellCalls } from "./shell-calls.ts";
import { writesFiles } from "./shell-text.ts";

const scriptName =
  /(?:^|\/)(?:[\w.]{1,40}[-_])?(?:bump|release|version|(?:set|update|prepare|cut|craft-pre|pre)[-_]?(?:\w{1,40}[-_])?(?:version|release)s?)(?:[-_][\w.-]{1,40})?(?:\.(?:ba|da)?sh)?$/i;
const notAScript =
  /(?:^|\/)(?:node_modules|tests?|__tests__|fixtures|examples?|dist|templates?|vendor|third_party)\//;
const speaking =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|(?:docs\/)?(?:RELEAS\w{0,10}|CONTRIBUTING|MAINTAIN\w{0,10})(?:\.\w{1,9})?|(?:GNUm|m|M)akefile|\.craft\.yml)$/i;
const mostScripts = 3;

/**
 * Scripts of a shell that are named after a release, change files and take a version, or the step of a release. Those that a package script, a workflow or a page about releases names come first.
 */
export function shellScripts(repository: Repository): FoundRelease[] {
  const mark = markOfTags(repository.git);
  const found = repository.paths
    .filter((path) => scriptName.test(path) && !notAScript.test(path))
    .flatMap((path) => {
      const text = repository.read(path) ?? "";
      const commands = scriptKind(path, text) === "shell" ? withoutRemarks(text) : "";
      const calls = writesFiles(commands) ? shellCalls(commands, mark) : [];
      return calls.length === 0 ? [] : [{ path, calls, speaker: speakerFor(repository, path) }];
    });
  return found
    .toSorted(
      (a, b) => Number(b.speaker !== null) - Number(a.speaker !== null) || rank(a.path) - rank(b.path),
    )
    .slice(0, mostScripts)
    .flatMap(({ path, calls, speaker }) =>
      calls.map((call) => ({
        table: { name: "release", entry: path, ...call },
        why: `${path}: ${speaker === null ? "its name says so" : `${speaker} names it`}, it changes files and takes a version`,
      })),
    );
}

function withoutRemarks(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const start = line.search(/(?:^|[ \t])#/);
      return start === -1 ? line : line.slice(0, start);
    })
    .join("\n");
}

/** What does nothing but write a version comes before what also publishes. */
function rank(path: string): number {
  return /bump|set|update/i.test(basename(path)) ? 0 : /version/i.test(basename(path)) ? 1 : 2;
}

function speakerFor(repository: Repository, path: string): string | null {
  const name = basename(path);
  const script = packageCommands(repository).find(([, command]) => command.includes(name));
  if (script !== undefined) return `the package script ${JSON.stringify(script[0])}`;
  return (
    repository.paths.find((each) => speaking.test(each) && (repository.read(each) ?? "").includes(name)) ??
    null
  );
}
