import type { Case, CompoundList, If } from "unbash";
import { Pattern } from "../expansion/pattern.ts";
import { expandToPattern } from "../expansion/words.ts";
import type { Shell } from "../shell.ts";

/** Runs what decides, where no failure counts, and says whether it succeeded. */
export function isTrue(shell: Shell, { commands }: CompoundList): boolean {
  shell.ignoringErrors += 1;
  try {
    shell.run(commands);
  } finally {
    shell.ignoringErrors -= 1;
  }
  return shell.status === 0;
}

export function runBranches(shell: Shell, node: If): void {
  for (const branch of [node, ...node.elif]) {
    if (!isTrue(shell, branch.clause)) continue;
    shell.run(branch.then.commands);
    return;
  }
  shell.status = 0;
  if (node.else !== undefined) shell.run(node.else.commands);
}

export function runCase(shell: Shell, { word, items }: Case): void {
  const text = shell.text(word);
  const options = { extended: shell.shopt.has("extglob"), ignoreCase: shell.shopt.has("nocasematch") };
  let [falls, isFound] = [false, false];
  for (const { pattern, body, terminator } of items) {
    const isMatch =
      falls || pattern.some((one) => new Pattern(expandToPattern(shell, one), options).matches(text));
    if (!isMatch) continue;
    [falls, isFound] = [false, true];
    if (body.commands.length === 0) shell.status = 0;
    shell.run(body.commands);
    if (terminator === ";&") falls = true;
    else if (terminator !== ";;&") return;
  }
  if (!isFound) shell.status = 0;
}
