import type { Scratch } from "./scratch.ts";

/** What a mutation does to a scratch copy. */
export type Change = (tree: Scratch) => void;

/** What the repository is like before the mutation: the same with it and without it. */
export interface Given {
  readonly name: string;
  readonly prepare: Change;
}

/** One change to the mini monorepo. */
export interface Mutation {
  /** What somebody did, in a few words. */
  readonly title: string;
  readonly given?: Given;
  /** The target that the user names, in place of the next version. */
  readonly target?: string;
  readonly change: Change;
}

/** A change that makes a release wrong, and the rule that must say so. */
export interface Defect extends Mutation {
  readonly rule: string;
  /** The path of the file at which it must be reported. */
  readonly at: string;
  /**
   * Errors of other rules that are right, too: `rule path`, or `rule` for many paths. Each must turn up, so that the
   * list does not excuse more than it has to.
   */
  readonly besides?: readonly string[];
}

/** Writes a configuration of these tables; the release is recognised without it. */
export function configured(name: string, tables: string, prepare: Change = () => {}): Given {
  return {
    name,
    prepare(tree) {
      prepare(tree);
      tree.write("version-audit.toml", tables);
    },
  };
}
