import type { AuditError } from "../../audit-error.ts";
import type { Certainty, Mechanism } from "../../release/mechanism.ts";
import type { FoundAudit } from "../audit.ts";

/** What was understood of the release of a repository, at length. */
export interface Diagnosis {
  /** The audit that follows of it; null where none could be made. */
  readonly audit: FoundAudit | null;
  /** What kept the audit from being made; null where it was made. */
  readonly obstacle: AuditError | null;
  /** Every release that was found or is configured, in the order in which they were tried. */
  readonly candidates: readonly Candidate[];
  /** What looks like a release and was not even tried. */
  readonly passedOver: readonly { readonly subject: string; readonly reason: string }[];
  /** What would tell more than is known, the most important first. */
  readonly missing: readonly Missing[];
}

/** One way in which the repository may be released. */
export interface Candidate {
  /** The tool, the script, the target of a makefile, the command line, or `history`. */
  readonly name: string;
  /** What `version-audit.toml` would say of it. */
  readonly table: Readonly<Record<string, unknown>>;
  readonly mechanism: Mechanism;
  readonly certainty: Certainty;
  /** What speaks for it, one clause. */
  readonly why: string;
  /** The file that says so, relative to the root; null for what git tells. */
  readonly path: string | null;
  /** How it is called, with `{version}` where it takes one; null for what nobody calls. */
  readonly call: string | null;
  /** Whether verdicts follow of it, it adds to those of another, or nothing follows of it. */
  readonly role: "taken" | "completes" | "not-taken";
  /** Why it has this role, one clause; null where it was taken and nothing speaks against it. */
  readonly reason: string | null;
  /** What it writes of new versions; null where it could not be rehearsed. */
  readonly writes: { readonly files: number; readonly places: number } | null;
  /** The commands that it starts and that were neither carried out nor answered. */
  readonly commands: readonly string[];
}

/** Something that is not there, and what to do about it. */
export interface Missing {
  /** One clause without a full stop. */
  readonly what: string;
  readonly help: string;
}
