import type { Started } from "../host/desk/started.ts";
import { byteText } from "../host/files/byte-text.ts";
import { resolveVirtual, toRepositoryPath } from "../host/files/virtual-path.ts";
import type { Origin } from "../host/record/run-record.ts";
import { Stopped } from "../shell/leaving.ts";
import { runShell } from "../shell/run-shell.ts";
import { fileSource, inlineSource, type SourceText } from "../shell/source-text.ts";
import { Source } from "../shell/streams/descriptor.ts";
import { type Sink, sinkTo, TextSink } from "../shell/streams/sinks.ts";
import type { Machine } from "./machine.ts";
import { dialectOf, type ShellCall, shellCallOf } from "./shell-call.ts";
import { shellHost } from "./shell-host.ts";

/** What a shell has said, as byte texts, and how it ended. */
export interface ShellEnded {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** False when all that it could have said comes from commands that were not run. */
  readonly isKnown: boolean;
}

/** Where a shell reads and writes. */
interface Streams {
  readonly stdin: Source;
  readonly stdout: Sink;
  readonly stderr: Sink;
}

/** Runs a line in a shell of its own, as `sh -c` does. The line comes from the place that is running. */
export function runShellLine(
  machine: Machine,
  { line, cwd, env, stdin }: { readonly line: string } & Omit<Started, "argv">,
): ShellEnded {
  const call: ShellCall = {
    dialect: "dash",
    options: [],
    text: { kind: "line", line },
    name: null,
    params: [],
  };
  return collected(
    machine,
    (streams) => runCall(machine, call, { cwd, env }, streams),
    () => stdin,
  );
}

/** Runs what a call of a shell asks for; null when its file is not there. */
export function runShellCall(machine: Machine, call: ShellCall, started: Started): ShellEnded {
  const { cwd, env } = started;
  return collected(
    machine,
    (streams) => runCall(machine, call, { cwd, env }, streams),
    () => started.stdin,
  );
}

/**
 * Runs the script of a release, whose output is the output of the rehearsal and whose input a person; tells how and where
 * it ended.
 */
export function runEntryScript(
  machine: Machine,
  path: string,
  { cwd, env, params }: { cwd: string; env: Readonly<Record<string, string>>; params: readonly string[] },
): { readonly exitCode: number; readonly left: Origin | null } {
  const { overlay, recorder } = machine;
  machine.nesting.isShell = true;
  let left: Origin | null = null;
  const text = byteText(overlay.read(resolveVirtual(cwd, path)));
  const exitCode = runShell({
    ...base(machine),
    left: (origin) => {
      left = origin;
    },
    dialect: dialectOf(text),
    source: sourceOf(machine, text, resolveVirtual(cwd, path), path),
    name: path,
    params,
    options: optionsOf(text),
    isLine: false,
    cwd,
    env,
    stdin: new Source(() => "", true, true),
    stdout: sinkTo((said) => recorder.print("stdout", said)),
    stderr: sinkTo((said) => recorder.print("stderr", said)),
  });
  return { exitCode, left };
}

/** Runs a line of a recipe or of a step of a workflow, whose shell writes where it is told and whose text lies in a file. */
export function runRecipeLine(
  machine: Machine,
  { argv, cwd, env, origin }: Omit<Started, "stdin"> & { readonly origin: Origin },
  streams: Pick<Streams, "stdout" | "stderr">,
): number {
  const words = /^(?:\/usr\/bin\/)?env$/.test(argv[0] ?? "") ? argv.slice(1) : argv;
  const call = shellCallOf(words);
  if (call === null || call.text.kind !== "line") {
    const help = "rehearse it natively with `command` and --engine command";
    machine.ending.stop(`the shell ${argv.slice(0, -1).join(" ")} is not rehearsed`, help, origin);
    throw new Stopped();
  }
  const { dialect, options, params, text } = call;
  const name = call.name ?? dialect;
  return runShell({
    ...base(machine),
    ...streams,
    stdin: new Source(() => ""),
    source: placedSource(text.line, name, origin),
    dialect,
    options,
    name,
    params,
    cwd,
    env,
    isLine: true,
  });
}

/** A text whose lines stand one below the other in a file, from a place on. */
function placedSource(text: string, name: string, origin: Origin): SourceText {
  const source = inlineSource(text, name, origin);
  return {
    ...source,
    originAt: (offset, within) => ({
      ...origin,
      line: origin.line + source.lineAt(offset) - 1,
      function: within,
    }),
  };
}

function runCall(
  machine: Machine,
  { dialect, options, text, name, params }: ShellCall,
  { cwd, env }: Pick<Started, "cwd" | "env">,
  streams: Streams,
): number {
  const shell = { ...base(machine), ...streams, params, cwd, env };
  const program = dialect === "bash" ? "bash" : "sh";
  if (text.kind === "file") {
    const path = resolveVirtual(cwd, text.path);
    const content = byteText(machine.overlay.read(path));
    const source = sourceOf(machine, content, path, text.path);
    return runShell({ ...shell, dialect, options, source, name: text.path, isLine: false });
  }
  const line = text.kind === "line" ? text.line : streams.stdin.rest();
  const source = inlineSource(line, name ?? program, machine.origins.read());
  return runShell({
    ...shell,
    dialect,
    options,
    source,
    name: name ?? program,
    isLine: text.kind === "line",
  });
}

function base(machine: Machine) {
  const within = (origin: Parameters<Machine["origins"]["within"]>[0], run: () => void) =>
    machine.origins.within(origin, run);
  return { host: shellHost(machine), within };
}

/** The options that the first line of a script gives, such as `#!/bin/bash -e`. */
function optionsOf(text: string): string[] {
  const letters = /^#!\s*\S*sh\s+-([a-z]+)\s*$/m.exec(/^.*/.exec(text)?.[0] ?? "")?.[1] ?? "";
  const names = { e: "errexit", u: "nounset", x: "xtrace", v: "verbose", f: "noglob" };
  return [...letters].flatMap((letter) => names[letter as keyof typeof names] ?? []);
}

function sourceOf(machine: Machine, text: string, path: string, name: string): SourceText {
  const inside = toRepositoryPath(path);
  return inside === null ? inlineSource(text, name, machine.origins.read()) : fileSource(text, inside, name);
}

/** Collects what a shell says. Once the rehearsal has ended nothing of it counts any more. */
export function collected(
  machine: Machine,
  run: (streams: Streams) => number,
  stdin: () => string,
): ShellEnded {
  let length = 0;
  const grown = (more: number) => {
    length += more;
    if (length > 64 * 1024 * 1024) {
      machine.ending.stop(
        "a command prints more than 64 Mi characters",
        "look for an endless loop",
        machine.origins.read(),
      );
    }
  };
  const [stdout, stderr] = [new TextSink(grown), new TextSink(grown)];
  try {
    const exitCode = run({ stdin: new Source(stdin), stdout, stderr });
    return { stdout: stdout.text, stderr: stderr.text, exitCode, isKnown: stdout.isKnown };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { stdout: "", stderr: "", exitCode: 1, isKnown: true };
  }
}
