import type { KeyPath } from "../repository/documents/document.ts";
import type { PackageType } from "../repository/packages/package-type.ts";
import type { Span } from "../repository/text/span.ts";

/** What a version can be a version of. */
export type SubjectType =
  | PackageType
  | "image"
  | "action"
  | "api"
  | "schema"
  | "toolchain"
  | "constant"
  | "name"
  /** The format of a file, or the least version of a platform that it asks for. */
  | "format";

/** What a version is a version of, as the place itself says it. Shown as `type:name`. */
export interface Subject {
  readonly type: SubjectType;
  readonly name: string;
}

/** How a version string can be written. */
export const occurrenceKinds = [
  /** The version that a manifest gives its own package: `version` of package.json, `[package]`, `[workspace.package]`. */
  "manifest-version",
  /** A dependency's requirement in a manifest. */
  "dependency",
  /** The entry of a package in a lockfile. */
  "lock-entry",
  /** The tag of a container image, or the reference of a GitHub action, whose subject has the type `action`. */
  "image",
  /** `info.version` of an OpenAPI or AsyncAPI document. */
  "api-version",
  /** A constant in source code, a string or an integer. */
  "constant",
  /** A file of a numbered schema folder; the span is empty and stands at the start of the file. */
  "schema",
  /** A name and a version in an install command or a manifest excerpt, in documentation, comments or scripts. */
  "snippet",
  /** A version inside a URL. */
  "url",
  /** `NAME_VERSION=1.2.3` and its kin in scripts, environment files and workflows. */
  "assignment",
  /** A toolchain pin: rust-toolchain, `.nvmrc`, `packageManager`, `engines`. */
  "toolchain",
  /** The header that a generator left in its output. */
  "generated-header",
  /** Any other version string. */
  "text",
] as const;

export type OccurrenceKind = (typeof occurrenceKinds)[number];

/** One version string at one place. */
export interface Occurrence {
  /** Relative to the audited root, with `/`. */
  readonly path: string;
  /** Where `version` stands. */
  readonly span: Span;
  /** The string as it is written, for example `^2.3.7`, `=2.3.7`, `v2.3.7` or `0x07`. */
  readonly text: string;
  /** The bare version inside `text`, for example `2.3.7`; as written for integers (`0x07`). */
  readonly version: string;
  readonly kind: OccurrenceKind;
  /** What the place itself says it is a version of; null for a bare number. */
  readonly subject: Subject | null;
  /** The key path in a structured document; null elsewhere. */
  readonly keyPath: KeyPath | null;
  /**
   * The numbers of a version that is written as components (`MAJOR`, `MINOR`, `PATCH`), in their order; `version` then
   * joins them with dots, and `span` is that of the last.
   */
  readonly parts?: readonly Span[];
}

/** `type:name`, the form in which a subject is shown and filtered. */
export function subjectName(subject: Subject): string {
  return `${subject.type}:${subject.name}`;
}
