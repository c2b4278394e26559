import type { Field, Place } from "../../repository/documents/fields/field.ts";
import { nameOf, readFields } from "../../repository/documents/fields/read-fields.ts";
import { kindsOf } from "../catalogue/catalogue.ts";
import type { ManifestKind } from "../catalogue/manifest-kind.ts";
import type { Ecosystem, SourceText } from "../ecosystem.ts";
import type { Occurrence } from "../occurrence.ts";
import { ownVersion } from "../versions/own-version.ts";
import { semverRequirement } from "./requirement.ts";

/** The own version fields of every kind of manifest in the catalogue, what they ask for, and what is no version of theirs. */
export const ownField: Ecosystem = {
  name: "own-field",
  matches: (path) => kindsOf(path).length > 0,
  occurrences(file) {
    const found: Occurrence[] = [];
    for (const kind of kindsOf(file.path)) {
      if (kind.holds !== undefined && !file.text.includes(kind.holds)) continue;
      found.push(...ownFields(file, kind), ...otherFields(file, kind), ...requirements(file, kind));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  },
};

function ownFields(file: SourceText, kind: ManifestKind): Occurrence[] {
  const fields = fieldsAt(file, kind.own);
  return (kind.firstOnly === true ? fields.slice(0, 1) : fields).flatMap((field) => {
    const name = nameOf(file, field, kind.name);
    const subject = name === null ? null : { type: kind.subject, name };
    return occurrenceOf(file, field, kind, { kind: "manifest-version", subject });
  });
}

/** The format of a file and the platforms that it asks for are toolchains: no release gives them a version. */
function otherFields(file: SourceText, kind: ManifestKind): Occurrence[] {
  return fieldsAt(file, kind.others ?? []).flatMap((field) =>
    occurrenceOf(file, field, kind, {
      kind: "toolchain",
      subject: {
        type: "format",
        name: String(field.scope.at(-1) ?? "format"),
      },
    }),
  );
}

function requirements(file: SourceText, kind: ManifestKind): Occurrence[] {
  return (kind.requires ?? []).flatMap(({ version, name, subject = kind.subject }) =>
    readFields(file, version).flatMap((field) => {
      const asked = nameOf(file, field, name);
      if (asked === null) return [];
      const { value, span, keyPath } = field;
      const whole = ownVersion(value, "version");
      return (whole === null ? semverRequirement(value) : [whole]).map((found): Occurrence => {
        const start = span.start + found.at;
        const place = { start, end: start + found.version.length };
        const { version: bare } = found;
        const { path } = file;
        return {
          path,
          span: place,
          text: value,
          version: bare,
          kind: "dependency",
          subject: { type: subject, name: asked },
          keyPath,
        };
      });
    }),
  );
}

function fieldsAt(file: SourceText, places: readonly Place[]): Field[] {
  const fields = places.flatMap((place) => readFields(file, place));
  return places.length < 2 ? fields : fields.sort((a, b) => a.span.start - b.span.start);
}

function occurrenceOf(
  { path }: SourceText,
  { value, span, keyPath, parts }: Field,
  { grammar = "version" }: ManifestKind,
  { kind, subject }: { readonly kind: Occurrence["kind"]; readonly subject: Occurrence["subject"] },
): Occurrence[] {
  if (parts !== undefined)
    return [{ path, span, text: value, version: value, kind, subject, keyPath, parts }];
  const found = ownVersion(value, grammar);
  if (found === null) return [];
  const start = span.start + found.at;
  const end = start + found.version.length;
  return [{ path, span: { start, end }, text: value, version: found.version, kind, subject, keyPath }];
}
