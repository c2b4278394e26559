/**
 * Reads mutated files until the time is over, and says what is wrong. Ends with exit code 1 when something is.
 *   npm run fuzz -- [--minutes N] [--seed S]
 *   npm run fuzz -- --seed S --replay EXECUTION
 */
import { parseArgs } from "node:util";
import { campaign, type Defect } from "./campaign.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seed: { type: "string" },
    replay: { type: "string" },
  },
});
const seed = numberOf("seed", values.seed ?? String(Date.now() % 1_000_000_000));
const replay = values.replay === undefined ? null : numberOf("replay", values.replay);

function numberOf(name: string, written: string): number {
  const number = Number(written);
  if (written.trim() === "" || !(number >= 0))
    throw new RangeError(`--${name} needs a number, not ${JSON.stringify(written)}`);
  return number;
}

function show({ number, kind, faults, files }: Defect): void {
  console.log(`\ndefect in execution ${number} (${kind}) of seed ${seed}`);
  for (const fault of faults) console.log(`  ${fault}`);
  for (const { saved, chain } of files)
    console.log(`  ${JSON.stringify(saved)}: ${chain.join(", ") || "unchanged"}`);
  console.log(`  again: npm run fuzz -- --seed ${seed} --replay ${number}`);
}

console.log(`seed ${seed}`);
const { executions, seconds, counts, defects } = await campaign({
  seed,
  ...(replay === null
    ? { count: null, seconds: numberOf("minutes", values.minutes) * 60 }
    : { first: replay, count: 1, seconds: null }),
  onDefect: show,
  onProgress: (made) => console.log(`${made} executions`),
});
console.log("");
for (const [label, count] of [...counts].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(8)}  ${label}`);
const rate = (executions / seconds).toFixed(0);
console.log(
  `\n${executions} executions in ${seconds.toFixed(1)} s (${rate} per second), ${defects.length} with defects`,
);
process.exitCode = defects.length === 0 ? 0 : 1;
