import { type FoundVersion, semverRequirement, versionAt } from "./requirement.ts";

/** What a dependency's requirement asks for: the package that is really meant, and the versions in the text. */
export interface NpmSpec {
  readonly name: string;
  readonly versions: readonly FoundVersion[];
}

/** A requirement longer than this is none, which bounds the work on hostile input. */
const longest = 4096;

/**
 * Reads the requirement that stands next to a dependency's name: ranges, `npm:other@1.2.3` (the name is then `other`),
 * `workspace:^1.2.3`, `jsr:`, `patch:`, git references and tarball URLs. Requirements without a version of their own
 * (`*`, `workspace:*`, `latest`, `catalog:`, `file:`, a commit) give none.
 * Grammar: https://docs.npmjs.com/cli/v11/using-npm/package-spec, https://pnpm.io/workspaces and
 * https://yarnpkg.com/protocols
 */
export function npmSpec(name: string, spec: string): NpmSpec {
  if (spec.length > longest) return { name, versions: [] };
  const protocol = /^(?:npm|workspace|jsr):/u.exec(spec)?.[0];
  if (protocol !== undefined) return aliasedSpec(name, spec, protocol.length);
  if (/^(?:file|link|portal|exec|catalog):/u.test(spec)) return { name, versions: [] };
  if (spec.startsWith("patch:")) return { name, versions: patchedVersion(spec) };
  const hash = spec.indexOf("#");
  if (hash !== -1) return { name, versions: gitVersion(spec, hash + 1) };
  if (/^(?:https?|git|ssh)[+:]/u.test(spec)) return { name, versions: urlVersions(spec) };
  return { name, versions: semverRequirement(spec) };
}

/** `npm:name@range` names another package, `npm:range` does not. */
function aliasedSpec(name: string, spec: string, start: number): NpmSpec {
  const separator = spec.lastIndexOf("@");
  if (separator <= start) return { name, versions: shifted(semverRequirement(spec.slice(start)), start) };
  const range = separator + 1;
  return {
    name: spec.slice(start, separator),
    versions: shifted(semverRequirement(spec.slice(range)), range),
  };
}

/** Yarn writes `patch:name@npm%3A1.2.3#…`; what follows the hash repeats the version. */
function patchedVersion(spec: string): readonly FoundVersion[] {
  const start = /^patch:@?[^@#]*@(?:npm(?:%3A|:))?[\^~]?/iu.exec(spec)?.[0].length;
  const found = start === undefined ? null : versionAt(spec, start);
  return found === null ? [] : [found];
}

/** A git reference: `#v1.2.3`, `#semver:^1.2.3`, `#name@1.2.3`. A commit hash is no version. */
function gitVersion(spec: string, start: number): readonly FoundVersion[] {
  if (spec.startsWith("semver:", start)) {
    const range = start + "semver:".length;
    return shifted(semverRequirement(spec.slice(range)), range);
  }
  return trailingVersion(spec.slice(start), start);
}

/** The versions in the path of a URL: `/-/name-1.2.3.tgz`, `/v1.2.3.tar.gz`, `/name@1.2.3`. */
function urlVersions(spec: string): readonly FoundVersion[] {
  const found: FoundVersion[] = [];
  let at = 0;
  for (const segment of spec.split(/[/?@]/u)) {
    found.push(...trailingVersion(segment.replace(/\.(?:tgz|tar\.gz|zip)$/u, ""), at));
    at += segment.length + 1;
  }
  return found;
}

/** A version of at least three numbers that ends the text and is set off from what stands before it. */
function trailingVersion(text: string, offset: number): readonly FoundVersion[] {
  const match = /(?:^|[-_/@])v?(\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]*)?)$/u.exec(text);
  const version = match?.[1];
  return version === undefined ? [] : [{ version, at: offset + text.length - version.length }];
}

function shifted(found: readonly FoundVersion[], by: number): readonly FoundVersion[] {
  return found.map(({ version, at }) => ({ version, at: at + by }));
}
