import { posix } from "node:path";
import type { Origin } from "../host/record/run-record.ts";
import { inputValues, startingValues } from "./contexts.ts";
import type { Contexts } from "./expressions/evaluate.ts";
import { filled, interpolate } from "./expressions/interpolate.ts";
import { Unknown, type Value } from "./expressions/value.ts";
import { Fill, help } from "./fill.ts";
import type { WorkflowHost } from "./host.ts";
import { combinationsOf } from "./matrix.ts";
import { type Job, readWorkflow, type Workflow } from "./read-workflow.ts";
import { runSteps } from "./run-steps.ts";
import type { StartingEvent } from "./starting-event.ts";

/** A workflow that is to be run. */
export interface WorkflowRun {
  readonly host: WorkflowHost;
  readonly workflow: Workflow;
  /** Relative to the audited root. */
  readonly path: string;
  readonly event: StartingEvent;
  /** The jobs to run, with those that they need; none for the only one that has commands. */
  readonly jobNames: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
  /** As `owner/name`; null where it is not known. */
  readonly repository: string | null;
  /** The commit on which it runs; null where it is not known. */
  readonly revision: string | null;
  readonly env: Readonly<Record<string, string>>;
}

/** As deep as GitHub lets workflows call workflows. */
const deepest = 10;

/**
 * Runs the `run:` steps of a job in order, behind those of the jobs that it needs, and gives the exit code. All of them
 * work on the same files, which is what they find where only one of them changes any. An action is recorded and not run.
 */
export function runWorkflow(run: WorkflowRun): number {
  const runner = new JobsRunner({ ...run, values: startingValues(run), depth: 0 });
  return runner.run(jobsOf(run));
}

function jobsOf({ host, workflow, path, jobNames }: WorkflowRun): Job[] {
  const { jobs } = workflow;
  const place = { path, line: 1, column: 1, function: null };
  const missing = jobNames.find((name) => !jobs.some((job) => job.name === name));
  if (missing !== undefined)
    return host.stop(`${path} has no job ${missing}`, "name another one as `job` of the release", place);
  const running = jobs.filter(({ steps, uses }) => uses !== null || steps.some((step) => step.run !== null));
  if (jobNames.length > 0)
    return withNeeded(
      jobs.filter(({ name }) => jobNames.includes(name)),
      jobs,
    );
  if (running.length === 1) return withNeeded(running, jobs);
  return host.stop(`${path} has not exactly one job with commands`, "name it as `job` of the release", place);
}

/** Jobs behind those that they need. */
function withNeeded(wanted: readonly Job[], jobs: readonly Job[]): Job[] {
  const [found, entered] = [new Set<Job>(), new Set<Job>()];
  const add = (one: Job) => {
    if (entered.has(one)) return;
    entered.add(one);
    for (const needed of jobs) if (one.needs.includes(needed.name)) add(needed);
    found.add(one);
  };
  for (const one of wanted) add(one);
  return [...found];
}

/** The jobs of one workflow. */
interface Jobs extends Pick<WorkflowRun, "host" | "workflow" | "path" | "env"> {
  /** Every context that all jobs have in common. */
  readonly values: Readonly<Record<string, Value>>;
  readonly depth: number;
}

class JobsRunner {
  readonly #jobs: Jobs;
  readonly #needs: Record<string, Value> = {};

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  run(jobs: readonly Job[]): number {
    for (const job of jobs) {
      const exitCode = this.#job(job);
      if (exitCode !== 0) return exitCode;
    }
    return 0;
  }

  /** What the workflow gives to the one that has called it. */
  outputs(texts: Readonly<Record<string, string>>): Record<string, Value> {
    const contexts = this.#contexts({ jobs: this.#needs });
    const outputs = Object.entries(texts).map(([name, text]) => [name, interpolate(text, contexts)]);
    return Object.fromEntries(outputs);
  }

  #job(job: Job): number {
    const { host, env } = this.#jobs;
    const origin = { path: this.#jobs.path, line: job.line, column: 1, function: job.name };
    if (!new Fill(host, this.#contexts({ env }), origin).isMet(job.condition)) return 0;
    for (const matrix of this.#combinations(job, origin)) {
      const exitCode =
        job.uses === null ? this.#steps(job, matrix, origin) : this.#call(job, job.uses, matrix, origin);
      if (exitCode !== 0) return exitCode;
    }
    return 0;
  }

  /** One after the other, as far as files are concerned. */
  #combinations({ name, matrix }: Job, origin: Origin): Value[] {
    if (matrix === null) return [null];
    const combinations = combinationsOf(filled(matrix, this.#contexts({})));
    const message = `only GitHub could tell the matrix of the job ${name}`;
    return combinations ?? this.#jobs.host.stop(message, help, origin);
  }

  #steps(job: Job, matrix: Value, origin: Origin): number {
    const { host, workflow, path, env, values } = this.#jobs;
    let environment: Readonly<Record<string, string>> = env;
    const fill = () => new Fill(host, this.#contexts({ env: environment, matrix }), origin);
    const system = fill().text(job.system);
    if (/windows/i.test(system))
      return host.stop(`the job ${job.name} runs on ${system}, which is not rehearsed`, help, origin);
    if (job.container !== null) this.#enter(fill().text(job.container), origin);
    for (const settings of [workflow, job]) environment = { ...environment, ...fill().texts(settings.env) };
    const ended = runSteps({
      host,
      steps: job.steps,
      path,
      job: job.name,
      settings: [job, workflow],
      environment,
      values: { ...values, needs: this.#needs, matrix },
      depth: 0,
    });
    const contexts = this.#contexts({ env: ended.environment, steps: ended.steps, matrix });
    const outputs = Object.entries(job.outputs).map(([name, text]) => [name, interpolate(text, contexts)]);
    this.#needs[job.name] = { outputs: Object.fromEntries(outputs), result: "success" };
    return ended.exitCode;
  }

  /** Its programs are taken for those of the runner, except where the image is known to have others. */
  #enter(image: string, origin: Origin): void {
    const { host } = this.#jobs;
    if (/alpine|busybox|nanoserver|windows/i.test(image))
      host.stop(`the image ${image} has tools of its own, which are not rehearsed`, help, origin);
    host.used(image, origin);
  }

  #call(job: Job, uses: string, matrix: Value, origin: Origin): number {
    const { host, env, values, depth } = this.#jobs;
    const settle = (outputs: Value) => {
      this.#needs[job.name] = { outputs, result: "success" };
    };
    if (!uses.startsWith("./")) {
      host.used(uses, origin);
      settle(new Unknown(`needs.${job.name}.outputs`));
      return 0;
    }
    const path = posix.normalize(uses);
    const workflow = readWorkflow(host.text(path) ?? "");
    if (workflow?.called == null)
      return host.stop(
        `the job ${job.name} calls ${uses}, which is no workflow that can be called`,
        help,
        origin,
      );
    if (depth === deepest)
      return host.stop(
        `more than ${deepest} workflows call each other, the last of them ${uses}`,
        help,
        origin,
      );
    const given = new Fill(host, this.#contexts({ matrix }), origin).texts(job.with);
    const inputs = inputValues(workflow.called.inputs, given).values;
    const runner = new JobsRunner({
      host,
      workflow,
      path,
      env,
      values: { ...values, inputs },
      depth: depth + 1,
    });
    const exitCode = runner.run(withNeeded(workflow.jobs, workflow.jobs));
    settle(runner.outputs(workflow.called.outputs));
    return exitCode;
  }

  #contexts(own: Readonly<Record<string, Value>>): Contexts {
    return { hasFailed: false, values: { ...this.#jobs.values, needs: this.#needs, ...own } };
  }
}
