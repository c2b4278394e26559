import type { Occurrence } from "../../inventory/occurrence.ts";
import { isOfLine, isOlder } from "../../inventory/versions/compare.ts";
import type { History } from "../../release/released-versions.ts";
import type { DeclaredTrain } from "../../release/tools/release-tool.ts";
import { groupBy } from "../../repository/collections/group-by.ts";
import type { Crate, NpmPackage, Workspace } from "../../repository/packages/workspace.ts";

/** The set of subjects that are released together, seen from what the bump itself covers. */
export interface Train {
  /** The version that the train holds now. */
  readonly current: string;
  /** Names of npm packages of which a manifest is written by the release, or holds current. */
  readonly npm: ReadonlySet<string>;
  /** Names of crates whose version the release writes, in their own manifest or in the workspace they inherit from. */
  readonly crates: ReadonlySet<string>;
  /** Names of packages that are declared to be trains of their own, whatever they hold. */
  readonly others: ReadonlySet<string>;
  /** Names of packages of which the release writes a requirement. */
  readonly requirements: ReadonlySet<string>;
  /** The manifests that the release writes, sorted. */
  readonly manifests: ReadonlySet<string>;
  /** How many package.json hold a version that the release does not write, by version. */
  readonly leftAt: ReadonlyMap<string, number>;
  readonly history: History;
}

/** What the members of the train are found by. */
interface TrainGrounds {
  /** The occurrences that the rehearsals rewrite. */
  readonly covered: readonly Occurrence[];
  readonly current: string;
  readonly workspace: Workspace;
  readonly history: History;
  /** The other trains that the configuration of the release declares, whether they move this time or not. */
  readonly others: readonly DeclaredTrain[];
}

/** Finds the members of the train. A package that is declared to be a train of its own is none, whatever it holds. */
export function trainOf({ covered, current, workspace, history, others }: TrainGrounds): Train {
  const written = new Set(covered.filter(({ kind }) => kind === "manifest-version").map(({ path }) => path));
  const elsewhere = new Set(others.flatMap(({ packages }) => packages));
  const requirements = new Set(
    covered.flatMap(({ kind, subject }) => (kind === "dependency" && subject !== null ? [subject.name] : [])),
  );
  const npm = workspace.npm
    .filter(({ name }) => !elsewhere.has(name))
    .filter((pkg) => written.has(pkg.manifest) || (isHome(pkg, workspace) && pkg.version === current))
    .map((pkg) => pkg.name);
  // Of two crates with one name the one that a workspace admits is the one that lockfiles and dependencies mean.
  const admitted = new Set(
    workspace.crates.filter((crate) => crate.workspace !== null).map(({ name }) => name),
  );
  const crates = workspace.crates
    .filter(({ name }) => !elsewhere.has(name))
    .filter((crate) => crate.workspace !== null || !admitted.has(crate.name))
    .filter((crate) => isReleased(crate, current, written, history))
    .map((crate) => crate.name);
  const manifests = new Set([...written].sort());
  const leftAt = countsOf(
    workspace.npm.filter(({ manifest }) => !written.has(manifest)).map(({ version }) => version),
  );
  return {
    current,
    npm: new Set(npm),
    crates: new Set(crates),
    others: elsewhere,
    requirements,
    manifests,
    leftAt,
    history,
  };
}

function countsOf(versions: readonly (string | null)[]): ReadonlyMap<string, number> {
  const groups = groupBy(
    versions.filter((version) => version !== null),
    (version) => version,
  );
  return new Map([...groups].map(([version, { length }]) => [version, length]));
}

/** A package.json that merely lies in the repository, such as a vendored one, is nobody's home. */
function isHome(pkg: NpmPackage, { scopes }: Workspace): boolean {
  return pkg.member || scopes.has(pkg.name.slice(0, Math.max(0, pkg.name.indexOf("/"))));
}

/** True for a crate whose version the release writes, or that holds what a written one would. */
export function isReleased(
  crate: Crate,
  current: string,
  written: ReadonlySet<string>,
  history: History,
): boolean {
  const { manifest, version, inherits, workspace } = crate;
  if (written.has(manifest) || version === current) return true;
  if (!inherits || workspace === null || version === null) return false;
  return written.has(workspace) || isFormer(version, current, history);
}

/**
 * Where so many manifests hold one number and none of them is written, it is a placeholder and not a release. Between
 * what was labelled by hand in the seed of rivet: eight manifests at one number that the bump had left behind, and 72
 * examples and scripts frozen at another.
 */
const frozenHolders = 10;

/** What package managers write into a new manifest. */
export const initialVersions = new Set(["0.0.0", "0.0.1", "0.1.0", "1.0.0"]);

/** False for two numbers, which are anything, and for what everything begins with. */
export function isDistinct(version: string): boolean {
  return version.split(".").length > 2 && !initialVersions.has(version);
}

/** Fewer packages at other releases were left behind; more are released on their own. */
const fewestSelective = 3;

/**
 * True where packages are released only when they have changed: at least three of the public ones, and every tenth, hold
 * other releases than current.
 */
export function isSelective({ npm }: Workspace, { current, history }: Train): boolean {
  const released = npm.filter((pkg) => pkg.member && !pkg.private && pkg.version !== null);
  const others = released.filter(
    ({ version }) => version !== null && version !== current && history.released.has(version),
  );
  return others.length >= Math.max(fewestSelective, released.length / 10);
}

/** True where packages hold at least three different former releases: no single bump has left them all. */
export function holdsManyFormer({ npm }: Workspace, { current, history }: Train): boolean {
  const held = npm.filter((pkg) => pkg.member && !pkg.private).map(({ version }) => version);
  const former = held.filter(
    (version) => version !== null && version !== current && history.released.has(version),
  );
  return new Set(former).size >= fewestSelective;
}

/** True where a release raises manifests from former releases as a matter of course, not only from current. */
export function raisesFormer(covered: readonly Occurrence[], { current, history }: Train): boolean {
  const former = covered.filter(
    ({ kind, version }) =>
      kind === "manifest-version" && version !== current && history.released.has(version),
  );
  return former.length >= fewestSelective;
}

/** True for a package whose manifest holds a former release that a bump left behind. */
export function wasOfTrain(pkg: NpmPackage, train: Train, workspace: Workspace): boolean {
  const { version } = pkg;
  if (version === null || !isHome(pkg, workspace) || !isFormer(version, train.current, train.history))
    return false;
  if (pkg.private && initialVersions.has(version)) return false;
  return (train.leftAt.get(version) ?? 0) < frozenHolders;
}

/**
 * True for a version that the train held before: older than current, and tagged where there are release tags. Without
 * tags the same major must do.
 */
export function isFormer(version: string, current: string, history: History): boolean {
  if (!isOlder(version, current)) return false;
  if (history.released.size > 0) return history.released.has(version);
  return isOfLine(version, current, 1);
}
