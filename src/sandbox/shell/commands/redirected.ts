import type { HereDoc, Redirection } from "unbash";
import { byteText } from "../../host/files/byte-text.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { expandDocument } from "../expansion/words.ts";
import type { Shell } from "../shell.ts";
import { type Descriptor, nothing, Source } from "../streams/descriptor.ts";
import { readFile, reasonOf } from "../streams/read-file.ts";
import { FileSink, sinkTo } from "../streams/sinks.ts";

/** A redirection that cannot be made. */
class RedirectionError extends Error {}

/** Runs a command with its redirections, and takes them back. When one cannot be made the command is not run. */
export function redirected(shell: Shell, redirections: readonly Redirection[], run: () => void): boolean {
  if (redirections.length === 0) {
    run();
    return true;
  }
  const before = new Map(shell.descriptors);
  const opened: FileSink[] = [];
  try {
    if (!apply(shell, redirections, opened)) return false;
    run();
    return true;
  } finally {
    shell.descriptors = before;
    for (const file of opened) closeFile(shell, file);
  }
}

/** Makes the redirections of `exec`, which stay. */
export function redirectForGood(shell: Shell, redirections: readonly Redirection[]): boolean {
  const opened: FileSink[] = [];
  const isDone = apply(shell, redirections, opened);
  for (const file of opened) shell.afterwards.unshift(() => closeFile(shell, file));
  return isDone;
}

function closeFile(shell: Shell, file: FileSink): void {
  shell.openFiles.delete(file);
  file.close();
}

function apply(shell: Shell, redirections: readonly Redirection[], opened: FileSink[]): boolean {
  try {
    for (const redirection of redirections) redirect(shell, redirection, opened);
    return true;
  } catch (error) {
    if (!(error instanceof RedirectionError)) throw error;
    shell.complain(error.message);
    shell.status = shell.isBash ? 1 : 2;
    return false;
  }
}

function redirect(shell: Shell, redirection: Redirection, opened: FileSink[]): void {
  if (redirection.type === "HereDoc") {
    shell.descriptors.set(numberOf(shell, redirection, 0), input(documentOf(shell, redirection)));
    return;
  }
  const { target, operator } = redirection;
  if (target === undefined) shell.stop(`a redirection ${operator} of nothing`);
  const word = shell.text(target);
  if (redirection.type === "HereString") {
    if (!shell.isBash) shell.stop("dash has no <<<", "name bash in the first line of the script");
    shell.descriptors.set(numberOf(shell, redirection, 0), input(`${word}\n`));
    return;
  }
  const path = resolveVirtual(shell.cwd, word);
  const isInput = operator === "<" || operator === "<&" || operator === "<>";
  const number = numberOf(shell, redirection, isInput ? 0 : 1);
  switch (operator) {
    case "<":
      shell.descriptors.set(number, { source: openSource(shell, path, word), sink: null });
      return;
    case "<&":
    case ">&":
      if (word === "-") shell.descriptors.set(number, { source: null, sink: null });
      else if (/^\d+-?$/.test(word)) duplicate(shell, number, word);
      else if (operator === ">&" && shell.isBash) both(shell, { path, word, append: false }, opened);
      else throw new RedirectionError(`${word}: ambiguous redirect`);
      return;
    case ">":
    case ">|":
    case ">>": {
      const isKept = operator === ">" && shell.options.has("noclobber");
      if (isKept && shell.host.overlay.kindOf(path) === "file") {
        throw new RedirectionError(`${word}: cannot overwrite existing file`);
      }
      shell.descriptors.set(number, openSink(shell, { path, word, append: operator === ">>" }, opened));
      return;
    }
    case "&>":
    case "&>>":
      if (!shell.isBash) shell.stop(`dash has no ${operator}`, "name bash in the first line of the script");
      both(shell, { path, word, append: operator === "&>>" }, opened);
      return;
    case "<>":
      shell.stop("a redirection <> is not known");
  }
}

function numberOf(shell: Shell, { descriptor, operator }: Redirection, otherwise: number): number {
  if (descriptor === undefined) return otherwise;
  if (descriptor.type === "FileDescriptor") return descriptor.value;
  return shell.stop(`{${descriptor.name}}${operator} is not known`);
}

/** A file that is opened for writing. */
interface Destination {
  /** Absolute virtual path. */
  readonly path: string;
  /** As the script writes it. */
  readonly word: string;
  readonly append: boolean;
}

function both(shell: Shell, destination: Destination, opened: FileSink[]): void {
  const descriptor = openSink(shell, destination, opened);
  shell.descriptors.set(1, descriptor);
  shell.descriptors.set(2, descriptor);
}

function duplicate(shell: Shell, number: number, word: string): void {
  const from = Number(word.replace("-", ""));
  const known = shell.descriptors.get(from);
  if (known === undefined || (known.source === null && known.sink === null)) {
    throw new RedirectionError(`${word}: Bad file descriptor`);
  }
  shell.descriptors.set(number, known);
  if (word.endsWith("-")) shell.descriptors.delete(from);
}

function openSource(shell: Shell, path: string, word: string): Source {
  const device = deviceAt(shell, path);
  if (device?.source) return device.source;
  if (path === "/dev/tty") return new Source(() => "", true, true);
  const text = readFile(shell, path);
  if (typeof text !== "string") throw new RedirectionError(`${word}: ${text.reason}`);
  if (path === "/dev/null") return new Source(() => "");
  // What is read is what the file holds when it is read, even when another has taken its place.
  const read = shell.host.overlay.reader(path);
  return new Source(() => {
    shell.flush();
    return byteText(read());
  });
}

function openSink(shell: Shell, { path, word, append }: Destination, opened: FileSink[]): Descriptor {
  const device = deviceAt(shell, path);
  if (device !== null) return device;
  if (path === "/dev/tty") return { source: null, sink: sinkTo((text) => shell.host.show(text)) };
  const { source, offset, function: name } = shell.position;
  try {
    // The change is recorded when the file is closed, and comes from here.
    const file = new FileSink(shell.host.overlay.open(path, append), (record) =>
      shell.position.at(source, name, () => {
        shell.touch(offset);
        record();
      }),
    );
    shell.openFiles.add(file);
    opened.push(file);
    return { source: null, sink: file };
  } catch (error) {
    if (!(error instanceof SystemError)) throw error;
    throw new RedirectionError(`${word}: ${reasonOf(error)}`);
  }
}

/** The paths that are no files. */
function deviceAt(shell: Shell, path: string): Descriptor | null {
  if (path === "/dev/null") return nothing;
  const number = { "/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2 }[path];
  if (number !== undefined) return shell.descriptor(number);
  const open = /^\/dev\/fd\/(\d+)$/.exec(path)?.[1];
  if (open === undefined || shell.host.overlay.kindOf(path) !== null) return null;
  return shell.descriptors.get(Number(open)) ?? null;
}

function input(text: string): Descriptor {
  return { source: new Source(() => text), sink: null };
}

function documentOf(shell: Shell, { operator, delimiter, body }: HereDoc): string {
  const strip = (text: string) => (operator === "<<-" ? text.replace(/^\t+/gm, "") : text);
  if (delimiter?.quoted) return strip(body.text);
  if (operator === "<<" || body.parts === undefined)
    return expandDocument(shell, strip(body.text), body.parts);
  // The tabs are those of the source, before anything is expanded.
  let isLineStart = true;
  const parts = body.parts.map((part) => {
    if (part.type !== "Literal") {
      isLineStart = false;
      return part;
    }
    const text = isLineStart ? strip(part.text) : part.text.replace(/\n\t+/g, "\n");
    isLineStart = part.text.endsWith("\n");
    return { ...part, text };
  });
  return expandDocument(shell, body.text, parts);
}
