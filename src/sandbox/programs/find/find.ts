import { posix } from "node:path";
import type { Program, ProgramCall, ProgramResult } from "../../host/desk/program.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import { matchesName } from "../files/name-pattern.ts";
import { type Expression, readExpression, type Test } from "./expression.ts";

interface Visit {
  /** As it is shown: the starting point and what is below it. */
  readonly path: string;
  readonly absolute: string;
  readonly kind: "file" | "folder" | "link";
  readonly depth: number;
}

/**
 * GNU's `find` with the usual tests and actions. A folder is gone through in the order of names, where a real system has an
 * order of its own. Times, sizes, owners, `-regex` and formats are refused.
 */
export const find: Program = (call) => new Search(call).run();

class Search {
  readonly #call: ProgramCall;
  readonly #expression: Expression;
  readonly #batches = new Map<Test, string[]>();
  #stdout = "";
  #stderr = "";
  #exitCode = 0;
  #isPruned = false;
  #hasQuit = false;

  constructor(call: ProgramCall) {
    this.#call = call;
    this.#expression = readExpression(call.args);
  }

  run(): ProgramResult {
    const { starts, follows } = this.#expression;
    for (const start of starts) {
      const absolute = resolveVirtual(this.#call.cwd, start);
      const kind = this.#call.overlay.kindOf(absolute, follows);
      if (kind === null) {
        this.#stderr += `find: '${start}': No such file or directory\n`;
        this.#exitCode = 1;
      } else this.#visit({ path: start, absolute, kind, depth: 0 });
      if (this.#hasQuit) break;
    }
    for (const [test, paths] of this.#batches)
      if (test.kind === "exec" && paths.length > 0)
        this.#start(test.command.flatMap((word) => (word === "{}" ? paths : [word])));
    return { stdout: this.#stdout, stderr: this.#stderr, exitCode: this.#exitCode };
  }

  #visit(visit: Visit): void {
    if (this.#hasQuit) return;
    const { minDepth, maxDepth, isDepthFirst, test, follows } = this.#expression;
    const applies = visit.depth >= minDepth;
    this.#isPruned = false;
    if (applies && !isDepthFirst) this.#holds(test, visit);
    if (visit.kind === "folder" && !this.#isPruned && visit.depth < maxDepth)
      for (const { name, kind } of this.#call.overlay.entries(visit.absolute)) {
        const absolute = posix.join(visit.absolute, name);
        const path = visit.path.endsWith("/") ? visit.path + name : `${visit.path}/${name}`;
        const target = follows ? (this.#call.overlay.kindOf(absolute) ?? kind) : kind;
        this.#visit({ path, absolute, kind: target, depth: visit.depth + 1 });
      }
    if (applies && isDepthFirst && !this.#hasQuit) this.#holds(test, visit);
  }

  #holds(test: Test, visit: Visit): boolean {
    if (this.#hasQuit) return false;
    switch (test.kind) {
      case "and":
        return test.tests.every((each) => this.#holds(each, visit));
      case "or":
        return test.tests.some((each) => this.#holds(each, visit));
      case "list":
        return test.tests.map((each) => this.#holds(each, visit)).at(-1) ?? true;
      case "not":
        return !this.#holds(test.test, visit);
      case "constant":
        return test.value;
      case "name": {
        const text = test.isPath ? visit.path : posix.basename(visit.path);
        return matchesName(test.pattern, text, test.ignoresCase);
      }
      case "type":
        return test.kinds.includes(visit.kind);
      case "empty":
        return visit.kind === "folder"
          ? this.#call.overlay.entries(visit.absolute).length === 0
          : visit.kind === "file" && this.#call.overlay.status(visit.absolute, true).size === 0;
      case "print":
        this.#stdout += visit.path + test.end;
        return true;
      case "prune":
        this.#isPruned = true;
        return true;
      case "quit":
        this.#hasQuit = true;
        return true;
      case "delete":
        if (visit.kind === "folder") this.#call.overlay.removeFolder(visit.absolute, false);
        else this.#call.overlay.remove(visit.absolute, { recursive: false, force: false });
        return true;
      case "exec":
        if (test.isBatch) {
          this.#batches.set(test, [...(this.#batches.get(test) ?? []), visit.path]);
          return true;
        }
        return this.#start(
          test.command.map((word) => word.replaceAll("{}", () => visit.path)),
          test.isBatch,
        );
    }
  }

  #start(argv: readonly string[], isBatch = true): boolean {
    const { stdout, stderr, exitCode } = this.#call.run(argv);
    this.#stdout += stdout;
    this.#stderr += stderr;
    if (isBatch && exitCode !== 0) this.#exitCode = 1;
    return exitCode === 0;
  }
}
