import { posix } from "node:path";
import { virtualRoot } from "../host/files/virtual-path.ts";
import type { Origin } from "../host/record/run-record.ts";
import type { Contexts } from "./expressions/evaluate.ts";
import { interpolate } from "./expressions/interpolate.ts";
import { Unknown, type Value } from "./expressions/value.ts";
import { Fill, help } from "./fill.ts";
import type { WorkflowHost } from "./host.ts";
import { type Action, readAction } from "./read-action.ts";
import type { Settings, Step } from "./read-steps.ts";
import { printedOutputs, readStepFile } from "./step-files.ts";
import { foreignShell, shellWords } from "./step-shell.ts";

const [outputFile, environmentFile] = ["/tmp/github-output", "/tmp/github-env"];
/** As deep as GitHub lets actions use actions. */
const deepest = 10;

/** Steps that are run one after the other: those of a job, or of an action. */
export interface StepsRun {
  readonly host: WorkflowHost;
  readonly steps: readonly Step[];
  /** The file in which they stand, relative to the audited root. */
  readonly path: string;
  /** The job whose steps they are. */
  readonly job: string;
  /** What the steps are run in that do not say it themselves, the nearest first. */
  readonly settings: readonly Pick<Settings, "shell" | "folder">[];
  readonly environment: Readonly<Record<string, string>>;
  /** Every context except `env` and `steps`. */
  readonly values: Readonly<Record<string, Value>>;
  readonly depth: number;
}

/** How they ended. */
export interface StepsEnded {
  readonly exitCode: number;
  readonly environment: Readonly<Record<string, string>>;
  /** The context `steps` behind them. */
  readonly steps: Readonly<Record<string, Value>>;
}

/** What is known of a step before it is run. */
interface At {
  readonly contexts: Contexts;
  readonly env: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

interface Ended {
  readonly exitCode: number;
  readonly outputs: Value;
  readonly env: Readonly<Record<string, string>>;
}

/** Runs steps in order, until one fails that may not. */
export function runSteps(run: StepsRun): StepsEnded {
  const { host, path, job } = run;
  const steps: Record<string, Value> = {};
  let { environment } = run;
  for (const step of run.steps) {
    const origin = { path, line: step.run?.line ?? step.line, column: 1, function: job };
    const contexts = { hasFailed: false, values: { ...run.values, env: environment, steps } };
    const fill = new Fill(host, contexts, origin);
    if (!fill.isMet(step.condition)) continue;
    const env = { ...environment, ...fill.texts(step.env) };
    const at = { contexts: { ...contexts, values: { ...contexts.values, env } }, env, origin };
    const ended = step.run === null ? useAction(run, step, at) : runCommands(run, step, at);
    environment = { ...environment, ...ended.env };
    const outcome = ended.exitCode === 0 ? "success" : "failure";
    if (step.id !== null) steps[step.id] = { outputs: ended.outputs, outcome, conclusion: outcome };
    if (ended.exitCode !== 0 && !step.goesOn) return { exitCode: ended.exitCode, environment, steps };
  }
  return { exitCode: 0, environment, steps };
}

function runCommands({ host, settings }: StepsRun, step: Step, { contexts, env, origin }: At): Ended {
  const fill = new Fill(host, contexts, origin);
  const shell = [step, ...settings].find((one) => one.shell !== null)?.shell ?? null;
  const words = shellWords(shell);
  if (words === null) return host.stop(foreignShell(shell ?? ""), help, origin);
  const folder = fill.text([step, ...settings].find((one) => one.folder !== null)?.folder ?? ".");
  host.empty(outputFile);
  host.empty(environmentFile);
  const files = { GITHUB_ENV: environmentFile, GITHUB_OUTPUT: outputFile };
  const cwd = posix.resolve(virtualRoot, folder);
  const { said, exitCode } = host.run({
    argv: [...words, fill.text(step.run?.text ?? "")],
    cwd,
    env: { ...env, ...files, PWD: cwd },
    origin,
  });
  const outputs = { ...printedOutputs(said), ...readStepFile(host.read(outputFile)) };
  return { exitCode, outputs, env: readStepFile(host.read(environmentFile)) };
}

/** An action of the repository that is made of steps is run; any other is recorded. */
function useAction(run: StepsRun, step: Step, at: At): Ended {
  const { host } = run;
  const unknown = { exitCode: 0, outputs: new Unknown(`steps.${step.id}.outputs`), env: {} };
  if (step.uses === null) return unknown;
  if (/^\.\.?\//.test(step.uses)) {
    const found = actionAt(host, posix.normalize(step.uses));
    if (found === null)
      return host.stop(`the workflow uses the action ${step.uses}, which is not there`, help, at.origin);
    if (found.action.using === "composite") return runAction(run, step, at, found);
  }
  const isCheckout = /^actions\/checkout@/.test(step.uses);
  const elsewhere = isCheckout ? (step.with["path"] ?? step.with["repository"]) : undefined;
  if (elsewhere !== undefined)
    return host.stop(`the workflow checks out into or from ${elsewhere}`, help, at.origin);
  host.used(step.uses, at.origin);
  return unknown;
}

interface FoundAction {
  readonly path: string;
  readonly action: Action;
}

function actionAt(host: WorkflowHost, folder: string): FoundAction | null {
  for (const name of ["action.yml", "action.yaml"]) {
    const path = posix.join(folder, name);
    const action = readAction(host.text(path) ?? "");
    if (action !== null) return { path, action };
  }
  return null;
}

function runAction(run: StepsRun, step: Step, at: At, { path, action }: FoundAction): Ended {
  const { host, values, job, depth } = run;
  if (depth === deepest)
    return host.stop(
      `more than ${deepest} actions use each other, the last of them ${path}`,
      help,
      at.origin,
    );
  const fill = new Fill(host, at.contexts, at.origin);
  const folder = posix.join(virtualRoot, posix.dirname(path));
  const github = values["github"];
  const known = typeof github === "object" && github !== null ? github : {};
  const inside = {
    ...values,
    inputs: { ...fill.texts(action.defaults), ...fill.texts(step.with) },
    github: { ...known, action_path: folder },
  };
  const ended = runSteps({
    host,
    steps: action.steps,
    path,
    job,
    settings: [],
    environment: { ...at.env, GITHUB_ACTION_PATH: folder },
    values: inside,
    depth: depth + 1,
  });
  const contexts = {
    hasFailed: false,
    values: { ...inside, env: ended.environment, steps: ended.steps },
  };
  const outputs = Object.entries(action.outputs).map(([name, text]) => [name, interpolate(text, contexts)]);
  const env = Object.entries(ended.environment).filter(
    ([name, value]) => name !== "GITHUB_ACTION_PATH" && at.env[name] !== value,
  );
  return { exitCode: ended.exitCode, outputs: Object.fromEntries(outputs), env: Object.fromEntries(env) };
}
