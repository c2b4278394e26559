import { basename } from "node:path/posix";
import type { Repository } from "../../repository/repository.ts";
import type { FoundRelease } from "./found-release.ts";
import { packageCommands } from "./release-package-scripts.ts";
import { writesFiles } from "./shell-text.ts";

const scriptName =
  /(?:^|\/)(?:[\w.]{1,40}[-_])?(?:bump|release|version|(?:set|update|prepare|cut|craft-pre|pre)[-_]?(?:\w{1,40}[-_])?(?:version|release)s?)(?:[-_][\w.-]{1,40})?\.(?:ba|da)?sh$/i;
const notAScript =
  /(?:^|\/)(?:node_modules|tests?|__tests__|fixtures|examples?|dist|templates?|vendor|third_party)\//;
const speaking =
  /^(?:\.github\/workflows\/[^/]+\.ya?ml|(?:docs\/)?(?:RELEAS\w{0,10}|CONTRIBUTING|MAINTAIN\w{0,10})(?:\.\w{1,9})?|(?:GNUm|m|M)akefile|\.craft\.yml)$/i;
const firstArgument = /\$\{?1\b|\$@|\$\*/;
const mostScripts = 3;

/**
 * Scripts of a shell that are named after a release, change files and take a version as their first argument or as an
 * option. Those that a package script, a workflow or a page about releases names come first.
 */
export function shellScripts(repository: Repository): FoundRelease[] {
  const found = repository.paths
    .filter((path) => scriptName.test(path) && !notAScript.test(path))
    .flatMap((path) => {
      const text = withoutRemarks(repository.read(path) ?? "");
      const args = writesFiles(text) ? argumentsOf(text) : null;
      return args === null ? [] : [{ path, args, speaker: speakerFor(repository, path) }];
    });
  return found
    .toSorted(
      (a, b) => Number(b.speaker !== null) - Number(a.speaker !== null) || rank(a.path) - rank(b.path),
    )
    .slice(0, mostScripts)
    .map(({ path, args, speaker }) => ({
      table: { name: "release", entry: path, args },
      why: `${path}: ${speaker === null ? "its name says so" : `${speaker} names it`}, it changes files and takes a version`,
    }));
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

function argumentsOf(text: string): string[] | null {
  const option = /(?:^|[\s|(])(--(?:new-|release-|target-)?version)(?:\s*\)|=\*\)|\s*\|)/m.exec(text)?.[1];
  if (option !== undefined) return [option, "{version}"];
  // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/getopts.html : a letter with a colon takes a value.
  const letter = /\bgetopts\s+["']?:?\w{0,20}(?:\w:){0,20}(v:)/i.exec(text)?.[1];
  if (letter !== undefined) return [`-${letter.charAt(0)}`, "{version}"];
  // What also asks for the version before it cannot be called by a version alone.
  if (/\$\{?2\b/.test(text)) return null;
  return firstArgument.test(text) ? ["{version}"] : null;
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
