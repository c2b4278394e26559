import { posix } from "node:path";
import semver from "semver";
import { type Manifest, requirementsIn } from "../shared/javascript/manifest.ts";

/** The fields in lerna's order; of a requirement that stands in several only the first one is moved. */
const fields = ["dependencies", "optionalDependencies", "devDependencies", "peerDependencies"] as const;

/** A requirement of one package of the repository on another one, which lerna may move. */
export interface LocalRequirement {
  readonly name: string;
  readonly field: string;
  readonly range: string;
}

/**
 * The requirements on other packages that lerna links: those whose range takes in the version that is there. Peers count
 * only by the workspace protocol.
 * https://github.com/lerna/lerna/blob/main/libs/core/src/lib/command/create-project-graph-with-packages.ts and package.ts
 */
export function localRequirements(
  manifest: Manifest,
  packages: readonly Manifest[],
): readonly LocalRequirement[] {
  return packages.flatMap((target) => {
    for (const field of ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]) {
      const range = requirementsIn(manifest.content, field).get(target.name);
      if (range === undefined || range === "") continue;
      if (field === "peerDependencies" && !range.startsWith("workspace:")) continue;
      return isLinked(range, target, manifest) ? [{ name: target.name, field, range }] : [];
    }
    return [];
  });
}

function isLinked(range: string, target: Manifest, { dir }: Manifest): boolean {
  if (range.startsWith("workspace:")) return true;
  const [, folder] = /^(?:file|link):(.*)$/u.exec(range) ?? [];
  if (folder !== undefined) return posix.normalize(posix.join(dir, folder)) === target.dir;
  const hash = range.indexOf("#");
  const wanted = hash === -1 ? range : range.slice(hash + 1).replace(/^(?:semver:)?v?/u, "");
  return semver.satisfies(target.version ?? "", wanted);
}

/**
 * The manifest with the requirement at a version; lerna writes a caret or nothing, whatever was there. The content is
 * the same where nothing is to be moved.
 */
export function moveRequirement(
  content: Manifest["content"],
  { name }: LocalRequirement,
  version: string,
  prefix: string,
): Manifest["content"] {
  const field = fields.find((one) => requirementsIn(content, one).has(name));
  const range = field === undefined ? undefined : requirementsIn(content, field).get(name);
  if (field === undefined || range === undefined) return content;
  const moved = movedRange(range, version, prefix);
  return moved === null ? content : { ...content, [field]: { ...Object(content[field]), [name]: moved } };
}

function movedRange(range: string, version: string, prefix: string): string | null {
  if (range.startsWith("workspace:")) {
    if (/^workspace:[*^~]$/u.test(range)) return null;
    return `${/^workspace:[*~^]?/u.exec(range)?.[0]}${version}`;
  }
  if (/^(?:file|link):/u.test(range)) return null;
  const [, before, kind, mark] = /^(.*#)(semver:)?(\D*)/u.exec(range) ?? [];
  if (before !== undefined)
    return kind === undefined ? `${before}${mark}${version}` : `${before}${kind}${prefix}${version}`;
  return range.includes(":") ? null : `${prefix}${version}`;
}
