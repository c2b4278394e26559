import type { Config } from "../config/config.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { JudgedOccurrence } from "../judge/judged-occurrence.ts";
import type { Verdict } from "../judge/verdict.ts";
import type { Edit } from "../release/edits/edit.ts";
import type { Certainty, Mechanism } from "../release/mechanism.ts";
import type { Probes } from "../release/probes/further-rehearsals.ts";
import type { Engine, MovedTrain, Rehearsal } from "../release/rehearsal.ts";
import type { Workspace } from "../repository/packages/workspace.ts";
import type { Note, Repository } from "../repository/repository.ts";
import type { Finding, Severity } from "./finding.ts";

/** The release that is being judged. */
export interface ReleaseFacts {
  /** The version that the train holds now. */
  readonly current: string;
  /** The version that the bump would give it. */
  readonly target: string;
  /** True when the user named the target; false when it is only the next version after current. */
  readonly targetChosen: boolean;
  /** The version, occurring nowhere in the repository, with which coverage was rehearsed. */
  readonly sentinel: string;
  /** The newest release tag without its `v`; null without tags. */
  readonly latestTag: string | null;
  /** The entry of the first release, relative to the root. */
  readonly entry: string;
  readonly engine: Engine;
  /** The mechanism that says most of what the release writes; null where nothing is known of it. */
  readonly mechanism: Mechanism | null;
  /** How it is known what the release writes, in a few words: `sandbox`, `release-please`, `the last 3 releases`. */
  readonly how: string;
  /** How the release is called, with `{version}` where it takes one; null for one that nobody calls. */
  readonly call: string | null;
  /** How sure it is what the release writes, by each mechanism that says it, the main one first. */
  readonly certainties: readonly Certainty[];
}

/** One of the trains that a release moves. */
export interface TrainFacts extends Pick<MovedTrain, "name" | "folders" | "packages"> {
  /** The version that it holds now; null where nothing says it. */
  readonly current: string | null;
  /** The version that the release gives it; null where nothing says it. */
  readonly target: string | null;
  /** The version with which it was rehearsed. */
  readonly sentinel: string;
  /** Its newest release tag without what stands before the version; null without tags. */
  readonly latestTag: string | null;
  /** Every version that a tag of it names. */
  readonly released: ReadonlySet<string>;
}

/** The audit so far: everything that a rule may look at. */
export interface AuditSoFar {
  readonly config: Config;
  readonly repository: Repository;
  readonly workspace: Workspace;
  readonly release: ReleaseFacts;
  /** The trains that the release moves, the main one first; empty where nothing was rehearsed. */
  readonly trains: readonly TrainFacts[];
  /**
   * One rehearsal per configured release, all with the sentinel; of a release that throws at a dead rule, what it does
   * without that rule.
   */
  readonly rehearsals: readonly Rehearsal[];
  readonly probes: Probes;
  readonly edits: readonly Edit[];
  /** Sorted by path and offset. */
  readonly occurrences: readonly JudgedOccurrence[];
  /** What the evidence was weighed with: the train, its names and its history. */
  readonly evidence: Evidence;
  readonly notes: readonly Note[];
  /** The absolute path of the cargo home, whose registry may hold the sources of crates; null when it is not known. */
  readonly cargoHome: string | null;
}

/** Findings that were made and are not reported. */
export interface LeftOut {
  /**
   * What leaves them out: that only a folder was asked about, what has not changed since a revision, what is not staged, excluded
   * files, or a baseline.
   */
  readonly by: "folder" | "since" | "staged" | "exclude" | "baseline";
  /** The folder, the revision, the globs, or the path of the baseline; null for what is staged. */
  readonly of: string | null;
  readonly findings: number;
}

/** Counts of one audit. */
export interface Summary {
  readonly files: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Owed occurrences, and how many of them are covered or generated. */
  readonly coverage: { readonly kept: number; readonly owed: number };
  /** Coverage of the state before, where it was audited to tell what a change causes; else null. */
  readonly coverageBefore: Summary["coverage"] | null;
  /** Empty when everything that was found is reported. */
  readonly leftOut: readonly LeftOut[];
}

/** What the rules saw, and their findings. */
export interface FoundAudit extends AuditSoFar {
  /** Sorted by severity, rule, path and offset. */
  readonly findings: readonly Finding[];
}

/** What `audit` gives: what the rules saw, their findings, and the counts. */
export interface Audit extends FoundAudit {
  readonly summary: Summary;
}
