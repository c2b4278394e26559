import type { Occurrence } from "../../inventory/occurrence.ts";
import type { Evidence } from "../evidence.ts";
import { lineContext } from "../purpose/line-context.ts";
import { namesBound } from "../purpose/purpose.ts";
import { isGenericName } from "./identifier-owner.ts";
import { endsInLabel, isLabelled } from "./labelled.ts";
import { foreign, mentioned, type Ownership, ownLine, train } from "./ownership.ts";
import { isOfTrain } from "./package-owner.ts";
import { followsThirdParty, isThirdParty } from "./third-party.ts";
import { isDistinct } from "./train.ts";

/**
 * A key that says `version` and nothing of what, `"version": "1.2.3"` and `appVersion: 1.2.3`, or that of an image itself.
 * Labels: https://specs.opencontainers.org/image-spec/annotations/ and http://label-schema.org/rc1/
 */
const versionKey =
  /(?:^|[\s{,<"'])(?:(?:app)?[vV]ersion|org\.(?:opencontainers\.image|label-schema)\.version)["']?\s*[:=]\s*["']?v?$/u;

/** Settings of editors, whose versions are those of their formats: https://code.visualstudio.com/docs/debugtest/tasks-appendix */
const ofEditor = /(?:^|\/)\.(?:vscode|idea|zed|fleet)\//u;

/** A file that is called after the version that it holds, in the root or in a folder near to it such as that of an SDK. */
const versionFile = /^(?:[^/]+\/){0,2}\.?version(?:\.txt)?$/iu;

/** A field of a manifest of ours whose name ends in `version`. */
const ownField = /"\w*[vV]ersion"\s*:\s*"[^"]*$/u;

/** The key whose value a version begins: `lumenVersion: 1.2.3`, `"lumen": "^1.2.3"`. */
const keyBefore = /(?:^|[\s{,<"'$])([@A-Za-z_][\w./-]{0,100})["']?\s{0,4}[:=]\s{0,4}["']?[v^~]?$/u;

/** The last key or value of JSON that is written on one line, which has nothing to do with what stands before it. */
const lastKey = /(?:,|[{[])\s{0,4}"[^"]{0,160}(?:"\s{0,4}:\s{0,4}"[^"]{0,160})?$/u;

/** Lockfiles of which every entry is read; a number that is left over is part of an address or of a name. */
const lockfile =
  /(?:^|\/)(?:Cargo\.lock|pnpm-lock\.yaml|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock)$/u;

/** Whose version a bare number is: its file, its key or the names on its line must say so, for it says nothing itself. */
export function textOwner(occurrence: Occurrence, evidence: Evidence): Ownership {
  const { path, span, version } = occurrence;
  const inOwnManifest = evidence.npmByManifest.has(path);
  if (!inOwnManifest && !isOfTrain(version, evidence))
    return foreign("a number that nothing binds to a subject of ours");
  const { before, after } = lineContext(evidence.repository, path, span);
  if (inOwnManifest && ownField.test(before))
    return ownLine(version, "a version field of its own in a manifest of ours");
  if (!isOfTrain(version, evidence)) return foreign("a number that nothing binds to a subject of ours");
  if (ofEditor.test(path)) return foreign("the settings of an editor have the versions of their formats");
  if (lockfile.test(path)) return foreign("a lockfile names versions of ours in its entries");
  if (opensManual(before, evidence))
    return train("likely", "the title of a manual page of the product says of which release it is");
  const key = keyBefore.exec(before)?.[1] ?? "";
  if (/(?:version|tag|release)$/iu.test(key) && evidence.names.inIdentifier(key) && !namesBound(key))
    return train("likely", `${key} names the product and holds a version of the train`);
  if (isThirdParty(key, evidence))
    return foreign(`${key} is the name of a third party that is asked for here`);
  if (followsThirdParty(before, evidence))
    return foreign("a third party that is asked for here is named before it");
  const said = path.endsWith(".json") ? before.slice(Math.max(0, before.search(lastKey))) : before;
  if (evidence.names.inProse(`${said.slice(-80)} ${after.slice(0, 40)}`))
    // What speaks of the product speaks of its past as well, and only a label says that it is meant to be current.
    return version === evidence.train.current || endsInLabel(before)
      ? train("likely", "its line names the product, and it is a version of the train")
      : mentioned("its line speaks of a former release of the product");
  if (labelsPackage(before, evidence))
    return train("likely", "labelled as the version of a package of the train");
  if (versionFile.test(path) && /^v?$/u.test(before.trim()) && after.trim() === "")
    return train("likely", "a file that holds nothing but a version of the train");
  if (
    version === evidence.train.current &&
    versionKey.test(before) &&
    isStructured(path) &&
    !ofEditor.test(path)
  )
    return train("likely", "the version field of a file of ours that holds current");
  if (version === evidence.train.current && isDistinct(version)) {
    if (isGenericName(key)) return train("likely", `${key} names nothing else and holds current`);
    const token = productToken.exec(before)?.[1];
    if (token !== undefined && evidence.names.inIdentifier(token))
      return train("likely", `${token} names the product in what a program says of itself`);
    if (isLabelled(before)) return train("likely", "labelled as the version, and it holds current");
  }
  return foreign("a number that nothing binds to a subject of ours");
}

/**
 * The title of a manual page with the name that it has: `% lumen(1) v1.2.3` of https://pandoc.org/MANUAL.html#extension-pandoc_title_block
 * and `.TH LUMEN 1 2020-02-02 "lumen 1.2.3"` of https://man7.org/linux/man-pages/man7/man-pages.7.html
 */
export const manualTitle = /^(?:%\s?|\.TH\s"?)([A-Za-z][\w.-]{0,40})(?:\(|"?\s"?)\d\w{0,3}\b/u;

/** True in the title of a manual page of the product, `lumen`, or of a part of it, `lumen-colors`. */
function opensManual(before: string, { names }: Evidence): boolean {
  const name = manualTitle.exec(before)?.[1];
  return name !== undefined && (names.opens(name) || names.opens(name.split(/[-_]/u)[0] ?? name));
}

/** A product and its version as a program gives them: https://www.rfc-editor.org/rfc/rfc9110#name-user-agent . */
const productToken = /(?:^|["'`(=:,\s])([A-Za-z][\w.+-]{1,60})\/v?$/u;

/** `Lumen version: `: a label that is set off, with the whole name of a package that the release gives the version. */
function labelsPackage(before: string, { train: { npm, crates } }: Evidence): boolean {
  const named = /(?:^|[\s*#("'`])([A-Za-z][\w-]{3,59})\sversion\s?[:=]\s?["'`]?v?$/iu.exec(before)?.[1];
  const name = named?.toLowerCase() ?? "";
  return npm.has(name) || crates.has(name);
}

/** In these formats a key is data of the repository; in prose and code it is as often an example of somebody else. */
function isStructured(path: string): boolean {
  return /\.(?:json|jsonc|json5|toml|ya?ml|xml|plist|properties|cfg|ini|podspec|gradle|nuspec|csproj|cff)$|(?:^|\/)(?:[\w-]+\.)?Dockerfile(?:\.[\w-]+)?$/u.test(
    path,
  );
}
