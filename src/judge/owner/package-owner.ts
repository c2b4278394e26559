import { isOfLine } from "../../inventory/versions/compare.ts";
import { isTestOrExample } from "../../repository/files/test-or-example.ts";
import type { Crate, NpmPackage } from "../../repository/packages/workspace.ts";
import type { Evidence } from "../evidence.ts";
import { withoutPlatform } from "./names.ts";
import { elsewhere, foreign, type Ownership, ownLine, train } from "./ownership.ts";
import { isFormer } from "./train.ts";

/** Whose version a version next to the name of an npm package is. */
export function npmOwner(name: string, version: string, evidence: Evidence): Ownership {
  const here = evidence.npmByName.get(name);
  if (here !== undefined && isOnlyPrivate(name, here, evidence))
    return foreign(`the ${name} of this repository is private, so the registry's ${name} is meant`);
  return ownNpmOwner(name, version, evidence);
}

/**
 * The same where nothing but the package of this repository can be meant, if there is one. A package that is not built
 * here may still be of the train, but not when it is at another major version: a train of many releases has held almost
 * every number.
 */
export function ownNpmOwner(name: string, version: string, evidence: Evidence): Ownership {
  if (evidence.train.npm.has(name)) return train("proved", `${name} is released with the train`);
  const here = evidence.npmByName.get(name);
  if (here !== undefined && evidence.train.others.has(name)) return ownPackage(name, here);
  if (here?.some((pkg) => pkg.version === evidence.train.current) && evidence.names.inIdentifier(name))
    return train("likely", `${name} is named after the product and holds current`);
  if (here !== undefined) return ownPackage(name, here);
  if (!evidence.names.isOurPackage(name)) return foreign(`${name} is not defined in this repository`);
  // A scope is shared by packages of several repositories, and all of them pass through the same low numbers.
  const isByScopeAlone = !isBinaryOfTrain(name, evidence) && !evidence.names.isConfigured(name);
  if (isByScopeAlone && version !== evidence.train.current)
    return elsewhere(`${name} is ours by its name, but it is not built here`);
  return isOfTrain(version, evidence) && isOfLine(version, evidence.train.current, 1)
    ? train("likely", `${name} is ours by its name, and ${version} is a version of the train`)
    : elsewhere(`${name} is ours by its name, but it is not built here`);
}

/** `@lumen/kit-linux-x64` of `@lumen/kit`, or of `kit`: binaries often have a scope where the package itself has none. */
function isBinaryOfTrain(name: string, { train: { npm } }: Evidence): boolean {
  const base = withoutPlatform(name);
  return npm.has(base) || (base !== name && npm.has(base.replace(/^@[^/]*\//, "")));
}

/** A dependency on an unscoped name cannot mean a package that is never published, unless the root maps it here. */
function isOnlyPrivate(name: string, packages: readonly NpmPackage[], evidence: Evidence): boolean {
  return (
    !name.startsWith("@") && packages.every((pkg) => pkg.private) && !evidence.workspace.resolutions.has(name)
  );
}

function ownPackage(name: string, packages: readonly NpmPackage[]): Ownership {
  const version = packages.find((pkg) => pkg.version !== null)?.version ?? null;
  return ownLine(
    version,
    `${name} lives here with a version line of its own${version === null ? "" : `, ${version}`}`,
  );
}

/**
 * Whose version a version is that a manifest asks for of a crate. One that no crate of this repository has is asked of the
 * registry, where an example of the same name is not to be had.
 */
export function askedCrateOwner(name: string, version: string, evidence: Evidence): Ownership {
  const here = evidence.crateByName.get(name) ?? [];
  const isExample =
    here.length > 0 && here.every(({ publish, manifest }) => !publish && isTestOrExample(manifest));
  return isExample && version !== evidence.train.current
    ? foreign(`the ${name} of this repository is an example, so the registry's ${name} is meant`)
    : crateOwner(name, evidence);
}

/** Whose version a version next to the name of a crate is. */
export function crateOwner(name: string, evidence: Evidence): Ownership {
  if (evidence.train.crates.has(name)) return train("proved", `the crate ${name} is released with the train`);
  const here = evidence.crateByName.get(name);
  if (here !== undefined) return ownCrate(name, here);
  return foreign(`the crate ${name} is not defined in this repository`);
}

function ownCrate(name: string, crates: readonly Crate[]): Ownership {
  const version = crates.find((crate) => crate.version !== null)?.version ?? null;
  return ownLine(
    version,
    `the crate ${name} has a version line of its own${version === null ? "" : `, ${version}`}`,
  );
}

/** Whose version a version next to the name of a Python distribution is; names are compared as PEP 503 says. */
export function pythonOwner(name: string, version: string, evidence: Evidence): Ownership {
  const normal = (text: string): string => text.toLowerCase().replace(/[-_.]+/gu, "-");
  const project = evidence.workspace.python.find((candidate) => normal(candidate.name) === normal(name));
  if (project === undefined) return foreign(`the distribution ${name} is not defined in this repository`);
  const isOther = evidence.train.others.has(project.name);
  if (version === evidence.train.current && !isOther)
    return train("likely", `${name} is defined here and holds current`);
  return ownLine(project.version, `the distribution ${name} has a version line of its own`);
}

/** True for current and for every former release of the train. */
export function isOfTrain(version: string, evidence: Evidence): boolean {
  const known = evidence.ofTrain.get(version);
  if (known !== undefined) return known;
  const { current, history } = evidence.train;
  const answer = version === current || isFormer(version, current, history);
  evidence.ofTrain.set(version, answer);
  return answer;
}
