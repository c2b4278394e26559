import type { ArithmeticExpression, ArithmeticFor, CompoundList, For, Select, While } from "unbash";
import { expandWord } from "../expansion/words.ts";
import { Leaving } from "../leaving.ts";
import type { Shell } from "../shell.ts";
import { assignTo } from "../state/assign.ts";
import { isTrue } from "./branches.ts";

export function runFor(shell: Shell, node: For): void {
  const words = node.wordlist?.flatMap((word) => expandWord(shell, word)) ?? shell.params;
  // The first turn still sees how the command before the loop ended.
  if (words.length === 0) shell.status = 0;
  looping(shell, () => {
    for (const word of words) {
      assignTo(shell, node.name.text, { key: null, text: word, append: false });
      if (!turn(shell, node.body)) return;
    }
  });
}

export function runWhile(shell: Shell, { kind, clause, body }: While): void {
  let status = 0;
  looping(shell, () => {
    for (;;) {
      shell.host.tick();
      let goesOn = false;
      const isOpen = guarded(shell, () => {
        goesOn = isTrue(shell, clause) === (kind === "while");
      });
      if (!isOpen || !goesOn) break;
      const again = turn(shell, body);
      status = shell.status;
      if (!again) break;
    }
  });
  shell.status = status;
}

export function runArithmeticFor(shell: Shell, node: ArithmeticFor): void {
  if (!shell.isBash) shell.stop("dash has no for ((");
  const { text } = shell.position.source;
  const value = (expression: ArithmeticExpression | undefined) =>
    expression === undefined ? "1" : shell.arithmetic(text.slice(expression.pos, expression.end));
  shell.status = 0;
  value(node.initialize);
  looping(shell, () => {
    while (value(node.test) !== "0") {
      shell.host.tick();
      if (!turn(shell, node.body)) return;
      value(node.update);
    }
  });
}

/** A menu. The answer is read from the standard input, or is that of a person who wants the release. */
export function runSelect(shell: Shell, node: Select): void {
  if (!shell.isBash) shell.stop("dash has no select");
  const words = node.wordlist?.flatMap((word) => expandWord(shell, word)) ?? shell.params;
  if (words.length === 0) return;
  shell.status = 0;
  const source = shell.descriptor(0).source;
  looping(shell, () => {
    for (;;) {
      shell.host.tick();
      shell.print(words.map((word, index) => `${index + 1}) ${word}\n`).join(""), 2);
      const prompt = shell.vars.text("PS3") ?? "#? ";
      shell.print(prompt, 2);
      const line = source?.isTerminal
        ? { text: shell.host.choose(prompt, words) }
        : (source?.until("\n") ?? null);
      if (line === null) {
        shell.print("\n");
        shell.status = 1;
        return;
      }
      const reply = line.text.trim();
      shell.vars.set("REPLY", reply);
      if (reply === "") continue;
      const text = (/^\d+$/.test(reply) ? words[Number(reply) - 1] : undefined) ?? "";
      assignTo(shell, node.name.text, { key: null, text, append: false });
      if (!turn(shell, node.body)) return;
    }
  });
}

function looping(shell: Shell, run: () => void): void {
  shell.loopDepth += 1;
  try {
    run();
  } finally {
    shell.loopDepth -= 1;
  }
}

/** One turn of a loop; false when it was left. */
function turn(shell: Shell, { commands }: CompoundList): boolean {
  return guarded(shell, () => shell.run(commands));
}

function guarded(shell: Shell, run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (!(error instanceof Leaving) || (error.kind !== "break" && error.kind !== "continue")) throw error;
    if (error.value > 1 && shell.loopDepth > 1) throw new Leaving(error.kind, error.value - 1);
    shell.status = 0;
    return error.kind === "continue";
  }
}
