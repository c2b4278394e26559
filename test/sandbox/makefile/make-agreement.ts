import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { documentCache } from "../../../src/repository/documents/document-cache.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { readWorkspace } from "../../../src/repository/packages/read-workspace.ts";
import { runScript } from "../../../src/sandbox/run-script.ts";

/** A makefile and how make is called. */
export interface MakeCase {
  readonly name: string;
  readonly makefile: string;
  readonly args: readonly string[];
}

/** What make said, how it ended and what it left behind. */
interface Outcome {
  readonly said: string;
  readonly exitCode: number;
  readonly files: Readonly<Record<string, string>>;
}

export interface Comparison {
  readonly name: string;
  /** Null where the sandbox refuses. */
  readonly ours: Outcome | null;
  readonly refusal: string | null;
  readonly real: Outcome;
}

/** Takes a table apart: `== name: arguments of make`, then the makefile. */
export function makeCases(table: string): MakeCase[] {
  return table
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      const [name = "", args = ""] = part.slice(0, end).split(/:\s*/, 2);
      return {
        name,
        args: args.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", "")) ?? [],
        makefile: part.slice(end + 1),
      };
    });
}

/** Runs each case in the sandbox and by the make of this machine, in a folder of files that all have one age. */
export async function compareMake(
  cases: readonly MakeCase[],
  files: Readonly<Record<string, string>>,
): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const one of cases) {
    const root = mkdtempSync(join(tmpdir(), "make-"));
    try {
      lay(root, { ...files, Makefile: one.makefile });
      const ours = await inSandbox(root, one);
      comparisons.push({ name: one.name, ...ours, real: natively(root, one) });
    } finally {
      rmSync(root, { recursive: true });
    }
  }
  return comparisons;
}

async function inSandbox(root: string, { args }: MakeCase): Promise<Pick<Comparison, "ours" | "refusal">> {
  const repository = discover(root);
  const script = {
    entry: "Makefile",
    kind: "makefile" as const,
    jobs: [],
    tag: null,
    calls: null,
    args,
    env: {},
    answers: {},
    version: "9.8.7",
    bounds: { timeoutSeconds: 10, memoryMiB: 64 },
  };
  const record = await runScript(script, repository, readWorkspace(repository, documentCache(repository)));
  const { outcome, writes, log } = record;
  if (outcome.ended === "stopped") return { ours: null, refusal: outcome.message };
  const after = new Map(repository.paths.map((path) => [path, repository.read(path) ?? ""]));
  for (const { path, after: text } of writes) {
    if (typeof text === "string") after.set(path, text);
    else after.delete(path);
  }
  const said = log.flatMap(({ stream, text }) => (stream === "stdout" ? [text] : [])).join("");
  const files = Object.fromEntries([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ours: { said, exitCode: outcome.exitCode, files }, refusal: null };
}

function natively(root: string, { args }: MakeCase): Outcome {
  const env = { PATH: process.env["PATH"], HOME: "/home/rehearsal", LANG: "C.UTF-8", PWD: root };
  const { status, stdout } = spawnSync("make", ["-f", "Makefile", ...args], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = Object.fromEntries(
    paths
      .map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { said: stdout.replaceAll(root, "/repo"), exitCode: status ?? -1, files };
}

function lay(root: string, files: Readonly<Record<string, string>>): void {
  const age = new Date(2020, 0, 1);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    utimesSync(join(root, path), age, age);
  }
}
