import type { AuditSoFar } from "../../../findings/audit.ts";
import type { Occurrence } from "../../../inventory/occurrence.ts";
import { occurrencesIn } from "../../../judge/occurrences-in.ts";
import { comparable, type MemberValue } from "./member-value.ts";

/** The tags of an image in one file. */
export function imageTags(path: string, image: string, audit: AuditSoFar): MemberValue[] {
  return occurrencesIn(path, audit.occurrences)
    .filter((found) => found.kind === "image" && found.subject?.name === image)
    .map((found) => occurring(`the tag of ${image}`, found, audit));
}

/** The versions that a toolchain file asks for, for example `.nvmrc` or `rust-toolchain.toml`. */
export function toolchainPins(path: string, _name: string, audit: AuditSoFar): MemberValue[] {
  return audit.occurrences
    .filter((found) => found.path === path && found.kind === "toolchain")
    .map((found) => occurring(`the toolchain of ${path}`, found, audit));
}

function occurring(
  what: string,
  { path, span, version }: Occurrence,
  { repository }: AuditSoFar,
): MemberValue {
  return {
    what,
    value: comparable(version),
    how: null,
    location: repository.locate(path, span),
    role: "holds",
  };
}
