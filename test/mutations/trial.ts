import type { Finding } from "../../src/findings/finding.ts";
import { audit } from "../cli/compiled-library.ts";
import { committing as environment } from "../repository/files/git-environment.ts";
import type { Change, Given, Mutation } from "./mutation.ts";
import type { Nursery } from "./scratch.ts";

/** What an audit says after a mutation that it did not say before. */
export interface Outcome {
  readonly added: readonly Finding[];
  /** In milliseconds, of the audit after the mutation. */
  readonly duration: number;
}

/** Audits mutations of the scratch copies; what is known without a mutation is audited once for each given state. */
export function openTrials(nursery: Nursery): (mutation: Mutation) => Promise<Outcome> {
  const known = new Map<Given | undefined, Promise<readonly Finding[]>>();
  const findingsOf = async (changes: readonly Change[], target?: string): Promise<readonly Finding[]> => {
    const tree = nursery.copy();
    try {
      for (const change of changes) change(tree);
      const named = target === undefined ? {} : { target };
      return (await audit({ root: tree.root, environment, ...named })).findings;
    } finally {
      tree.discard();
    }
  };
  return async ({ given, target, change }) => {
    const prepare = given === undefined ? [] : [given.prepare];
    const before = known.get(given) ?? findingsOf(prepare);
    known.set(given, before);
    const findings = await before;
    const start = performance.now();
    const after = await findingsOf([...prepare, change], target);
    return { added: addedTo(findings, after), duration: performance.now() - start };
  };
}

/** The findings that are not among those before; lines may move, so a finding is known by what it says of which file. */
function addedTo(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of before) left.set(identityOf(finding), (left.get(identityOf(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const count = left.get(identityOf(finding)) ?? 0;
    left.set(identityOf(finding), count - 1);
    return count <= 0;
  });
}

function identityOf({ rule, severity, message, location }: Finding): string {
  return JSON.stringify([rule, severity, message, location.path]);
}
