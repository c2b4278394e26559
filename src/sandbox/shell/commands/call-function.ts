import { Leaving } from "../leaving.ts";
import type { Shell } from "../shell.ts";
import type { ShellFunction } from "../state/function.ts";

/** Calls a function with its own parameters and variables. */
export function callFunction(
  shell: Shell,
  name: string,
  { node, source }: ShellFunction,
  args: readonly string[],
): void {
  const { params, loopDepth, position } = shell;
  shell.frames.push({ name, source: source.name, calledAt: position.line });
  shell.params = args;
  shell.loopDepth = 0;
  shell.vars.enter();
  try {
    shell.nested(() => position.at(source, name, () => runBody(shell, node.body)));
  } catch (error) {
    if (!(error instanceof Leaving) || error.kind !== "return") throw error;
    shell.status = error.value;
  } finally {
    shell.vars.leave();
    shell.loopDepth = loopDepth;
    shell.params = params;
    shell.frames.pop();
  }
}

function runBody(shell: Shell, body: ShellFunction["node"]["body"]): void {
  if (body.type === "CompoundList") shell.run(body.commands);
  else shell.runCommand(body);
}
