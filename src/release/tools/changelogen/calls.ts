import { resolveFrom } from "../../../repository/packages/path.ts";
import type { Repository } from "../../../repository/repository.ts";
import { programCalls } from "../shared/javascript/called-programs.ts";
import { documentedCalls } from "../shared/javascript/documented-call.ts";
import type { ProgramCall } from "../shared/javascript/program-call.ts";

/** A call of changelogen that writes a version. */
export interface ChangelogenCall {
  readonly call: ProgramCall;
  /** The folder whose package.json it writes. */
  readonly dir: string;
  /** The kind of step that it is told; null where commit messages decide. */
  readonly kind: string | null;
  readonly preid: string;
  /** False where the version is written and neither committed nor tagged. */
  readonly isTagged: boolean;
}

const kinds = ["major", "premajor", "minor", "preminor", "patch", "prepatch", "prerelease"] as const;

/**
 * The calls that write a version, the first one of each folder: those of package scripts and workflows, then those of pages.
 * Without `--bump` and `--release` changelogen only prints, and a canary is no release.
 * https://github.com/unjs/changelogen/blob/main/src/commands/default.ts
 */
export function changelogenCalls(repository: Repository): readonly ChangelogenCall[] {
  const calls = [...programCalls(repository), ...documentedCalls(repository)];
  const found = new Map<string, ChangelogenCall>();
  for (const call of calls) {
    const read = call.program === "changelogen" ? readCall(call) : null;
    if (read !== null && !found.has(read.dir)) found.set(read.dir, read);
  }
  return [...found.values()];
}

function readCall(call: ProgramCall): ChangelogenCall | null {
  // What comes first without a hyphen names another command, such as `gh`.
  if (call.args[0]?.startsWith("-") !== true) return null;
  const { flags, folder } = wordsOf(call.args);
  const isCanary = ["canary", "versionSuffix", "nameSuffix"].some((flag) => flags.has(flag));
  if (isCanary || !(flags.has("release") || flags.has("bump"))) return null;
  const moved = /(?:^|&&|;)\s*cd\s+([^\s;&]+)\s*(?:&&|;|$)/u.exec(call.before)?.[1];
  const start = moved === undefined ? call.dir : resolveFrom(call.dir, moved);
  const below = folder ?? flags.get("dir") ?? "";
  const dir = start === null || below === "" ? start : resolveFrom(start, below);
  if (dir === null) return null;
  const kind = kinds.find((one) => flags.has(one)) ?? null;
  return {
    ...{ call, dir, kind },
    preid: kind?.startsWith("pre") === true ? (flags.get(kind) ?? "") : "",
    isTagged: flags.has("release") && !flags.has("no-tag"),
  };
}

/**
 * The flags with their values, and the folder that is named without one. As in mri, whose grammar this is, every flag takes
 * the word behind it unless that is a flag itself.
 */
function wordsOf(args: readonly string[]): {
  readonly flags: ReadonlyMap<string, string>;
  readonly folder: string | null;
} {
  const flags = new Map<string, string>();
  let folder: string | null = null;
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    const [, flag, given] = /^--?([^=]+)(?:=(.*))?$/su.exec(word) ?? [];
    const next = args[index + 1];
    if (flag === undefined) folder ??= word;
    else if (given !== undefined || flag.startsWith("no-") || next === undefined || next.startsWith("-"))
      flags.set(flag, given ?? "");
    else {
      flags.set(flag, next);
      index++;
    }
  }
  return { flags, folder };
}
