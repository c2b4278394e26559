import type { Origin } from "../../host/record/run-record.ts";
import type { Assignment } from "../variables/assignment-text.ts";
import { stemOf } from "../words.ts";

/** One line of a recipe, in which nothing is expanded yet, and where it stands. */
export interface RecipeLine {
  readonly text: string;
  readonly origin: Origin;
}

/** What makes one target. */
export interface Rule {
  readonly prerequisites: string[];
  /** Those that must be there first, whatever their age. */
  readonly orderOnly: string[];
  /** Null when no rule has given one; lines may be added as long as the makefile is read. */
  recipe: RecipeLine[] | null;
  /** What `%` stands for in a static pattern rule. */
  stem: string | null;
  readonly origin: Origin;
}

/** A rule for all targets of a pattern. */
export interface PatternRule extends Rule {
  readonly targets: readonly string[];
}

/** What a target has of its own. */
export interface TargetVariable {
  readonly assignment: Assignment;
  readonly isOverride: boolean;
  readonly isExported: boolean;
}

/** The rules of a make. */
export class Rules {
  readonly explicit = new Map<string, Rule>();
  readonly doubleColon = new Map<string, Rule[]>();
  patterns: PatternRule[] = [];
  readonly phony = new Set<string>();
  readonly variables = new Map<string, TargetVariable[]>();
  readonly patternVariables: { readonly pattern: string; readonly variable: TargetVariable }[] = [];
  /** The special targets that were named, with what they name. */
  readonly special = new Map<string, readonly string[]>();
  /** Makefiles that are read only if they are there, and were not. */
  readonly missing: string[] = [];
  /** The first target; null as long as there is none. */
  first: string | null = null;

  has(name: string): boolean {
    return this.explicit.has(name) || this.doubleColon.has(name);
  }

  isPhony(name: string): boolean {
    return this.phony.has(name);
  }

  /** Whether something is mentioned as a target or a prerequisite. */
  isMentioned(name: string): boolean {
    if (this.has(name)) return true;
    const rules = [...this.explicit.values(), ...[...this.doubleColon.values()].flat()];
    return rules.some(
      ({ prerequisites, orderOnly }) => prerequisites.includes(name) || orderOnly.includes(name),
    );
  }

  variablesOf(name: string): TargetVariable[] {
    const byPattern = this.patternVariables.filter(({ pattern }) => stemOf(pattern, name) !== null);
    return [...byPattern.map(({ variable }) => variable), ...(this.variables.get(name) ?? [])];
  }
}
