import type { Plan } from "../engine/plan.ts";
import type { ScriptKind } from "../engine/script-kind.ts";
import { scriptKind } from "../engine/script-kind.ts";
import { type Handing, NotFollowed } from "../host/desk/command-desk.ts";
import type { Ended, Started } from "../host/desk/started.ts";
import { Ending } from "../host/ending.ts";
import { startOf } from "../host/environment.ts";
import { byteText } from "../host/files/byte-text.ts";
import { viewOf } from "../host/files/overlay-view.ts";
import { encodeUtf8 } from "../host/files/text.ts";
import { inlineMain, resolveVirtual, toRepositoryPath } from "../host/files/virtual-path.ts";
import type { Command } from "../host/record/run-record.ts";
import type { Machine } from "./machine.ts";
import { type InlineProgram, inlineProgramOf, type NodeCall, nodeCallOf } from "./node-call.ts";
import { packageScriptOf } from "./package-script.ts";
import { runJavaScript } from "./run-javascript.ts";
import { hasMakefile, isMake, runMakeCall } from "./run-make.ts";
import { runShellCall, runShellLine } from "./run-shell-script.ts";
import { dialectOf, type ShellCall, shellCallOf } from "./shell-call.ts";
import { isTextTool } from "./text-tools.ts";
import { unknownProgram } from "./unknown-program.ts";
import { inWorkspace } from "./workspace-call.ts";

/** How many scripts may start one another. */
const deepest = 20;

/** The interpreter that a command is for, whoever starts it; null for a command that starts no script that is known. */
export function handingOf(machine: Machine, started: Started): Handing | null {
  const { env } = started;
  const { argv, cwd } = inWorkspace(
    { argv: withoutWrapper(started.argv), cwd: started.cwd },
    viewOf(machine.overlay),
  );
  // A spread would read the input, which only the one who is called may do.
  const call: Started = {
    argv,
    cwd,
    env,
    get stdin() {
      return started.stdin;
    },
  };
  if (isMake(argv) && hasMakefile(machine, call)) return nesting(machine, () => runMakeCall(machine, call));
  const shell = shellCallOf(argv);
  if (shell !== null) return shellHanding(machine, shell, call);
  const node = nodeCallOf(argv);
  if (node !== null) return nodeHanding(machine, node, call);
  const inline = inlineProgramOf(argv);
  if (inline !== null) return inlineHanding(machine, inline, call);
  const [program = "", ...args] = argv;
  if (program.includes("/")) {
    if (wrapper.test(program)) return null;
    const kind = kindOf(machine, program, started.cwd);
    if (kind === "shell") {
      const text = { kind: "file" as const, path: program };
      const dialect = dialectOf(textAt(machine, program, started.cwd) ?? "");
      return shellHanding(machine, { dialect, options: [], text, name: null, params: args }, call);
    }
    return kind === "node" || kind === "zx" ? nodeHanding(machine, { script: program, args }, call) : null;
  }
  const lines = packageScriptOf(call, viewOf(machine.overlay));
  if (lines === null) return null;
  return nesting(machine, () => {
    let [stdout, stderr, isKnown, exitCode] = ["", "", false, 0];
    for (const { line, cwd, env, header } of lines) {
      const ended = runShellLine(machine, { line, cwd, env, stdin: "" });
      stdout += header + ended.stdout;
      stderr += ended.stderr;
      isKnown ||= ended.isKnown;
      ({ exitCode } = ended);
      if (exitCode !== 0) break;
    }
    return { stdout: isKnown ? stdout : "", stderr, exitCode, isKnown };
  });
}

/** A script that fetches the program after which it is named, and starts that. */
const wrapper = /\/(?:mvnw|gradlew)$/;

/** Without what only raises its rights, and by the name of the program where it is one of the system, as `process.execPath` is. */
function withoutWrapper(argv: readonly string[]): readonly string[] {
  const [first, second] = argv;
  const isRaised = first === "sudo" && second !== undefined && !second.startsWith("-");
  const [program = "", ...args] = isRaised ? argv.slice(1) : argv;
  return [/^\/(?:usr\/(?:local\/)?)?bin\/([^/]+)$/.exec(program)?.[1] ?? program, ...args];
}

function shellHanding(machine: Machine, call: ShellCall, started: Started): Handing | null {
  if (call.text.kind === "file" && textAt(machine, call.text.path, started.cwd) === null) return null;
  return nesting(machine, () => runShellCall(machine, call, started));
}

function nodeHanding(machine: Machine, { script, args }: NodeCall, { cwd, env }: Started): Handing | null {
  const main = resolveVirtual(cwd, script);
  const kind = kindOf(machine, script, cwd);
  if ((kind !== "node" && kind !== "zx") || toRepositoryPath(main) === null) return null;
  const preload = kind === "zx" ? "rehearsal:/packages/zx-globals.js" : null;
  const argv = ["/usr/local/bin/node", main, ...args];
  return nesting(machine, () => javaScriptEnded(machine, { main, preload, argv, env, cwd }));
}

/** The program is put where no record looks; what it requires it looks for in the folder in which it is started. */
function inlineHanding(machine: Machine, { code, args }: InlineProgram, { cwd, env }: Started): Handing {
  const argv = ["/usr/local/bin/node", ...args];
  return nesting(machine, () => {
    const from = JSON.stringify(resolveVirtual(cwd, "[eval]"));
    const text = `require = require("node:module").createRequire(${from}); ${code}`;
    machine.overlay.writeFile(inlineMain, encodeUtf8(text));
    return javaScriptEnded(machine, { main: inlineMain, preload: null, argv, env, cwd });
  });
}

/** A script that cannot be followed has done nothing; what starts it goes on as with any command that is not run. */
function javaScriptEnded(machine: Machine, plan: Omit<Plan, "calls" | "now">): Ended | NotFollowed {
  const ending = new Ending(machine.ending);
  let [stdout, stderr] = ["", ""];
  const now = startOf(machine.script);
  runJavaScript(machine, { ...plan, calls: null, now }, ending, (stream, text) => {
    if (stream === "stdout") stdout += text;
    else stderr += text;
  });
  const { outcome } = ending;
  if (outcome === null) return { stdout, stderr, exitCode: 1, isKnown: true };
  if (outcome.ended === "completed") return { stdout, stderr, exitCode: outcome.exitCode, isKnown: true };
  if (outcome.ended === "failed") {
    const { message, exitCode } = outcome;
    return { stdout, stderr: `${stderr}${message}\n`, exitCode, isKnown: true };
  }
  if (performance.now() > machine.deadline) machine.ending.set(outcome);
  return new NotFollowed(outcome.message);
}

function nesting(machine: Machine, run: () => ReturnType<Handing["run"]>): Handing {
  return {
    run() {
      if (machine.nesting.depth >= deepest) {
        const help = "look for scripts that start one another without an end";
        machine.ending.stop("the script's calls nest too deeply", help, machine.origins.read());
        return { stdout: "", stderr: "", exitCode: 1, isKnown: true };
      }
      machine.nesting.depth += 1;
      const before = machine.recorder.commands.length;
      try {
        const ended = run();
        const commands = machine.recorder.commands.slice(before);
        return notFollowed(ended, commands, machine.recorder.writes.length) ?? ended;
      } finally {
        machine.nesting.depth -= 1;
      }
    },
  };
}

/** What a script did that ended, where that says nothing; null where it counts. */
function notFollowed(
  ended: Ended | NotFollowed,
  commands: readonly Command[],
  written: number,
): NotFollowed | null {
  const missing = commands.filter(({ answer }) => answer === "not run");
  const [first] = missing;
  const unknown = missing.find(({ argv }) => isTextTool(argv));
  if (ended instanceof NotFollowed || first === undefined) return null;
  if (unknown !== undefined) return new NotFollowed(unknownProgram(unknown.argv));
  // What fails behind a command that was not run may have failed for want of what that command does.
  if (ended.exitCode !== 0) return new NotFollowed(first.why ?? `it fails behind \`${first.command}\``);
  // What is written after a program that nobody here can read builds on what that program would have left.
  const guessed = missing.find(({ argv, writesBefore }) => isFetched(argv) && writesBefore < written);
  return guessed === undefined ? null : new NotFollowed(`it writes behind \`${guessed.command}\``);
}

/**
 * True for a package that is fetched to be run, so that its code is no part of the repository; a bare `npx name` may be
 * one that is installed. Sources: https://docs.npmjs.com/cli/commands/npm-exec and https://pnpm.io/cli/dlx
 */
function isFetched([program = "", ...args]: readonly string[]): boolean {
  const [first = ""] = args;
  if (program === "npx" || program === "npm")
    return args.some((arg) => /^(?:-p|--package(?:=.*)?)$/u.test(arg));
  return program === "bunx" || ((program === "pnpm" || program === "yarn") && first === "dlx");
}

function textAt({ overlay }: Machine, path: string, cwd: string): string | null {
  const absolute = resolveVirtual(cwd, path);
  return overlay.kindOf(absolute) === "file" ? byteText(overlay.read(absolute)) : null;
}

function kindOf(machine: Machine, path: string, cwd: string): ScriptKind | null {
  const text = textAt(machine, path, cwd);
  return text === null ? null : scriptKind(path, text);
}
