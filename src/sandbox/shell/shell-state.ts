import { done, type EffectResult, failed } from "../host/desk/effect.ts";
import type { Overlay } from "../host/files/overlay.ts";
import { resolveVirtual } from "../host/files/virtual-path.ts";
import { type ShellOptions, withOptions } from "./shell-options.ts";

/** What a shell knows of itself, and the commands of its own that change that. */
export class ShellState {
  readonly variables: Map<string, string>;
  /** The names of the variables that can no longer be assigned. */
  readonly constants: Set<string>;
  options: ShellOptions;
  /** Absolute virtual path. */
  cwd: string;
  /** How the last pipeline ended. */
  status = 0;
  hasEnded = false;
  /** The line that is left for the end. */
  atEnd = "";
  /** How many files are being sourced, one within the other. */
  sourcing = 0;

  constructor(
    cwd: string,
    variables: Iterable<readonly [string, string]>,
    constants: Iterable<string>,
    options: ShellOptions,
  ) {
    this.variables = new Map(variables).set("PWD", cwd);
    this.constants = new Set(constants);
    this.options = options;
    this.cwd = cwd;
  }

  /** The state of a shell that begins where this one is. */
  copy(options: ShellOptions): ShellState {
    const copy = new ShellState(this.cwd, this.variables, this.constants, options);
    copy.sourcing = this.sourcing;
    return copy;
  }

  assign(values: Iterable<readonly [string, string]>): void {
    for (const [name, value] of values) this.variables.set(name, value);
  }

  /**
   * Carries out a command of the shell's own; null when it is none.
   * @param values the assignments that stand among its words
   */
  carryOut(
    [name = "", ...args]: readonly string[],
    values: readonly (readonly [string, string])[],
    overlay: Overlay,
  ): EffectResult | null {
    switch (name) {
      case "readonly":
        for (const constant of [...args, ...values.map(([key]) => key)]) this.constants.add(constant);
        this.assign(values);
        return done();
      case "export":
        this.assign(values);
        return done();
      case "set":
        this.options = withOptions(this.options, args) ?? this.options;
        return done();
      case "unset":
        for (const key of args) this.variables.delete(key);
        return done();
      case "trap":
        this.atEnd = args[0] === "-" ? "" : (args[0] ?? "");
        return done();
      case "cd":
        return this.#changeFolder(args[0], overlay);
      case "exit":
        this.hasEnded = true;
        return { ...done(), exitCode: exitCodeOf(args[0] ?? `${this.status}`) };
      default:
        return null;
    }
  }

  #changeFolder(given: string | undefined, overlay: Overlay): EffectResult {
    const before = this.variables.get("OLDPWD");
    if (given === "-" && before === undefined) return failed("cd", "OLDPWD not set");
    const path = resolveVirtual(this.cwd, given === "-" ? (before ?? "") : (given ?? "/"));
    if (overlay.kindOf(path) !== "folder") return failed("cd", `${given}: No such file or directory`);
    this.assign([
      ["OLDPWD", this.cwd],
      ["PWD", path],
    ]);
    this.cwd = path;
    return done(given === "-" ? `${path}\n` : "");
  }
}

/** A shell ends with 2 when it is told to end with what is no number, and with one byte of what is one. */
function exitCodeOf(written: string): number {
  return /^\d+$/.test(written) ? Number(written) & 255 : 2;
}
