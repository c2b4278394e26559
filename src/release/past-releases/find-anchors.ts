import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import { folderOf } from "../../repository/packages/path.ts";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { taggedPackages } from "../tagged-packages.ts";
import type { Anchor } from "./find-past-releases.ts";

/** Enough to find one that every release moved. */
const mostAnchors = 3;
/** Files of more are no place where somebody declares the version of a repository. In UTF-16 code units. */
const longestFile = 200_000;

/**
 * Lines of the work tree that declare current: those of manifests, and of whatever stands at the root or one folder
 * below it and says `version` on the line, nearest to the root first. Where packages have tags of their own, that of the
 * package which the repository is named after comes before all.
 */
export function findAnchors(repository: Repository, workspace: Workspace, current: string): Anchor[] {
  const manifests = [...workspace.npm, ...workspace.crates, ...workspace.python, ...workspace.packages]
    .filter(({ version }) => version === current)
    .map(({ manifest }) => manifest);
  const [main] = taggedPackages(repository, workspace);
  const isMain = (path: string): boolean => main?.folders.includes(folderOf(path)) ?? false;
  const near = repository.paths.filter((path) => depthOf(path) <= 1 && isDeclaring(path));
  const sources = repository.paths.filter(isVersionSource);
  const paths = [...new Set([...near, ...manifests, ...sources])].sort(
    (a, b) =>
      Number(isMain(b)) - Number(isMain(a)) ||
      depthOf(a) - depthOf(b) ||
      rankOf(a) - rankOf(b) ||
      (a < b ? -1 : 1),
  );
  const anchors: Anchor[] = [];
  for (const path of paths) {
    if (anchors.length === mostAnchors) break;
    const declares = isVersionSource(path)
      ? declaresAlone
      : manifests.includes(path)
        ? declaresOwn
        : isDeclaringLine;
    const anchor = anchorIn(path, current, { repository, declares });
    if (anchor !== null) anchors.push(anchor);
  }
  return anchors;
}

/** Formats in which a version is declared; prose and lockfiles only repeat it. */
function isDeclaring(path: string): boolean {
  if (/(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|deno\.lock)/u.test(path)) return false;
  return /(?:\.(?:json|toml|ya?ml|cfg|ini|properties|xml|gradle|kts|py|rb|gemspec|podspec|exs|cmake|cabal|ex|go|rs|h|hpp|nix|spec|csproj|props|sbt|lua)|(?:^|\/)(?:VERSION|version\.txt|CMakeLists\.txt|DESCRIPTION|meson\.build|configure\.ac))$/u.test(
    path,
  );
}

/** Deeper down lies what others made. */
const deepestSource = 5;

/** A source that is there for the version: `lib/lumen/core/version.rb`, `internal/version/VERSION`. */
function isVersionSource(path: string): boolean {
  return (
    depthOf(path) <= deepestSource &&
    isDeclaring(path) &&
    /(?:^|\/)_{0,2}version_{0,2}(?:\.\w{1,6})?$/iu.test(path) &&
    !isTestOrExample(path)
  );
}

/** A manifest before a configuration, and that before code. */
function rankOf(path: string): number {
  const order = [/\.(?:json|toml|xml|gradle|kts|properties|gemspec|cabal|exs|csproj|props)$/u, /./u];
  return order.findIndex((pattern) => pattern.test(path));
}

function depthOf(path: string): number {
  return path.split("/").length - 1;
}

/** What a line reads before and behind a version. */
type Around = Pick<Anchor, "before" | "after">;

/** A table of Cargo or Python that asks for a package: `lumen = { path = "../lumen", version = "1.2.3" }`. */
const asksFor = /^\s*["'\w-]+\s*=\s*\{/u;

function isDeclaringLine({ before, after }: Around): boolean {
  if (asksFor.test(before)) return false;
  const isAlone = /^v?$/iu.test(before.trim()) && after === "";
  return /version/iu.test(before) || isAlone || /"\.?":\s*"$/u.test(before);
}

/** The same of a manifest that is known to hold current, some of which call with it: `AC_INIT([name], [1.2.3])`. */
function declaresOwn(around: Around): boolean {
  return isDeclaringLine(around) || /^[A-Za-z_]+\(/u.test(around.before);
}

/** The same of a source that is there for the version, whatever the name that it is given: `STRING = "1.2.3"`. */
function declaresAlone(around: Around): boolean {
  return isDeclaringLine(around) || /[:=]\s{0,10}["']$/u.test(around.before);
}

function anchorIn(
  path: string,
  current: string,
  {
    repository,
    declares,
  }: { readonly repository: Repository; readonly declares: (around: Around) => boolean },
): Anchor | null {
  const text = repository.read(path);
  if (text === null || text.length > longestFile) return null;
  for (const line of text.split("\n")) {
    const at = line.indexOf(current);
    if (at === -1) continue;
    const before = line.slice(0, at);
    const after = line.slice(at + current.length).trimEnd();
    if (
      declares({ before, after }) &&
      !/[0-9A-Za-z.]$/u.test(before.replace(/(?<![0-9A-Za-z])v$/iu, "")) &&
      !/^[0-9A-Za-z.+-]/u.test(after)
    )
      return { path, before, after };
  }
  return null;
}
