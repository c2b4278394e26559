import { parseVersion } from "../../inventory/versions/version.ts";

/**
 * The spellings in which places of one release write its version, by name. A form that a version does not have is
 * missing; two forms of one version may be the same text.
 */
export function formsOf(version: string): ReadonlyMap<FormName, string> {
  const forms = new Map<FormName, string>([["full", version]]);
  const numbers = /^\d+(?:\.\d+)*/u.exec(version)?.[0] ?? version;
  // Before the numbers alone, which it begins with.
  const debian = debianOf(version, numbers);
  if (debian !== null) forms.set("debian", debian);
  if (numbers !== version) forms.set("numbers", numbers);
  const parts = numbers.split(".");
  if (parts.length === 3) forms.set("four", `${numbers}.0`);
  if (parts.length >= 2) forms.set("underscored", parts.join("_"));
  const python = pythonOf(version);
  if (python !== null && python !== version) forms.set("python", python);
  const semantic = parseVersion(version)?.version;
  if (semantic !== undefined && semantic !== version) forms.set("semver", semantic);
  return forms;
}

/** `full` as the train itself writes it; the others are what ecosystems and identifiers make of it. */
export type FormName = "full" | "numbers" | "four" | "underscored" | "python" | "debian" | "semver";

const stages = new Map([
  ["alpha", "a"],
  ["beta", "b"],
  ["rc", "rc"],
]);

/** How Python writes a prerelease of semver (https://peps.python.org/pep-0440/#normalization): `1.2.0-beta.3` is `1.2.0b3`. */
function pythonOf(version: string): string | null {
  const match = /^(\d+\.\d+\.\d+)-(alpha|beta|rc|dev)\.?(\d+)$/u.exec(version);
  if (match === null) return null;
  const [, numbers = "", stage = "", count = ""] = match;
  return stage === "dev" ? `${numbers}.dev${count}` : `${numbers}${stages.get(stage) ?? stage}${count}`;
}

/** How Debian writes what comes before a release (https://www.debian.org/doc/debian-policy/ch-controlfields.html#version): `1.2.0rc1` is `1.2.0~rc1`. */
function debianOf(version: string, numbers: string): string | null {
  const [, stage, count = ""] =
    /^[-.]?([A-Za-z]{1,10})[-.]?(\d{1,6})?$/u.exec(version.slice(numbers.length)) ?? [];
  return stage === undefined ? null : `${numbers}~${stage}${count}`;
}
