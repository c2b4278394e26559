import { type Binding, type Place, snippet } from "./place.ts";

/**
 * A repository and, right behind it, the tag at which it is taken: by CMake
 * (https://cmake.org/cmake/help/latest/module/FetchContent.html), Mix, Bundler, CocoaPods, Pub and Shards.
 */
const tagged =
  /\b(?:(?:github|gitlab)\.com[/:]|github:\s?["']?)([\w.-]{1,60}\/[\w.-]{1,60}?)(?:\.git)?["']?,?\s{1,40}(?:path:\s{1,4}[\w./-]{1,80}\s{1,20})?(?:GIT_TAG\s{1,20}|:?\b(?:tag|ref|version):\s{1,4}|:tag\s{0,4}=>\s{0,4})["']?$/;

/** What Carthage asks for: https://github.com/Carthage/Carthage/blob/master/Documentation/Artifacts.md#cartfile */
const cartfile = /^\s{0,20}github\s{1,4}"([\w.-]{1,60}\/[\w.-]{1,60})"\s{1,4}(?:==\s{1,4})?$/;

/** A flake of Nix: https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#flake-references */
const flake = /\bgithub:([\w.-]{1,60}\/[\w.-]{1,60})\/$/;

/** `git clone --branch v1.2.3 https://github.com/owner/name` */
const cloned = /\bgit\s{1,4}clone\s[^\n]{0,100}?(?:--branch[ =]|-b )$/;
const clonedFrom =
  /^["']?\s{1,4}(?:--?[\w-]{1,40}(?:[ =]\d{1,6})?\s{1,4}){0,4}\S{1,20}\b(?:github|gitlab)\.com[/:]([\w.-]{1,60}\/[\w.-]{1,60}?)(?:\.git)?(?:\s|[`"']|$)/;

/** The repository that is asked for at a tag. */
export function bindTagged({ before, line, after }: Place): Binding | null {
  const named = cloned.test(line) ? clonedFrom.exec(after) : null;
  const repository = (named ?? tagged.exec(before) ?? cartfile.exec(line) ?? flake.exec(line))?.[1];
  return repository === undefined ? null : snippet("name", `github.com/${repository}`);
}
