/**
 * Prints a table of all mutations: which rule reports each defect and where, and how the audit keeps quiet about each
 * harmless edit. Below a line that fails stands what is wrong; with words, only mutations that have them are tried, and
 * everything that the audit says after them is shown.
 *   npm run check:mutations -- [WORDS OF A RULE OR A TITLE]
 */
import type { Finding } from "../../src/findings/finding.ts";
import { defects } from "./defects.ts";
import { faultsOf, shown, troublesOf } from "./faults.ts";
import { harmless } from "./harmless.ts";
import type { Mutation } from "./mutation.ts";
import { openNursery } from "./scratch.ts";
import { openTrials } from "./trial.ts";

const words = process.argv.slice(2).join(" ");
const nursery = openNursery();
const outcomeOf = openTrials(nursery);

/** Tries mutations one after the other and gives the number of those that went as they should. */
async function tryAll<M extends Mutation>(
  mutations: readonly M[],
  good: string,
  nameOf: (mutation: M) => string,
  judge: (mutation: M, added: readonly Finding[]) => string[],
): Promise<number> {
  let right = 0;
  for (const mutation of mutations) {
    const { added, duration } = await outcomeOf(mutation);
    const wrong = judge(mutation, added);
    if (wrong.length === 0) right += 1;
    const time = `${Math.round(duration)} ms`.padStart(8);
    console.log(`${wrong.length === 0 ? good : "WRONG "} ${time}  ${nameOf(mutation)}`);
    for (const line of [...wrong, ...(words === "" ? [] : added.map(shown))])
      console.log(`${" ".repeat(17)}${line}`);
  }
  return right;
}

const start = performance.now();
try {
  const tried = defects.filter(({ rule, title }) => `${rule} ${title}`.includes(words));
  const edits = harmless.filter(({ title }) => title.includes(words));
  const caught = await tryAll(tried, "caught", ({ rule, title }) => `${rule.padEnd(22)} ${title}`, faultsOf);
  const quiet = await tryAll(
    edits,
    "quiet ",
    ({ title }) => title,
    (_, added) => troublesOf(added),
  );
  const rules = new Set(tried.map(({ rule }) => rule)).size;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `\n${caught} of ${tried.length} defects of ${rules} rules are caught, and no other error with them`,
  );
  console.log(`${quiet} of ${edits.length} harmless edits cause no error and no warning, in ${seconds} s`);
  process.exitCode = caught === tried.length && quiet === edits.length ? 0 : 1;
} finally {
  nursery.clear();
}
