import type { Repository } from "../../repository/repository.ts";
import { type Invocation, invocationOf, relativeImports } from "./release-invocation.ts";
import { packageScripts } from "./release-package-scripts.ts";

/** A script that may be how this repository is released. */
export interface ScriptCandidate {
  readonly path: string;
  /** The name of the package script that runs it; null when its own name or its text alone speaks for it. */
  readonly script: string | null;
  /** True where nothing but an option in its text speaks for it, such as `--set-version`. */
  readonly byOption: boolean;
  /** The arguments that a package script gives it before ours. */
  readonly args: readonly string[];
  /** Null when it could not be told how the script takes a version. */
  readonly invocation: Invocation | null;
  /** Whether it, or a module that it imports, writes files. */
  readonly writes: boolean;
}

const scriptFolder = /(^|\/)(scripts?|tasks?|tools?|tooling|utils?|build|hack|releases?|ci|\.github)\//;
const scriptName =
  /(^|\/)(release|bump|version|cut|(?:update|set|prepare|cut)[-_]?(?:version|release))[^/]*\.[cm]?[jt]s$/i;
const notAScript =
  /(^|\/)(node_modules|tests?|__tests__|fixtures|examples?|dist|templates?)\/|\.(test|spec|d|config)\.[cm]?[jt]s$/;

/** An option that does nothing else than to give a version. */
const settingOption = /["'`]--set-version\b/;

/**
 * Every script that may be the release: those that a package script of a telling name runs, then files of a telling name in
 * folders for scripts, then those that package scripts run for whatever else and that have an option which sets a version.
 */
export function scriptCandidates(repository: Repository): ScriptCandidate[] {
  const scripts = packageScripts(repository).map(({ name, path, args }) => ({
    ...{ path, args, script: name, byOption: false },
  }));
  const named = namedScripts(repository).map((path) => ({ path, args: [], script: null, byOption: false }));
  const setting = packageScripts(repository, /(?:)/)
    .filter(({ path }) => !notAScript.test(path) && settingOption.test(repository.read(path) ?? ""))
    .map(({ path }) => ({ path, args: [], script: null, byOption: true }));
  const candidates = new Map<string, ScriptCandidate>();
  for (const candidate of [...scripts, ...named, ...setting]) {
    if (candidates.has(candidate.path)) continue;
    const text = repository.read(candidate.path) ?? "";
    const invocation = invocationOf(text);
    candidates.set(candidate.path, {
      ...candidate,
      invocation,
      writes: writes(repository, candidate.path, 2),
    });
  }
  return withoutImported(repository, [...candidates.values()]);
}

/** The files of a telling name in folders for scripts. */
export function namedScripts(repository: Repository): string[] {
  return repository.paths.filter(
    (path) => scriptName.test(path) && scriptFolder.test(path) && !notAScript.test(path),
  );
}

/** A module that another candidate imports is a part of that release, not the release. */
function withoutImported(repository: Repository, candidates: readonly ScriptCandidate[]): ScriptCandidate[] {
  const imported = new Set<string>();
  for (const { path, invocation } of candidates) {
    if (invocation === null) continue;
    for (const target of relativeImports(repository, path)) if (target !== path) imported.add(target);
  }
  return candidates.filter(({ path }) => !imported.has(path));
}

/** Whether the module, or one that it imports at most `depth` steps away, calls something that writes a file. */
function writes(repository: Repository, path: string, depth: number): boolean {
  const text = repository.read(path) ?? "";
  if (
    /\b(writeFile|writeJson|writeJSON|outputFile|outputJson|outputJSON|writeTextFile|createWriteStream)|\bBun\.write\b/.test(
      text,
    )
  )
    return true;
  return (
    depth > 0 && relativeImports(repository, path).some((target) => writes(repository, target, depth - 1))
  );
}
