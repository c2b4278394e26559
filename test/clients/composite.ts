import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";

const project = join(import.meta.dirname, "../..");

const step = v.object({
  name: v.string(),
  id: v.optional(v.string()),
  if: v.optional(v.string()),
  run: v.optional(v.string()),
  shell: v.optional(v.string()),
  uses: v.optional(v.string()),
  env: v.optional(v.record(v.string(), v.string()), {}),
  with: v.optional(v.record(v.string(), v.string()), {}),
  "working-directory": v.optional(v.string(), ""),
});

/** The action of this project, as its file describes it. */
export const action = v.parse(
  v.object({
    inputs: v.record(v.string(), v.object({ description: v.string(), default: v.string() })),
    outputs: v.record(v.string(), v.object({ description: v.string(), value: v.string() })),
    runs: v.object({ using: v.literal("composite"), steps: v.array(step) }),
  }),
  parse(readFileSync(join(project, "action.yml"), "utf8")),
);

type Step = (typeof action.runs.steps)[number];
type Values = Readonly<Record<string, string>>;

/** How the steps of the action ended. */
export interface Ran {
  /** That of the step `audit`. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the step gives; those of the action are made of them. */
  readonly outputs: Values;
  readonly summary: string;
  /** What the runner obeys in the log, by name: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
  readonly commands: readonly string[];
  /** The steps with `uses` that would run, with what they are given. */
  readonly used: readonly { readonly uses: string; readonly with: Values }[];
}

interface Job {
  readonly workspace: string;
  /** The folder for what is temporary, in which version-audit is installed. */
  readonly temporary: string;
  readonly inputs: Values;
  /** Variables of the runner that are set otherwise. */
  readonly runner: Values;
}

/**
 * Runs the steps of the action one after the other as the runner of workflows does: expressions are filled in, a step with
 * `run` is written to a file that its shell gets, and what it leaves in the files of the runner is read as the runner reads
 * it. Sources: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
 * @param skipped a step that is not run, by its name
 */
export function runAction(job: Job, skipped: string | null = null): Ran {
  for (const name of ["output", "summary", "path"]) writeFileSync(join(job.temporary, name), "");
  const given = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: standard }]) => [
      name,
      job.inputs[name] ?? standard,
    ]),
  );
  let ran: Ran = { status: null, stdout: "", stderr: "", outputs: {}, summary: "", commands: [], used: [] };
  let failed = false;
  for (const each of action.runs.steps) {
    const filled = (text: string) =>
      text.replaceAll(/\$\{\{ (.*?) \}\}/gu, (_, expression: string) =>
        String(evaluated(expression, given, ran.outputs)),
      );
    const isWanted = each.if === undefined ? !failed : filled(each.if) === "true";
    if (each.name === skipped || !isWanted) continue;
    if (each.uses !== undefined) {
      const inputs = Object.fromEntries(
        Object.entries(each.with).map(([name, text]) => [name, filled(text)]),
      );
      ran = { ...ran, used: [...ran.used, { uses: each.uses, with: inputs }] };
      continue;
    }
    const ended = shell(each, filled, job);
    failed ||= ended.status !== 0;
    ran = { ...ran, ...ended };
    if (each.id === "audit")
      ran = { ...ran, outputs: outputsIn(readFileSync(join(job.temporary, "output"), "utf8")) };
  }
  return {
    ...ran,
    summary: readFileSync(join(job.temporary, "summary"), "utf8"),
    commands: commandsIn(ran.stdout),
  };
}

function shell(each: Step, filled: (text: string) => string, { workspace, temporary, runner }: Job) {
  const script = join(temporary, "step.sh");
  writeFileSync(script, filled(each.run ?? ""));
  const folder = filled(each["working-directory"]);
  const cwd = isAbsolute(folder) ? folder : join(workspace, folder);
  if (!existsSync(cwd)) return { status: 1, stdout: "", stderr: `no folder ${cwd}` };
  const env = Object.fromEntries(Object.entries(each.env).map(([name, text]) => [name, filled(text)]));
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
    env: {
      PATH: process.env["PATH"],
      HOME: temporary,
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: workspace,
      GITHUB_ACTION_PATH: project,
      GITHUB_OUTPUT: join(temporary, "output"),
      GITHUB_STEP_SUMMARY: join(temporary, "summary"),
      GITHUB_PATH: join(temporary, "path"),
      RUNNER_TEMP: temporary,
      ...env,
      ...runner,
    },
  });
}

/** The value of an expression, as far as the action uses them. */
function evaluated(expression: string, inputs: Values, outputs: Values): string | boolean {
  const all = expression.split(" && ");
  if (all.length > 1) return all.every((part) => evaluated(part, inputs, outputs) === true);
  const [, left, operator, right] = /^(.+) (==|!=) (.+)$/u.exec(expression) ?? [];
  if (left !== undefined && right !== undefined) {
    // Texts are compared without regard to case: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
    const [one, two] = [left, right].map((part) => String(evaluated(part, inputs, outputs)).toLowerCase());
    return (one === two) === (operator === "==");
  }
  if (expression === "always()") return true;
  const [, input] = /^inputs\.([\w-]+)$/u.exec(expression) ?? [];
  if (input !== undefined && input in inputs) return inputs[input] ?? "";
  const [, output] = /^steps\.audit\.outputs\.([\w-]+)$/u.exec(expression) ?? [];
  if (output !== undefined) return outputs[output] ?? "";
  const [, text] = /^'([^']*)'$/u.exec(expression) ?? [];
  if (text !== undefined) return text;
  throw new Error(`no value is known for the expression ${expression}`);
}

/** What the runner reads in the file of outputs, of which a line that is none fails the step. */
function outputsIn(text: string): Values {
  const outputs: Record<string, string> = {};
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const [, name = "", delimiter] = /^([^=]*?)<<(.+)$/u.exec(line) ?? [];
    if (delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      if (end === -1) throw new Error(`the output ${name} has no end`);
      outputs[name] = lines.slice(at + 1, end).join("\n");
      at = end;
    } else {
      const equals = line.indexOf("=");
      if (equals < 1) throw new Error(`no output: ${line}`);
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
    }
  }
  return outputs;
}

/** The commands in a log, between those that stop and those that resume them. */
function commandsIn(log: string): string[] {
  const found: string[] = [];
  let token: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/u)) {
    const [, name = "", value = ""] =
      /^\s*::([^ :]+)[^:]*::(.*)$/u.exec(line) ?? /##\[([^ \]]+)[^\]]*\](.*)$/u.exec(line) ?? [];
    if (token !== null) {
      if (name === token) token = null;
    } else if (name === "stop-commands") token = value;
    else if (name !== "") found.push(name);
  }
  return found;
}

/** A folder for what is temporary in which a program stands in the place of the installed command. */
export function installedIn(temporary: string, command: string): void {
  const bin = join(temporary, "version-audit/node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "version-audit"), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
}
