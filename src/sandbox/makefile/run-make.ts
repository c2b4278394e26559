import { resolveVirtual } from "../host/files/virtual-path.ts";
import type { Origin } from "../host/record/run-record.ts";
import { Builder } from "./build.ts";
import { expandText } from "./expand.ts";
import type { MakeHost } from "./host.ts";
import { type Make, MakeFailure, type MakeOptions } from "./make.ts";
import { flagsFor, type MakeCall } from "./make-call.ts";
import { includeFile, readMakefile } from "./reading/read-makefile.ts";
import { RecipeFailure } from "./recipe.ts";
import { Rules } from "./rules/rules.ts";
import { assign } from "./variables/assignment.ts";
import { assignmentOf } from "./variables/assignment-text.ts";
import { defaultVariables } from "./variables/defaults.ts";
import { Variables } from "./variables/variables.ts";
import { wordsOf } from "./words.ts";

/** A make that is to be run. */
export interface MakeRun {
  readonly host: MakeHost;
  readonly call: MakeCall;
  /** The folder in which it is called, an absolute virtual path. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The place that counts until a makefile is read. */
  readonly origin: Origin;
}

/** Runs make to its end and gives its exit code. Throws what the host throws when the rehearsal has ended. */
export function runMake({ host, call, cwd, env, origin }: MakeRun): number {
  const level = Number(env["MAKELEVEL"] ?? 0) || 0;
  const folder = call.folders.reduce((path, name) => resolveVirtual(path, name), cwd);
  const name = level === 0 ? "make" : `make[${level}]`;
  if (host.overlay.kindOf(folder) !== "folder") {
    host.complain(`${name}: *** ${call.folders.join("/")}: No such file or directory.  Stop.\n`);
    return 2;
  }
  const make = new Running({ host, options: call, cwd: folder, env, level, name, origin });
  const tells = call.printsFolder && (call.folders.length > 0 || level > 0);
  if (tells) host.print(`${name}: Entering directory '${folder}'\n`);
  const exitCode = make.run();
  if (tells) host.print(`${name}: Leaving directory '${folder}'\n`);
  return exitCode;
}

const usualNames = ["GNUmakefile", "makefile", "Makefile"];

class Running implements Make {
  readonly host: MakeHost;
  readonly name: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly options: MakeOptions;
  readonly level: number;
  readonly variables = new Variables();
  readonly rules = new Rules();
  place: Origin;
  depth = 0;
  /** The variables that are being expanded right now. */
  readonly #expanding = new Set<string>();
  #isReading = false;

  constructor(parts: Pick<Make, "host" | "name" | "cwd" | "env" | "options" | "level"> & { origin: Origin }) {
    this.host = parts.host;
    this.name = parts.name;
    this.cwd = parts.cwd;
    this.env = parts.env;
    this.options = parts.options;
    this.level = parts.level;
    this.place = parts.origin;
    this.#prepare();
  }

  run(): number {
    try {
      this.#isReading = true;
      this.#read();
      this.#isReading = false;
      const goals = this.#goals();
      if (goals.length === 0) return this.#end("No targets.");
      const builder = new Builder(this);
      for (const goal of goals) {
        const { name, rules, host, options } = this;
        if (builder.goal(goal) || options.isSilent) continue;
        const hasRecipe = rules.explicit.get(goal)?.recipe != null || rules.doubleColon.has(goal);
        const isBare = rules.isPhony(goal) || !hasRecipe;
        host.print(
          isBare ? `${name}: Nothing to be done for '${goal}'.\n` : `${name}: '${goal}' is up to date.\n`,
        );
      }
      return 0;
    } catch (error) {
      if (error instanceof RecipeFailure) {
        this.host.complain(`${this.name}: *** ${error.message}\n`);
        return 2;
      }
      if (error instanceof MakeFailure) return this.#end(error.message);
      throw error;
    }
  }

  expand(text: string): string {
    return expandText(this, text);
  }

  valueOf(name: string): string {
    const held = this.variables.get(name);
    if (held === null) return this.#computed(name);
    if (!held.isRecursive || !held.value.includes("$")) return held.value;
    if (this.#expanding.has(name)) this.fail(`Recursive variable '${name}' references itself (eventually).`);
    this.#expanding.add(name);
    try {
      return this.expand(held.value);
    } finally {
      this.#expanding.delete(name);
    }
  }

  evaluate(text: string): void {
    readMakefile(this, text, null);
  }

  environment(): Record<string, string> {
    const { variables } = this;
    const env: Record<string, string> = { ...this.env };
    for (const name of variables.names()) {
      const held = variables.get(name);
      const isSaid = variables.exported.get(name);
      const isInherited =
        held !== null &&
        (held.origin === "command line" ||
          name in this.env ||
          (variables.exportsAll && held.origin !== "default" && held.origin !== "automatic"));
      if (isSaid === false) delete env[name];
      else if (held !== null && name !== "SHELL" && (isSaid || (isInherited && /^[A-Za-z_]\w*$/.test(name))))
        env[name] = this.valueOf(name);
    }
    return { ...env, MAKELEVEL: String(this.level + 1), MAKEFLAGS: flagsFor(this.options) };
  }

  refuse(what: string): never {
    const help = "write it in another way, or rehearse natively with `command` and --engine command";
    return this.host.stop(`make: ${what} is not rehearsed`, help, this.place);
  }

  fail(message: string): never {
    const { path, line } = this.place;
    throw new MakeFailure(
      this.#isReading ? `${path}:${line}: *** ${message}` : `${this.name}: *** ${message}`,
    );
  }

  /** Everything that is set before a makefile is read. */
  #prepare(): void {
    const { variables, options } = this;
    for (const [name, value] of Object.entries(defaultVariables))
      variables.set(name, { value, isRecursive: true, origin: "default" });
    const origin = options.environmentWins ? "environment override" : "environment";
    for (const [name, value] of Object.entries(this.env))
      if (name !== "MAKEFLAGS" && name !== "SHELL") variables.set(name, { value, isRecursive: true, origin });
    const own = { SHELL: "/bin/sh", CURDIR: this.cwd, MAKEFLAGS: flagsFor(options), MAKEFILE_LIST: "" };
    for (const [name, value] of Object.entries(own))
      variables.set(name, { value, isRecursive: false, origin: "file" });
    const { goals } = options;
    variables.set("MAKECMDGOALS", { value: goals.join(" "), isRecursive: false, origin: "file" });
    variables.set(".SHELLFLAGS", { value: "-c", isRecursive: false, origin: "default" });
    variables.set("MAKELEVEL", { value: String(this.level), isRecursive: false, origin: "environment" });
    for (const text of options.assignments) {
      const assignment = assignmentOf(text);
      if (assignment !== null) assign(this, assignment, "command line");
    }
  }

  #read(): void {
    const { host, cwd, options } = this;
    const isFile = (name: string) => host.overlay.kindOf(resolveVirtual(cwd, name)) === "file";
    const name = options.makefile ?? usualNames.find(isFile) ?? null;
    if (name === null) return;
    if (!isFile(name)) this.fail(`${name}: No such file or directory`);
    host.looked(resolveVirtual(cwd, name), true);
    includeFile(this, name);
    for (const missing of this.rules.missing)
      if (this.rules.has(missing)) this.refuse(`the makefile ${missing}, which a rule makes`);
  }

  #goals(): readonly string[] {
    const { goals } = this.options;
    if (goals.length > 0) return goals;
    const named = wordsOf(this.valueOf(".DEFAULT_GOAL"));
    return named.length > 0 || this.rules.first === null ? named : [this.rules.first];
  }

  #computed(name: string): string {
    if (name === ".VARIABLES") return this.refuse("the variable .VARIABLES");
    return name === ".DEFAULT_GOAL" ? (this.rules.first ?? "") : "";
  }

  #end(message: string): number {
    const isPlaced = message.includes("*** ");
    const whole = isPlaced ? message : `${this.name}: *** ${message}`;
    this.host.complain(`${whole}  Stop.\n`);
    return 2;
  }
}
