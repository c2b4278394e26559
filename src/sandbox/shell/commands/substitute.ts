import type { CommandExpansionPart, ParsedScript, ProcessSubstitutionPart } from "unbash";
import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import type { Shell } from "../shell.ts";
import { inlineSource } from "../source-text.ts";
import { Source } from "../streams/descriptor.ts";
import { readFile } from "../streams/read-file.ts";
import { TextSink } from "../streams/sinks.ts";
import { runSubshell } from "./subshell.ts";

/** What `$(...)` becomes: what its commands print, without the line breaks at the end. */
export function runSubstitution(shell: Shell, part: CommandExpansionPart): string {
  const { script } = part;
  if (script === undefined) return shell.stop(`the shell cannot read \`${part.text}\``);
  const { offset } = shell.position;
  const inner = shell.fork();
  if (shell.isBash && !shell.shopt.has("inherit_errexit")) inner.options.delete("errexit");
  if (!shell.isBash) inner.ignoringErrors = 0;
  const file = readOnly(inner, script);
  if (file !== null) {
    end(shell, file.status);
    return withoutEnd(file.text);
  }
  const sink = new TextSink(shell.grown);
  inner.descriptors.set(1, { source: null, sink });
  runScript(inner, script);
  end(shell, inner.status);
  shell.touch(offset);
  return withoutEnd(sink.text.replaceAll("\0", ""));
}

/** In bash the rest of a command already sees how a substitution in it ended. */
function end(shell: Shell, status: number): void {
  shell.substituted = status;
  if (shell.isBash) shell.status = status;
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "\n") end -= 1;
  return text.slice(0, end);
}

/** `$(<file)`, which gives a file without a command; null for everything else. */
function readOnly(shell: Shell, script: ParsedScript): { text: string; status: number } | null {
  const [statement, more] = script.commands;
  const command = statement?.command;
  if (!shell.isBash || more !== undefined || command?.type !== "Command" || command.name !== undefined)
    return null;
  const [redirect, another] = command.redirects;
  if (another !== undefined || redirect?.type !== "Redirect" || redirect.operator !== "<") return null;
  if (command.prefix.some(({ type }) => type === "Assignment") || redirect.target === undefined) return null;
  const path = shell.text(redirect.target);
  const text = readFile(shell, resolveVirtual(shell.cwd, path));
  if (typeof text === "string") return { text, status: 0 };
  shell.complain(`${path}: ${text.reason}`);
  return { text: "", status: 1 };
}

/** Runs the script of a substitution. One between escaped backquotes has a text of its own. */
function runScript(shell: Shell, script: ParsedScript): void {
  const { position } = shell;
  if (script.errors !== undefined)
    shell.stop(`the shell cannot read a substitution: ${script.errors[0]?.message}`);
  const run = () => runSubshell(shell, () => shell.run(script.commands));
  if (script.source === undefined) run();
  else {
    const source = inlineSource(script.source, position.source.name, position.origin(), position.line);
    position.at(source, position.function, run);
  }
}

/** A path that stands for what the commands of `<(...)` print, or for what those of `>(...)` will read. */
export function runProcess(shell: Shell, part: ProcessSubstitutionPart): string {
  if (!shell.isBash) shell.stop("dash has no <( )", "name bash in the first line of the script");
  const { script } = part;
  if (script === undefined) return shell.stop(`the shell cannot read \`${part.text}\``);
  const { offset } = shell.position;
  const pipe = shell.host.overlay.pipe();
  const inner = shell.fork();
  if (part.operator === "<") {
    const sink = new TextSink(shell.grown);
    inner.options.delete("errexit");
    inner.descriptors.set(1, { source: null, sink });
    runScript(inner, script);
    pipe.fill(bytesOf(sink.text));
    shell.afterwards.push(() => pipe.remove());
  } else {
    shell.afterwards.push(() => {
      shell.flush();
      inner.descriptors.set(0, { source: new Source(() => byteText(pipe.read())), sink: null });
      runScript(inner, script);
      pipe.remove();
    });
  }
  shell.touch(offset);
  return pipe.path;
}
