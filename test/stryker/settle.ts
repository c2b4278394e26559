import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterEach } from "vitest";

/** What the instrumented sources and Stryker tell each other; ids of mutants are decimal numbers. */
interface Stryker {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  readonly mutantCoverage?: { readonly perTest: Record<string, Record<string, number>> };
}

/** How many tests a mutant is held against at most. */
const mostTests = 30;

const sources = join(import.meta.dirname, "../../src/rules");
const tests = join(import.meta.dirname, "../rules");

// A score must not depend on chance.
fc.configureGlobal({ seed: 1 });

// The thread may have run another mutant before, which must not be seen while test files are being loaded.
const before = stryker();
if (before !== undefined) before.activeMutant = undefined;

// A whole audit runs every rule. A mutant of a rule is held against the tests of that rule alone, and one of what rules
// share against a few dozen: more of them would take hours, and could only raise the score.
afterEach(({ task }) => {
  const { currentTestId, mutantCoverage } = stryker() ?? {};
  const seen = currentTestId === undefined ? undefined : mutantCoverage?.perTest[currentTestId];
  if (process.env["STAGE"] !== "rules" || mutantCoverage === undefined || seen === undefined) return;
  // Either the file of a test or the test itself is named after the rule.
  for (const rule of [basename(task.file.filepath, ".test.ts"), task.name])
    for (const id of mutantsOfOtherRules(rule)) delete seen[id];
  const others = Object.values(mutantCoverage.perTest).filter((tests) => tests !== seen);
  for (const id of Object.keys(seen))
    if (others.filter((tests) => id in tests).length >= mostTests) delete seen[id];
});

function stryker(): Stryker | undefined {
  return Reflect.get(globalThis, "__stryker__");
}

/** The mutants of all rules that have tests of their own, except one. */
function mutantsOfOtherRules(rule: string): string[] {
  if (!existsSync(join(sources, `${rule}.ts`))) return [];
  return readdirSync(sources)
    .filter((name) => name !== `${rule}.ts` && existsSync(join(tests, name.replace(/\.ts$/, ".test.ts"))))
    .flatMap((name) => mutantsIn(readFileSync(join(sources, name), "utf8")));
}

function mutantsIn(instrumented: string): string[] {
  return [...instrumented.matchAll(/stryMutAct_\w+\("(\d+)"\)/g)].map(([, id = ""]) => id);
}
