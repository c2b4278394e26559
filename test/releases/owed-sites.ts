import type { BuiltAudit } from "./audit-built.ts";

/** A repository at a revision, and the places that its own version check lists. */
export interface Guard {
  /** `owner/name`. */
  readonly repo: string;
  readonly rev: string;
  readonly sites: readonly {
    readonly path: string;
    /** 1-based. */
    readonly line: number;
    readonly value: string;
  }[];
}

const owed = new Set(["covered", "generated", "stale", "behind", "ahead"]);

/** The sites that are not judged to be owed, as `path:line value`, each with what is said of it instead. */
export function notOwed({ sites }: Guard, { occurrences }: BuiltAudit): string[] {
  return sites.flatMap(({ path, line, value }) => {
    const here = occurrences.filter((place) => place.path === path && place.line === line);
    if (here.some(({ verdict }) => owed.has(verdict))) return [];
    const said = here.map(({ verdict, reason }) => `${verdict}: ${reason}`).join(" | ");
    return [`${path}:${line} ${value} ${said || "not seen"}`];
  });
}
