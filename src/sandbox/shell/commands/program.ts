import type { Shell } from "../shell.ts";

/** Starts a program, and puts what it says where it belongs. */
export function runProgram(shell: Shell, argv: readonly string[]): void {
  const [name = ""] = argv;
  if (name === "") {
    shell.complain(": command not found");
    shell.status = 127;
    return;
  }
  shell.flush();
  const source = shell.descriptor(0).source;
  let given: string | null = null;
  const ended = shell.host.start({
    argv,
    cwd: shell.cwd,
    env: { ...shell.vars.environment(), PWD: shell.cwd },
    get stdin() {
      given ??= source?.rest() ?? "";
      return given;
    },
  });
  // Nothing is known of what a program makes of what is not known.
  const isKnown = ended.isKnown && !(given !== null && source?.isKnown === false);
  shell.print(ended.stderr, 2);
  shell.descriptor(1).sink?.write(isKnown ? ended.stdout : "", isKnown);
  shell.status = ended.exitCode;
}
