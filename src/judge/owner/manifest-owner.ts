import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Crate, NpmPackage } from "../../repository/packages/workspace.ts";
import type { Evidence } from "../evidence.ts";
import { type Ownership, ownLine, train } from "./ownership.ts";
import { isOfTrain } from "./package-owner.ts";
import { isReleased, wasOfTrain } from "./train.ts";

/** Whose version the version field of a manifest is: the manifest that it stands in decides. */
export function manifestOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { path, version } = occurrence;
  if (isPlaceholder(version)) return ownLine(version, `${version} is a placeholder that is never released`);
  const pkg = evidence.npmByManifest.get(path);
  if (pkg !== undefined) return npmManifestOwner(pkg, version, evidence);
  const crate = evidence.crateByManifest.get(path);
  const isWorkspaceField = occurrence.keyPath?.[0] === "workspace";
  if (crate !== undefined && !isWorkspaceField) return crateManifestOwner(crate, version, evidence);
  if (version === evidence.train.current) return train("proved", "this manifest holds current");
  if (isWorkspaceField && isOfTrain(version, evidence))
    return train("proved", "the crates of this workspace inherit a former release of the train");
  return ownLine(version, "this manifest has a version line of its own");
}

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
