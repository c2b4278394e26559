import { answerPrompt } from "../host/desk/answer-prompt.ts";
import type { Started } from "../host/desk/started.ts";
import { startOf } from "../host/environment.ts";
import type { Overlay } from "../host/files/overlay.ts";
import { maxPathLength, resolveVirtual, toRepositoryPath } from "../host/files/virtual-path.ts";
import type { ShellHost } from "../shell/host.ts";
import { Stopped } from "../shell/leaving.ts";
import type { Machine } from "./machine.ts";
import { isTextTool, namedToReader } from "./text-tools.ts";
import { unknownProgram, waysAround } from "./unknown-program.ts";

/** Programs of other systems, by whose presence a script tells where it runs. */
const elsewhere = new Set([
  "brew",
  "gawk",
  "gcp",
  "gdate",
  "gfind",
  "ggrep",
  "ghead",
  "greadlink",
  "grealpath",
  "gsed",
  "gsort",
  "gstat",
  "gtail",
  "gtar",
  "gxargs",
  "open",
  "pbcopy",
  "plutil",
  "powershell",
  "pwsh",
  "sw_vers",
  "xcodebuild",
  "xcrun",
]);

const programName = /^[\w.+-]+$/;

/** What a shell is given by a machine. */
export function shellHost(machine: Machine): ShellHost {
  const { ending, overlay, recorder, script } = machine;
  const start = startOf(script);
  return {
    overlay,
    now: () => Math.floor(start / 1000),
    start(program) {
      for (const path of filesRead(program, overlay)) recorder.look(path, "read", true);
      const ended = machine.desk.run(program);
      if (
        !ended.isKnown &&
        machine.nesting.isShell &&
        machine.nesting.depth === 0 &&
        isTextTool(program.argv)
      ) {
        ending.stop(unknownProgram(program.argv), waysAround(script), machine.origins.read());
      }
      if (ending.isReached) throw new Stopped();
      return ended;
    },
    answer(question, isOneKey) {
      const answer = isOneKey ? "y" : answerFor(question, script.version);
      recorder.print("stdout", `? ${question.trim()} ${answer}\n`);
      return answer;
    },
    choose(question, choices) {
      const index = answerPrompt(
        { message: question, kind: "select", initial: null, choices },
        script.version,
      );
      return String(Number(index) + 1);
    },
    show: (text) => recorder.print("stderr", text),
    looked: (path, found) => recorder.look(path, "exists", found),
    read: (path) => recorder.look(path, "read", overlay.kindOf(path) !== null),
    globbed(pattern, cwd, found) {
      const inside = found.map((path) => toRepositoryPath(path.startsWith("/") ? path : `${cwd}/${path}`));
      recorder.glob({
        patterns: [pattern],
        ignore: [],
        cwd: toRepositoryPath(cwd) ?? cwd,
        matches: inside.filter((path) => path !== null),
      });
    },
    // The view of the repository has no modes, and a script that asks is one that is meant to be run.
    isExecutable: (path) => overlay.kindOf(path) === "file",
    isInstalled: (name) => programName.test(name) && !elsewhere.has(name),
    tick: tickerOf(machine),
    stop(message, help, origin) {
      ending.stop(message, help, origin);
      throw new Stopped();
    },
  };
}

/** The files that a program is seen to read, as absolute virtual paths. */
function filesRead({ argv, cwd }: Pick<Started, "argv" | "cwd">, overlay: Overlay): string[] {
  return namedToReader(argv)
    .filter((arg) => arg !== "" && arg.length <= maxPathLength && !arg.includes("\0"))
    .map((arg) => resolveVirtual(cwd, arg))
    .filter((path) => overlay.kindOf(path) === "file");
}

/** What the shell calls for every step, and what ends a script that goes on for too long. */
function tickerOf({ ending, deadline, script, origins }: Machine): () => void {
  const began = performance.now();
  let ticks = 0;
  return () => {
    ticks += 1;
    if (ending.isReached) throw new Stopped();
    if (ticks % 64 !== 0 || performance.now() < deadline) return;
    const seconds = Math.round((deadline - began) / 1000);
    ending.stop(
      `the script did not end within ${Math.max(seconds, script.bounds.timeoutSeconds)} s`,
      "look for an endless loop, or raise timeoutSeconds of the release",
      origins.read(),
    );
    throw new Stopped();
  };
}

function answerFor(question: string, target: string): string {
  const answer = answerPrompt({ message: question, kind: "text", initial: null, choices: [] }, target);
  if (answer !== "" || !/\?\s*$/.test(question)) return String(answer);
  return "y";
}
