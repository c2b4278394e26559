import { posix } from "node:path";
import semver from "semver";
import * as v from "valibot";
import type { Overlay } from "../../host/files/overlay.ts";
import { toVirtualPath } from "../../host/files/virtual-path.ts";
import type { JsonObject } from "../json-file.ts";
import { type NpmJson, readNpmJson } from "./json-text.ts";
import { bumpLock, syncLock } from "./lockfile.ts";
import type { NpmProject } from "./project.ts";
import type { VersionSettings } from "./version-line.ts";
import { type NpmMember, nameOf } from "./workspaces.ts";

const releaseTypes = ["major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease"] as const;

/** npm looks for them in this order, and works with the first. */
const lockfiles = ["npm-shrinkwrap.json", "package-lock.json"];

/** A package to be set to the version. */
export interface Place {
  /** What npm prints above the version; null for the one package of a command without workspaces. */
  readonly name: string | null;
  /** Absolute and virtual. */
  readonly dir: string;
}

/** What is to be written, by path, and what npm prints until it ends or fails. */
export interface Plan {
  readonly written: Map<string, NpmJson>;
  readonly printed: string;
  readonly failure: { stderr: string; exitCode: number } | null;
}

/** Package by package; npm stops at one that has the version already, and keeps what it has written. */
export function planVersions(
  places: readonly Place[],
  wanted: string,
  settings: VersionSettings,
  overlay: Overlay,
): Plan | null {
  const written: Plan["written"] = new Map();
  let printed = "";
  for (const { name, dir } of places) {
    const manifest = readNpmJson(overlay, posix.join(dir, "package.json"));
    const version = manifest && nextVersion(manifest.value, wanted, settings);
    if (manifest === null || version === null) return null;
    if (name !== null) printed += `${name}\n`;
    if (version.isKept && !settings.allowsSame) {
      return { written, printed, failure: { stderr: "npm error Version not changed\n", exitCode: 1 } };
    }
    printed += `${settings.tagPrefix}${version.next}\n`;
    written.set(manifest.path, { ...manifest, value: { ...manifest.value, version: version.next } });
    for (const file of lockfiles) {
      const lock = readNpmJson(overlay, posix.join(dir, file));
      if (lock !== null) written.set(lock.path, { ...lock, value: bumpLock(lock.value, version.next) });
    }
  }
  return { written, printed, failure: null };
}

const fields = v.object({
  version: v.optional(v.string(), ""),
  scripts: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** The version to set, and whether it is the one that is there; null for what is not followed here. */
function nextVersion(
  manifest: JsonObject,
  wanted: string,
  { runsScripts, preid }: VersionSettings,
): { next: string; isKept: boolean } | null {
  const parsed = v.safeParse(fields, manifest);
  if (!parsed.success) return null;
  const { version, scripts } = parsed.output;
  if (runsScripts && ["preversion", "version", "postversion"].some((script) => scripts[script] !== undefined))
    return null;
  const current = semver.clean(version || "0.0.0");
  const release = releaseTypes.find((type) => type === wanted);
  const given = semver.valid(wanted, { loose: true }) && semver.clean(wanted, { loose: true });
  const next = given ?? (release && current ? semver.inc(current, release, { loose: true }, preid) : null);
  return next === null ? null : { next, isKept: next === current };
}

/**
 * Adds what npm writes into the lockfile of the root, in the style of the manifest beside it; false when that is not
 * known.
 */
export function planLock(
  { dir, content }: NpmProject,
  workspaces: readonly NpmMember[],
  { written }: Plan,
  overlay: Overlay,
): boolean {
  const root = toVirtualPath(dir);
  const has = (file: string) => overlay.kindOf(posix.join(root, file)) !== null;
  const file = lockfiles.find(has);
  // npm rewrites the lockfile of yarn as well where there is one.
  if (file === undefined || has("yarn.lock")) return false;
  const path = posix.join(root, file);
  const lock = written.get(path) ?? readNpmJson(overlay, path);
  const manifest = readNpmJson(overlay, posix.join(root, "package.json"));
  if (lock === null || manifest === null) return false;
  const after = (folder: string, before: JsonObject) =>
    written.get(posix.join(folder, "package.json"))?.value ?? before;
  const members = workspaces.map((member) => ({
    name: nameOf(member),
    location: posix.relative(root, toVirtualPath(member.dir)),
    content: after(toVirtualPath(member.dir), member.content),
  }));
  const value = syncLock(lock.value, after(root, content), members);
  if (value === null) return false;
  const { newline, indent } = manifest.style;
  written.set(path, { path, value, style: { newline: newline || "\n", indent: indent || "  " } });
  return true;
}
