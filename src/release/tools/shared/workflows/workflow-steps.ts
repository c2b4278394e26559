import { plainYaml } from "../../../../repository/documents/plain-yaml.ts";
import type { Repository } from "../../../../repository/repository.ts";
import { LineIndex } from "../../../../repository/text/location.ts";
import type { Origin } from "../../../rehearsal.ts";
import { listOf, textOf } from "../configuration/plain-values.ts";
import { type Table, tableOf } from "../configuration/table.ts";

/** One step of a job of a GitHub workflow or of a composite action. */
export interface WorkflowStep {
  /** The action, without its revision: `owner/name`. Null for a step that runs commands. */
  readonly action: string | null;
  /** The major version of the action, also where a comment tells that of a hash; null where nothing tells it. */
  readonly major: number | null;
  readonly inputs: Table;
  /** The commands; null for a step that uses an action. */
  readonly run: string | null;
  /** The line of its `uses` or `run`. */
  readonly origin: Origin;
}

const workflow = /^\.github\/(?:workflows\/[^/]+|actions\/[^/]+\/action)\.ya?ml$/;
const stepsOf = new WeakMap<Repository, readonly WorkflowStep[]>();

/** The steps of every workflow of the repository, in the order of their files; what does not parse has none. */
export function workflowSteps(repository: Repository): readonly WorkflowStep[] {
  const known = stepsOf.get(repository);
  if (known !== undefined) return known;
  const steps = repository.paths
    .filter((path) => workflow.test(path))
    .flatMap((path) => read(repository, path));
  stepsOf.set(repository, steps);
  return steps;
}

function read(repository: Repository, path: string): WorkflowStep[] {
  const text = repository.read(path);
  if (text === null) return [];
  const root = tableOf(plainYaml(text));
  const jobs = [tableOf(root["runs"]), ...Object.values(tableOf(root["jobs"])).map(tableOf)];
  const lines = new LineIndex(text);
  return jobs
    .flatMap((job) => [job, ...listOf(job["steps"]).map(tableOf)])
    .flatMap((step) => {
      const uses = textOf(step["uses"]);
      const run = textOf(step["run"]);
      if (uses === null && run === null) return [];
      const offset = text.indexOf(uses ?? run?.split("\n")[0] ?? "");
      const origin: Origin = { path, ...lines.position(Math.max(0, offset)), function: null };
      const major = uses === null ? null : majorOf(lines.lineText(origin.line));
      return [{ action: uses?.split("@")[0] ?? null, major, inputs: tableOf(step["with"]), run, origin }];
    });
}

/** `@v4.1.0`, or `@<hash> # v4.1.0`. */
function majorOf(line: string): number | null {
  const major = /(?:@|#\s?)v?(\d{1,3})(?![\w-])/.exec(line)?.[1];
  return major === undefined ? null : Number(major);
}
