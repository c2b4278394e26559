import { posix } from "node:path";
import { byteText } from "../../host/files/byte-text.ts";
import { resolveVirtual, toRepositoryPath } from "../../host/files/virtual-path.ts";
import { wildcard } from "../functions/name-functions.ts";
import type { Make } from "../make.ts";
import { assign } from "../variables/assignment.ts";
import { type Assignment, assignmentOf, defineOf } from "../variables/assignment-text.ts";
import type { VariableOrigin } from "../variables/variables.ts";
import { wordsOf } from "../words.ts";
import { Conditionals } from "./conditionals.ts";
import { type LogicalLine, logicalLines, plainLine } from "./lines.ts";
import { type RecipeTaker, readRule } from "./rule-line.ts";

/** Reads the text of a makefile, or one that `$(eval …)` is given, whose lines count from the place of the call. */
export function readMakefile(make: Make, text: string, path: string | null): void {
  new Reader(make, text, path).read();
}

class Reader {
  readonly #make: Make;
  readonly #lines: readonly LogicalLine[];
  /** Relative to the root as far as it lies inside; null for a text without a file. */
  readonly #path: string | null;
  readonly #conditionals = new Conditionals();
  #recipe: RecipeTaker = null;
  #hasTargets = false;
  #at = 0;

  constructor(make: Make, text: string, path: string | null) {
    this.#make = make;
    this.#lines = logicalLines(text);
    this.#path = path;
  }

  read(): void {
    const before = this.#make.place;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at];
      if (line === undefined) continue;
      this.#make.host.tick();
      if (this.#path !== null)
        this.#make.place = { path: this.#path, line: line.line, column: 1, function: null };
      this.#line(line);
    }
    if (this.#conditionals.areOpen) this.#make.fail("missing 'endif'.");
    this.#make.place = before;
  }

  #line({ raw, line }: LogicalLine): void {
    const make = this.#make;
    const prefix = make.variables.get(".RECIPEPREFIX")?.value[0] ?? "\t";
    if (raw.startsWith(prefix) && this.#hasTargets) {
      if (this.#conditionals.isIgnoring) return;
      const text = raw.slice(1).replaceAll(`\\\n${prefix}`, "\\\n");
      this.#recipe?.({ text, origin: { ...make.place, line: this.#path === null ? make.place.line : line } });
      return;
    }
    const text = plainLine(raw);
    if (text.trim() === "") return;
    if (this.#conditionals.take(make, text) || this.#conditionals.isIgnoring) return;
    if (this.#variable(text.trimStart()) || this.#directive(text.trim())) {
      this.#hasTargets = false;
      return;
    }
    if (raw.startsWith(prefix)) make.fail("recipe commences before first target.");
    this.#recipe = readRule(make, text);
    this.#hasTargets = this.#recipe !== null;
  }

  #variable(line: string): boolean {
    const make = this.#make;
    const words = /^(?:(?:export|override|private)\s+)*/.exec(line)?.[0] ?? "";
    const rest = line.slice(words.length);
    const origin: VariableOrigin = words.includes("override") ? "override" : "file";
    const directive = /^(?:define|undefine)(?!\S)/.exec(rest)?.[0] ?? "";
    const named = rest.slice(directive.length).trim();
    const assignment = directive === "" ? assignmentOf(rest) : null;
    if (assignment !== null) assign(make, assignment, origin);
    else if (directive === "define" && assignmentOf(line)?.name !== "define") this.#define(named, origin);
    else if (directive === "undefine") make.variables.remove(make.expand(named).trim(), origin);
    else return false;
    const name = assignment?.name ?? defineOf(named).name;
    if (words.includes("export")) make.variables.exported.set(make.expand(name).trim(), true);
    return true;
  }

  #define(named: string, origin: VariableOrigin): void {
    const body: string[] = [];
    for (let depth = 1; depth > 0; ) {
      this.#at += 1;
      const line = this.#lines[this.#at];
      if (line === undefined) this.#make.fail("missing 'endef', unterminated 'define'.");
      else {
        if (/^[ ]*endef\s*(?:#.*)?$/.test(line.raw)) depth -= 1;
        else if (/^[ ]*define\s/.test(line.raw)) depth += 1;
        if (depth > 0) body.push(line.raw);
      }
    }
    const value: Assignment = { ...defineOf(named), value: body.join("\n") };
    assign(this.#make, value, origin);
  }

  #directive(line: string): boolean {
    const make = this.#make;
    const word = /^(?:-?include|sinclude|export|unexport|vpath|-?load)(?!\S)/.exec(line)?.[0] ?? "";
    const rest = line.slice(word.length).trim();
    if (word === "" || rest.startsWith(":")) return false;
    if (word.endsWith("include")) this.#include(make.expand(rest), word === "include");
    else if (word.endsWith("export")) {
      const names = wordsOf(make.expand(rest));
      for (const name of names) make.variables.exported.set(name, word === "export");
      if (names.length === 0) make.variables.exportsAll = word === "export";
    } else make.refuse(`the directive ${word}`);
    return true;
  }

  #include(text: string, isNeeded: boolean): void {
    const make = this.#make;
    const { host, cwd } = make;
    for (const word of wordsOf(text)) {
      const found = wildcard(make, word);
      for (const name of found.length === 0 ? [word] : found) {
        const path = resolveVirtual(cwd, name);
        const isThere = host.overlay.kindOf(path) === "file";
        host.looked(path, isThere);
        if (isThere) includeFile(make, name);
        else if (make.rules.has(name)) make.refuse(`the makefile ${name}, which a rule makes`);
        else if (isNeeded) make.fail(`${name}: No such file or directory`);
        else make.rules.missing.push(name);
      }
    }
  }
}

/** Reads a file as a makefile, by the name that it is called. */
export function includeFile(make: Make, name: string): void {
  const { host, cwd, variables } = make;
  const path = resolveVirtual(cwd, name);
  const list = variables.get("MAKEFILE_LIST")?.value ?? "";
  variables.set("MAKEFILE_LIST", { value: `${list} ${name}`, isRecursive: false, origin: "file" });
  const place = make.place;
  if (make.depth >= 100) make.refuse("makefiles that include one another without an end");
  make.depth += 1;
  readMakefile(make, byteText(host.overlay.read(path)), toRepositoryPath(path) ?? posix.normalize(path));
  make.depth -= 1;
  make.place = place;
}
