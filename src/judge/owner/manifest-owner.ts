import type { Occurrence } from "../../inventory/occurrence.ts";
import { compareVersions } from "../../inventory/versions/compare.ts";
import { folderOf } from "../../repository/packages/path.ts";
import type { Crate, NpmPackage } from "../../repository/packages/workspace.ts";
import type { Evidence } from "../evidence.ts";
import { isDeployed } from "./deployed-release.ts";
import { type Ownership, ownLine, train } from "./ownership.ts";
import { isOfTrain } from "./package-owner.ts";
import { initialVersions, isReleased, wasOfTrain } from "./train.ts";

/** Whose version the version field of a manifest is: the manifest that it stands in decides. */
export function manifestOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { path, version } = occurrence;
  if (isPlaceholder(version)) return ownLine(version, `${version} is a placeholder that is never released`);
  const pkg = evidence.npmByManifest.get(path);
  if (pkg !== undefined) return npmManifestOwner(pkg, version, evidence);
  const crate = evidence.crateByManifest.get(path);
  const isWorkspaceField = occurrence.keyPath?.[0] === "workspace";
  const ownership =
    crate !== undefined && !isWorkspaceField ? crateManifestOwner(crate, version, evidence) : null;
  if (ownership?.owner === "train") return ownership;
  const owner = fieldOwner(occurrence, evidence) ?? ownership;
  if (owner !== null) return owner;
  if (isWorkspaceField && isOfTrain(version, evidence))
    return train("proved", "the crates of this workspace inherit a former release of the train");
  if (isDeployed(occurrence) && isOfTrain(version, evidence) && !initialVersions.has(version))
    return train(
      "likely",
      "a chart says by appVersion which release it deploys, and it was one of the train",
    );
  if (isOfTrain(version, evidence) && evidence.past.moved(occurrence))
    return train("proved", `it held ${version} when that was released, and moved with the releases before`);
  return ownLine(version, "this manifest has a version line of its own");
}

/**
 * Whose the field of a manifest is that stands beside the manifests of packages, such as that of an application or an
 * extension: its name tells, since it does not move when the version falls behind. Null where nothing tells.
 */
function fieldOwner(occurrence: Occurrence, evidence: Evidence): Ownership | null {
  const { path, subject, version } = occurrence;
  const isCurrent = compareVersions(version, evidence.train.current) === 0;
  const isNamed = subject !== null && evidence.names.inIdentifier(subject.name);
  const isPackage = subject !== null && (subject.type === "python" || subject.type === "crate");
  if (isCurrent) return train(isNamed || isPackage ? "proved" : "likely", "this manifest holds current");
  if (!isOfTrain(version, evidence) && !isShortRelease(version, evidence)) return null;
  // Beside many packages with numbers of their own another one meets a release of the first by chance.
  const isAlone = evidence.trains.length + evidence.resting.length < 2;
  if (isNamed && !initialVersions.has(version) && (isAlone || evidence.past.moved(occurrence)))
    return train("likely", `${subject.name} is the product, and it held a former release of the train`);
  if (!isNamed && !initialVersions.has(version) && hasNamedSibling(path, version, evidence))
    return train("likely", "it stands beside a manifest of the product that holds the same");
  return versionFile.test(path)
    ? train("likely", "a file that holds nothing but a version of the train")
    : null;
}

/** True for `3.1` before `3.2.0` where a tag says just that, and no other release begins with it. */
function isShortRelease(version: string, { train: { current, history } }: Evidence): boolean {
  return (
    /^\d+\.\d+$/u.test(version) &&
    history.released.has(version) &&
    compareVersions(version, current) < 0 &&
    ![...history.released, current].some((released) => released.startsWith(`${version}.`))
  );
}

/** What has no name of its own, such as the properties of all projects in a folder, moves with what lies beside it. */
function hasNamedSibling(path: string, version: string, { workspace, names }: Evidence): boolean {
  return workspace.packages.some(
    (other) =>
      other.dir === folderOf(path) &&
      other.manifest !== path &&
      other.version === version &&
      names.inIdentifier(other.name),
  );
}

/** A file that is called after the version that it holds, in the root or in a folder near to it such as that of an SDK. */
const versionFile = /^(?:[^/]+\/){0,2}\.?version(?:\.txt)?$/iu;

/** 0.0.0 and its prereleases mark packages and previews that are never released under that number. */
export function isPlaceholder(version: string): boolean {
  return /^0\.0\.0(?:-|$)/u.test(version);
}

function npmManifestOwner(pkg: NpmPackage, version: string, evidence: Evidence): Ownership {
  const { npm, manifests, current } = evidence.train;
  const twin = evidence.npmByName
    .get(pkg.name)
    ?.find((other) => other !== pkg && manifests.has(other.manifest));
  if (twin !== undefined)
    return train("proved", `${twin.manifest} has the same name and is written by the release`);
  if (version === current && npm.has(pkg.name))
    return pkg.private
      ? train("likely", `${pkg.name} is private but holds current`)
      : train("proved", `${pkg.name} is a public package of this repository and holds current`);
  if (version === current && evidence.names.inIdentifier(pkg.name))
    return train("likely", `${pkg.name} is named after the product and holds current`);
  if (wasOfTrain(pkg, evidence.train, evidence.workspace))
    return train("likely", `${pkg.name} held a former release of the train`);
  return ownLine(
    version,
    `${pkg.name}${pkg.private ? ", a private package," : ""} has a version line of its own`,
  );
}

function crateManifestOwner(crate: Crate, version: string, evidence: Evidence): Ownership {
  const { current, history, manifests } = evidence.train;
  if (!isReleased(crate, current, manifests, history))
    return ownLine(version, `the crate ${crate.name} has a version line of its own`);
  return train(crate.publish ? "proved" : "likely", `the crate ${crate.name} is released with the train`);
}
