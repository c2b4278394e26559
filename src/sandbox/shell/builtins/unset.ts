import type { Shell } from "../shell.ts";
import { placeOf } from "../state/assign.ts";
import { readOptions } from "./builtin.ts";

/** Takes variables, elements of arrays and functions away. */
export function unset(shell: Shell, args: readonly string[]): number {
  const { options, operands } = readOptions(shell, "unset", args, { flags: "fvn" });
  let status = 0;
  for (const operand of operands) {
    const { name, subscript } = placeOf(operand);
    if (options.has("f")) shell.functions.delete(operand);
    else if (!unsetVariable(shell, options.has("n") ? name : shell.vars.resolve(name), subscript)) status = 1;
  }
  return status;
}

function unsetVariable(shell: Shell, name: string, subscript: string | null): boolean {
  const variable = shell.vars.declared(name);
  if (variable?.isReadonly) {
    if (!shell.isBash) shell.fail(`unset: ${name}: is read only`);
    shell.complain(`unset: ${name}: cannot unset: readonly variable`);
    return false;
  }
  if (subscript === null) {
    if (variable === null && shell.isBash) shell.functions.delete(name);
    shell.vars.unset(name);
  } else if (subscript === "@" || subscript === "*") {
    if (variable?.kind === "associative") shell.stop(`unset of ${name}[${subscript}] is not known`);
    variable?.items.clear();
  } else if (variable?.kind === "scalar") {
    if (shell.subscriptText(name, subscript) === "0") shell.vars.unset(name);
  } else variable?.items.delete(shell.subscriptText(name, subscript));
  return true;
}
