import { posix } from "node:path";
import { virtualRoot } from "../host/files/virtual-path.ts";
import type { Origin } from "../host/record/run-record.ts";
import { startingValues } from "./contexts.ts";
import type { Contexts } from "./expressions/evaluate.ts";
import { interpolate, isMet } from "./expressions/interpolate.ts";
import { Unknown, type Value } from "./expressions/value.ts";
import type { WorkflowHost } from "./host.ts";
import type { Job, Step, Workflow } from "./read-workflow.ts";
import { printedOutputs, readStepFile } from "./step-files.ts";

/** A workflow that is to be run, as somebody starts it by hand. */
export interface WorkflowRun {
  readonly host: WorkflowHost;
  readonly workflow: Workflow;
  /** Relative to the audited root. */
  readonly path: string;
  /** The job to run, with those that it needs; null for the only one that has commands. */
  readonly job: string | null;
  readonly inputs: Readonly<Record<string, string>>;
  /** As `owner/name`; null where it is not known. */
  readonly repository: string | null;
  /** The commit on which it runs; null where it is not known. */
  readonly revision: string | null;
  readonly env: Readonly<Record<string, string>>;
}

const help = "rehearse the script that it starts, or natively with `command` and --engine command";
const [outputFile, environmentFile] = ["/tmp/github-output", "/tmp/github-env"];

/**
 * Runs the `run:` steps of a job in order, behind those of the jobs that it needs, and gives the exit code. All of them
 * work on the same files, which is what they find where only one of them changes any. An action is recorded and not run.
 */
export function runWorkflow(run: WorkflowRun): number {
  const runner = new WorkflowRunner(run);
  for (const job of jobsOf(run)) {
    const exitCode = runner.job(job);
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}

function jobsOf({ host, workflow, path, job }: WorkflowRun): Job[] {
  const { jobs } = workflow;
  const [first, second] = jobs.filter(({ steps }) => steps.some((step) => step.run !== null));
  const last =
    job === null ? (second === undefined ? first : undefined) : jobs.find(({ name }) => name === job);
  const place = { path, line: 1, column: 1, function: null };
  if (last === undefined) {
    const message =
      job === null ? `${path} has not exactly one job with commands` : `${path} has no job ${job}`;
    return host.stop(message, "name it as `job` of the release", place);
  }
  const found = new Set<Job>();
  const add = (one: Job) => {
    if (found.has(one)) return;
    for (const name of one.needs)
      for (const needed of jobs) if (needed.name === name && needed !== last) add(needed);
    found.add(one);
  };
  add(last);
  return [...found];
}

class WorkflowRunner {
  readonly #run: WorkflowRun;
  readonly #values: Record<string, Value>;
  readonly #needs: Record<string, Value> = {};

  constructor(run: WorkflowRun) {
    this.#run = run;
    this.#values = startingValues(run);
  }

  job(job: Job): number {
    const { host, workflow, env } = this.#run;
    const origin = this.#origin(job.line, job.name);
    const steps: Record<string, Value> = {};
    let environment: Record<string, string> = { ...env };
    const contexts = (own: Readonly<Record<string, string>> = environment): Contexts => ({
      hasFailed: false,
      values: { ...this.#values, env: own, needs: this.#needs, steps },
    });
    if (!this.#isMet(job.condition, contexts(), origin)) return 0;
    if (job.special !== null || /windows/i.test(job.system))
      return host.stop(
        `the job ${job.name} has ${job.special ?? job.system}, which is not rehearsed`,
        help,
        origin,
      );
    for (const settings of [workflow, job])
      environment = { ...environment, ...this.#texts(settings.env, contexts(), origin) };
    for (const step of job.steps) {
      const place = this.#origin(step.run?.line ?? step.line, job.name);
      if (!this.#isMet(step.condition, contexts(), place)) continue;
      const own = { ...environment, ...this.#texts(step.env, contexts(), place) };
      if (step.run === null) {
        this.#use(step, place);
        if (step.id !== null)
          steps[step.id] = { outputs: new Unknown(`steps.${step.id}.outputs`), outcome: "success" };
        continue;
      }
      const ended = this.#commands(job, step, { contexts: contexts(own), env: own, origin: place });
      environment = { ...environment, ...ended.env };
      const outcome = ended.exitCode === 0 ? "success" : "failure";
      if (step.id !== null) steps[step.id] = { outputs: ended.outputs, outcome, conclusion: outcome };
      if (ended.exitCode !== 0 && !step.goesOn) return ended.exitCode;
    }
    this.#needs[job.name] = { outputs: this.#outputs(job, contexts()), result: "success" };
    return 0;
  }

  #commands(
    job: Job,
    step: Step,
    { contexts, env, origin }: { contexts: Contexts; env: Record<string, string>; origin: Origin },
  ) {
    const { host, workflow } = this.#run;
    const shell = shellWords(step.shell ?? job.shell ?? workflow.shell);
    if (shell === null)
      return host.stop(
        `a step runs in ${step.shell ?? job.shell ?? workflow.shell}, which is no shell that is rehearsed`,
        help,
        origin,
      );
    const folder = this.#text(step.folder ?? job.folder ?? workflow.folder ?? ".", contexts, origin);
    const commands = this.#text(step.run?.text ?? "", contexts, origin);
    host.empty(outputFile);
    host.empty(environmentFile);
    const files = { GITHUB_ENV: environmentFile, GITHUB_OUTPUT: outputFile };
    const cwd = posix.resolve(virtualRoot, folder);
    const { said, exitCode } = host.run({
      argv: [...shell, commands],
      cwd,
      env: { ...env, ...files, PWD: cwd },
      origin,
    });
    const outputs = { ...printedOutputs(said), ...readStepFile(host.read(outputFile)) };
    return { exitCode, outputs, env: readStepFile(host.read(environmentFile)) };
  }

  #use({ uses, with: given }: Step, origin: Origin): void {
    const { host } = this.#run;
    if (uses === null) return;
    const isCheckout = /^actions\/checkout@/.test(uses);
    const elsewhere = isCheckout ? (given["path"] ?? given["repository"]) : undefined;
    if (elsewhere !== undefined) host.stop(`the workflow checks out into or from ${elsewhere}`, help, origin);
    host.used(uses, origin);
  }

  #outputs(job: Job, contexts: Contexts): Record<string, Value> {
    const outputs = Object.entries(job.outputs).map(([name, text]) => [name, interpolate(text, contexts)]);
    return Object.fromEntries(outputs);
  }

  #isMet(condition: string | null, contexts: Contexts, origin: Origin): boolean {
    const met = condition === null ? true : isMet(condition, contexts);
    return met instanceof Unknown ? this.#unknown(met, origin) : met;
  }

  #texts(
    texts: Readonly<Record<string, string>>,
    contexts: Contexts,
    origin: Origin,
  ): Record<string, string> {
    return Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, this.#text(text, contexts, origin)]),
    );
  }

  #text(text: string, contexts: Contexts, origin: Origin): string {
    const filled = interpolate(text, contexts);
    return filled instanceof Unknown ? this.#unknown(filled, origin) : filled;
  }

  #unknown({ of }: Unknown, origin: Origin): never {
    return this.#run.host.stop(`only GitHub could tell ${of}, which the workflow asks for`, help, origin);
  }

  #origin(line: number, job: string): Origin {
    return { path: this.#run.path, line, column: 1, function: job };
  }
}

/** The shell of a step with the options that the runner gives it; null for one that is no shell. */
function shellWords(shell: string | null): string[] | null {
  if (shell === null) return ["bash", "-e", "-c"];
  if (shell === "bash") return ["bash", "-eo", "pipefail", "-c"];
  if (shell === "sh") return ["sh", "-e", "-c"];
  const [program, ...options] = shell.trim().split(/\s+/);
  const isShell = /^(?:bash|sh)$/.test(program ?? "") && options.at(-1) === "{0}";
  return isShell ? [program ?? "", ...options.slice(0, -1), "-c"] : null;
}
