// Tries to mislead the packed bundle, each with what must hold all the same.
//   npm run attack [-- --short] [GROUP ...]
import { availableParallelism } from "node:os";
import { bounds } from "./bounds.ts";
import { bytes } from "./bytes.ts";
import { gate } from "./gate.ts";
import { missingThings } from "./missing.ts";
import { outside } from "./outside.ts";
import { rehearsals } from "./rehearsals.ts";
import { speech } from "./speech.ts";
import type { Try } from "./try.ts";

const all: readonly Try[] = [
  ...rehearsals,
  ...gate,
  ...missingThings,
  ...speech,
  ...outside,
  ...bounds,
  ...bytes,
];

/** The short form takes one of so many, spread over all groups. */
const step = 9;

const args = process.argv.slice(2);
const groups = args.filter((arg) => !arg.startsWith("--"));
const asked = all.filter(({ group }) => groups.length === 0 || groups.includes(group));
const tries = args.includes("--short") ? asked.filter((_, index) => index % step === 0) : asked;

const failed: string[] = [];
const waiting = [...tries];
await Promise.all(Array.from({ length: availableParallelism() }, work));
for (const line of failed) console.log(line);
for (const group of new Set(tries.map((each) => each.group)))
  console.log(`${group.padEnd(10)} ${tries.filter((each) => each.group === group).length} tries`);
console.log(`${tries.length - failed.length} of ${tries.length} tries held`);
process.exitCode = failed.length === 0 && tries.length > 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { group, name, holds } = next;
    const wrong = await holds();
    if (wrong !== null)
      failed.push(`FAILED ${group}: ${name}\n    ${wrong.slice(0, 600).replaceAll("\n", "\n    ")}`);
  }
}
