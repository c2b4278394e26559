import { parseVersion, versionPattern } from "./version.ts";

/** The version inside an image tag. Offsets are UTF-16 offsets into the tag. */
export interface TaggedVersion {
  readonly version: string;
  readonly start: number;
}

/** Up to four numbers at the start of a tag, perhaps after a `v`, and then nothing or a variant. */
const leading = /^[vV]?(\d{1,15}(?:\.\d{1,15}){0,3})(?=$|[-_+])/;

/**
 * Finds the version in an image tag: 22 in `22-alpine`, 1.91 in `1.91-bookworm`, 2.3.0-rc.4 in `2.3.0-rc.4-slim`,
 * 1.2.3 in `slim-1.2.3`. Null for tags that name no version: `latest`, `sha-0a1b2c3`, `bookworm-slim`.
 * Tags are those of https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests .
 */
export function findTagVersion(tag: string): TaggedVersion | null {
  const full = versionPattern().exec(tag);
  if (full !== null && parseVersion(full[0]) !== null) return { version: full[0], start: full.index };
  const version = leading.exec(tag)?.[1];
  return version === undefined ? null : { version, start: tag.indexOf(version) };
}
