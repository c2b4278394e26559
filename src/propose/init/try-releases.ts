import * as v from "valibot";
import { type Release, releaseSchema } from "../../config/schema.ts";
import { filesGivenVersion } from "../../release/given-version.ts";
import type { Rehearsal } from "../../release/rehearsal.ts";
import type { ReleaseCandidate } from "./release-candidates.ts";

/** What came of rehearsing one candidate. */
export interface Trial extends ReleaseCandidate {
  readonly rehearsal: Rehearsal;
  /** How many existing files it gives the new version. */
  readonly written: number;
}

/** Rehearses one release with the target, which must occur nowhere in the repository. */
type Rehearse = (release: Release) => Promise<Rehearsal>;

/** How often a candidate is helped over something that it asks for. */
const mostHelp = 6;
const secondsPerTrial = 10;

/**
 * Rehearses the candidates, of one script only until a way to call it writes the target. What a script asks the network
 * or the environment is given a stand-in, which becomes part of its table. The best trial comes first.
 */
export async function tryReleases(
  candidates: readonly ReleaseCandidate[],
  rehearse: Rehearse,
): Promise<Trial[]> {
  const trials = new Map<string, Trial>();
  for (const candidate of candidates) {
    const known = trials.get(candidate.script);
    if (known !== undefined && known.written > 0) continue;
    const trial = await tryRelease(candidate, rehearse);
    // A way that ends without a version says less than one that stopped for what the sandbox lacks.
    const isBetter = isDone(trial) && known?.rehearsal.outcome.ended === "failed";
    const tellsMore = known === undefined || trial.written > 0 || isBetter;
    if (tellsMore) trials.set(candidate.script, trial);
  }
  return [...trials.values()].sort((a, b) => b.written - a.written || Number(isDone(b)) - Number(isDone(a)));
}

/** True when the script came to its end, as a release that succeeds does. */
export function isDone({ rehearsal: { outcome } }: Trial): boolean {
  return outcome.ended === "completed" && outcome.exitCode === 0;
}

async function tryRelease(candidate: ReleaseCandidate, rehearse: Rehearse): Promise<Trial> {
  let table = candidate.table;
  for (let help = 0; ; help++) {
    const release: Release = v.parse(releaseSchema, { ...table, timeoutSeconds: secondsPerTrial });
    const rehearsal = await rehearse(release);
    const more = help < mostHelp ? moreFor(release, rehearsal) : null;
    if (more === null) return { ...candidate, table, rehearsal, written: filesGivenVersion(rehearsal).size };
    table = { ...table, ...more };
  }
}

/** The tables that the script lacks: answers of addresses, or a variable that it says it requires. */
function moreFor(release: Release, rehearsal: Rehearsal): Partial<Release> | null {
  const answers = { ...release.answers };
  for (const { argv, answer } of rehearsal.commands)
    if (argv[0] === "fetch" && answer === "not run") answers[`fetch ${originOf(argv[1] ?? "")}*`] = "{}";
  const branch = filesGivenVersion(rehearsal).size === 0 ? wantedBranch(rehearsal) : null;
  if (branch !== null) answers[branch.command] = branch.name;
  if (Object.keys(answers).length > Object.keys(release.answers).length) return { answers };
  const variable = requiredVariable(rehearsal);
  if (variable === null || Object.hasOwn(release.env, variable)) return null;
  const value = variable.endsWith("_URL") ? "https://example.com" : "version-audit";
  return { env: { ...release.env, [variable]: value } };
}

/** `You should be on branch "v2"`: the branch that a script insists on, and the command that asks for it. */
function wantedBranch({ commands, log }: Rehearsal): { command: string; name: string } | null {
  const asked = commands.find(({ command }) =>
    /^git (?:branch --show-current|rev-parse --abbrev-ref HEAD|symbolic-ref --short HEAD)$/.test(command),
  );
  const said = log.map(({ text }) => /\bbranch ["'`]([\w./-]{1,100})["'`]/.exec(text)?.[1]);
  const name = said.find((branch) => branch !== undefined && branch !== asked?.stdout.trim());
  return asked === undefined || name === undefined ? null : { command: asked.command, name };
}

function originOf(address: string): string {
  return /^[a-z]+:\/\/[^/]+\//.exec(address)?.[0] ?? address;
}

/** `GITHUB_TOKEN is required`, `missing environment variable TOKEN_X`: the name that a failed script complains about. */
function requiredVariable({ outcome }: Rehearsal): string | null {
  if (outcome.ended !== "failed") return null;
  if (!/required|missing|not set|must be set|undefined|environment/i.test(outcome.message)) return null;
  return /\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/.exec(outcome.message)?.[0] ?? null;
}
