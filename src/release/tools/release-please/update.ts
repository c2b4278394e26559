import type { Origin } from "../../rehearsal.ts";

/** A version as release-please takes it apart, see its `src/version.ts`. */
export interface ReleaseVersion {
  readonly text: string;
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
}

/**
 * What the tool makes of the text of a file. Throws an Inapplicable where it would fail.
 * @param text what the file holds at that moment
 */
export type Updater = (text: string, version: ReleaseVersion) => string;

/** One file that a component's release looks at. */
export interface Update {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly updater: Updater;
  /** The line of the configuration that leads to it. */
  readonly origin: Origin;
  /** True for an entry of the configuration, false for a file that the release type looks for by itself. */
  readonly isDeclared: boolean;
  /** True where the lines of the file are annotated for the generic updater. */
  readonly isAnnotated?: boolean;
}

/** A file on which the tool itself would fail. */
export class Inapplicable extends Error {
  /** @param reason one clause without a full stop */
  constructor(reason: string) {
    super(reason);
    this.name = "Inapplicable";
  }
}

const parts = /(?<!\d)(\d+)\.(\d+)\.(\d+)/;

export function releaseVersion(text: string): ReleaseVersion {
  const [, major = text, minor = "0", patch = "0"] = parts.exec(text) ?? [];
  return { text, major, minor, patch };
}
