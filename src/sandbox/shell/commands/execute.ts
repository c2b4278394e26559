import type {
  AndOr,
  ArithmeticCommand,
  CommandNode,
  PipelineNode,
  Statement,
  Subshell,
  TestCommand,
} from "unbash";
import { evaluateCondition } from "../conditions/double-bracket.ts";
import { runMissingBrackets } from "../conditions/missing-brackets.ts";
import { Leaving } from "../leaving.ts";
import type { Shell } from "../shell.ts";
import { parseScript } from "../syntax.ts";
import { runBranches, runCase } from "./branches.ts";
import { runArithmeticFor, runFor, runSelect, runWhile } from "./loops.ts";
import { recordStatuses, runPipeline } from "./pipeline.ts";
import { redirected } from "./redirected.ts";
import { runSimple } from "./simple.ts";
import { runSubshell } from "./subshell.ts";
import { runErrorTrap } from "./traps.ts";

/** Runs a text of which the position already knows the source. */
export function executeScript(shell: Shell, text: string): void {
  const { commands, errors } = parseScript(text);
  if (errors !== undefined) {
    shell.touch(errors[0]?.pos ?? 0);
    shell.stop(`the shell cannot read the script: ${errors[0]?.message}`, "correct its syntax");
  }
  // What its first command sees is how the one before it ended; a text without any is a success.
  if (commands.length === 0) shell.status = 0;
  executeStatements(shell, commands);
}

export function executeStatements(shell: Shell, statements: readonly Statement[]): void {
  for (const { command, background, pos } of statements) {
    shell.touch(pos);
    if (background) runInBackground(shell, command);
    else runList(shell, command);
  }
}

/** What runs beside the shell runs at once here, which is one of the orders in which it could run. */
function runInBackground(shell: Shell, command: PipelineNode | AndOr): void {
  const inner = shell.fork();
  runSubshell(inner, () => runList(inner, command));
  shell.lastJob = 5000 + shell.jobs.size;
  shell.jobs.set(shell.lastJob, inner.status);
  shell.status = 0;
}

/** Only the last of a list of `&&` and `||` counts as an error. */
function runList(shell: Shell, node: PipelineNode | AndOr): void {
  if (node.type !== "AndOr") {
    runNode(shell, node);
    return;
  }
  const last = node.commands.length - 1;
  for (const [index, command] of node.commands.entries()) {
    const operator = node.operators[index - 1];
    if (operator !== undefined && (operator === "&&") !== (shell.status === 0)) continue;
    if (index === last) runNode(shell, command);
    else ignoringErrors(shell, () => runNode(shell, command));
  }
}

function runNode(shell: Shell, node: PipelineNode): void {
  if (node.type === "Pipeline") runPipelineNode(shell, node);
  else executeCommand(shell, node);
}

function runPipelineNode(shell: Shell, node: Extract<PipelineNode, { type: "Pipeline" }>): void {
  const isNegated = node.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  const isTimed = node.prefixes.some(({ type }) => type === "Time");
  if (isTimed && !shell.isBash) shell.stop("time is no keyword of dash");
  const run = () => {
    const [only, ...more] = node.commands;
    if (only !== undefined && more.length === 0) executeCommand(shell, only);
    else runPipeline(shell, node);
  };
  if (isNegated) {
    ignoringErrors(shell, run);
    shell.status = shell.status === 0 ? 1 : 0;
  } else {
    run();
    if (node.commands.length > 1) checkError(shell);
  }
}

function ignoringErrors(shell: Shell, run: () => void): void {
  shell.ignoringErrors += 1;
  try {
    run();
  } finally {
    shell.ignoringErrors -= 1;
  }
}

/** The commands whose failure counts by itself; that of all others is the failure of one within them. */
const counted: ReadonlySet<string> = new Set(["Command", "Subshell", "TestCommand", "ArithmeticCommand"]);

/** Runs one command, and does what is to be done when it fails. */
export function executeCommand(shell: Shell, node: CommandNode): void {
  shell.host.tick();
  shell.touch(node.pos);
  runByKind(shell, node);
  if (!counted.has(node.type)) return;
  if (node.type !== "Command") recordStatuses(shell, [shell.status]);
  checkError(shell);
}

function runByKind(shell: Shell, node: CommandNode): void {
  switch (node.type) {
    case "Command":
      runSimple(shell, node);
      break;
    case "Redirected":
      redirected(shell, node.redirects, () => executeCommand(shell, node.command));
      break;
    case "BraceGroup":
      shell.run(node.body.commands);
      break;
    case "Subshell":
      runSubshellNode(shell, node);
      break;
    case "If":
      runBranches(shell, node);
      break;
    case "Case":
      runCase(shell, node);
      break;
    case "For":
      runFor(shell, node);
      break;
    case "ArithmeticFor":
      runArithmeticFor(shell, node);
      break;
    case "While":
      runWhile(shell, node);
      break;
    case "Select":
      runSelect(shell, node);
      break;
    case "TestCommand":
      if (!shell.isBash) {
        runMissingBrackets(shell, node);
        break;
      }
      begin(shell, node, "[[");
      shell.status = inCondition(shell, () => (evaluateCondition(shell, node.expression) ? 0 : 1));
      break;
    case "ArithmeticCommand":
      begin(shell, node, "((");
      shell.status = shell.arithmetic(node.body) === "0" ? 1 : 0;
      break;
    case "Function":
      if (!shell.isBash && /^function\s/.test(shell.position.source.text.slice(node.pos)))
        shell.stop("sh does not know the word function");
      shell.functions.set(node.name.text, { node, source: shell.position.source });
      shell.status = 0;
      break;
    case "Coproc":
      shell.stop("coproc is not known");
  }
}

function runSubshellNode(shell: Shell, node: Subshell): void {
  const inner = shell.fork();
  shell.nested(() => runSubshell(inner, () => inner.run(node.body.commands)));
  shell.status = inner.status;
  shell.touch(node.pos);
}

function begin(shell: Shell, node: TestCommand | ArithmeticCommand, form: string): void {
  if (!shell.isBash) shell.stop(`dash has no ${form}`, "name bash in the first line of the script");
  shell.position.command = node.pos;
  if (!shell.isInTrap) shell.lastCommand = { node, text: shell.position.source.text };
}

function inCondition<T>(shell: Shell, run: () => T): T {
  const { position } = shell;
  position.isInCondition = true;
  try {
    return run();
  } finally {
    position.isInCondition = false;
  }
}

/** A command has failed where that counts: what is set for errors is done, and with `set -e` the shell ends. */
function checkError(shell: Shell): void {
  if (shell.status === 0 || shell.ignoringErrors > 0) return;
  runErrorTrap(shell);
  if (shell.options.has("errexit")) throw new Leaving("exit", shell.status);
}
