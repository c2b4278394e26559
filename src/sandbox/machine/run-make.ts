import type { Handing } from "../host/desk/command-desk.ts";
import type { Started } from "../host/desk/started.ts";
import { resolveVirtual, toRepositoryPath } from "../host/files/virtual-path.ts";
import type { MakeHost, ShellLine } from "../makefile/host.ts";
import { makeCallOf } from "../makefile/make-call.ts";
import { runMake } from "../makefile/run-make.ts";
import { type Sink, sinkTo, TextSink } from "../shell/streams/sinks.ts";
import type { Machine } from "./machine.ts";
import { collected, runRecipeLine } from "./run-shell-script.ts";
import { shellHost } from "./shell-host.ts";

/** Where make writes. */
interface MakeStreams {
  readonly stdout: Sink;
  readonly stderr: Sink;
}

/** True for a command that starts make. */
export function isMake([program = ""]: readonly string[]): boolean {
  return /^(?:\/usr\/bin\/)?g?make$/.test(program);
}

/** Whether make finds a makefile where it is called; without one it is a command like any other. */
export function hasMakefile({ overlay }: Machine, { argv, cwd, env }: Started): boolean {
  const call = makeCallOf(argv.slice(1), env["MAKEFLAGS"]);
  if ("unknown" in call) return true;
  const folder = call.folders.reduce((path, name) => resolveVirtual(path, name), cwd);
  const names = call.makefile === null ? ["GNUmakefile", "makefile", "Makefile"] : [call.makefile];
  return names.some((name) => overlay.kindOf(resolveVirtual(folder, name)) === "file");
}

/** Runs make as a command asks for it. */
export function runMakeCall(machine: Machine, started: Started): ReturnType<Handing["run"]> {
  return collected(
    machine,
    (streams) => run(machine, started, streams),
    () => "",
  );
}

/** Runs make as the release itself, whose output is the output of the rehearsal; gives its exit code. */
export function runEntryMake(machine: Machine, started: Omit<Started, "stdin">): number {
  const { recorder } = machine;
  machine.nesting.isShell = true;
  return run(machine, started, {
    stdout: sinkTo((said) => recorder.print("stdout", said)),
    stderr: sinkTo((said) => recorder.print("stderr", said)),
  });
}

function run(machine: Machine, { argv, cwd, env }: Omit<Started, "stdin">, streams: MakeStreams): number {
  const call = makeCallOf(argv.slice(1), env["MAKEFLAGS"]);
  const host = makeHost(machine, streams);
  const origin = machine.origins.read();
  if ("unknown" in call) {
    const help = "call it in another way, or rehearse natively with `command` and --engine command";
    return host.stop(`make ${call.unknown} is not rehearsed`, help, origin);
  }
  return runMake({ host, call, cwd, env, origin });
}

function makeHost(machine: Machine, { stdout, stderr }: MakeStreams): MakeHost {
  const { overlay, ages, recorder } = machine;
  const { globbed, looked, tick, stop } = shellHost(machine);
  const runLine = ({ argv, cwd, env, origin }: ShellLine, out: Sink) =>
    runRecipeLine(machine, { argv, cwd, env, origin }, { stdout: out, stderr });
  return {
    overlay,
    age: (path) => ages.of(path),
    run: (line) => runLine(line, stdout),
    capture(line) {
      let length = 0;
      const out = new TextSink((more) => {
        length += more;
        if (length > 64 * 1024 * 1024)
          recorder.stop("a command of a makefile prints more than 64 Mi characters");
        tick();
      });
      const exitCode = runLine(line, out);
      return { stdout: out.text, exitCode };
    },
    print: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    globbed,
    looked: (path, found) => toRepositoryPath(path) !== null && looked(path, found),
    tick,
    stop,
  };
}
