import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { documentCache } from "../../../src/repository/documents/document-cache.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { readWorkspace } from "../../../src/repository/packages/read-workspace.ts";
import type { Workspace } from "../../../src/repository/packages/workspace.ts";
import type { Repository } from "../../../src/repository/repository.ts";
import { virtualRoot } from "../../../src/sandbox/host/files/virtual-path.ts";
import { runScript } from "../../../src/sandbox/run-script.ts";

/** A shell of this machine. */
export type RealShell = "bash" | "dash";

/** A small script, which is given the words `one` and `two words`. */
export interface Idiom {
  readonly name: string;
  /** Behind the line that names the shell. */
  readonly text: string;
}

/** What a script said on its standard output, how it ended, and the files that it left behind. */
interface Outcome {
  readonly stdout: string;
  readonly exitCode: number;
  readonly files: Readonly<Record<string, string>>;
}

/** What becomes of scripts in both worlds. */
export interface Agreement {
  readonly equal: number;
  /** The scripts that are refused, each with what is said to that. */
  readonly refused: readonly string[];
  /** Those that differ and say nothing, for the message of a failing test. */
  readonly different: readonly {
    readonly name: string;
    readonly text: string;
    readonly ours: Outcome;
    readonly real: Outcome;
  }[];
}

const given = ["one", "two words"];

/** The files of every script, each in its own copy of them. */
const files: Readonly<Record<string, string>> = {
  VERSION: "1.2.3\n",
  "CHANGELOG.md": "# Changes\n\n## [Unreleased]\n\n- new thing\n\n## [1.2.3]\n\n- old thing\n",
  "package.json": '{\n  "name": "acme",\n  "version": "1.2.3"\n}\n',
  "config.env": '# settings\nNAME=acme\nVERSION=1.2.3\nQUOTED="a b"\n',
  "lines.txt": "one\ntwo\nthree\n",
  "no-newline.txt": "first\nlast",
  "table.csv": "core,1.2.3,yes\ncli,0.9.0,no\n",
  "empty.txt": "",
  "with space.txt": "spaced\n",
  "sub/c.txt": "c\n",
  "sub/deep/d.txt": "d\n",
  "sub/.hidden": "hidden\n",
  "lib.sh": 'greet() { echo "hello $1"; }\nLIB_VERSION=7\n',
};

/** Takes a table apart: `### name` for both shells, `### bash: name` or `### dash: name` for one; then the script. */
export function idiomsOf(table: string, shell: RealShell): Idiom[] {
  const parts = table.split(/^### /m).slice(1);
  return parts.flatMap((part) => {
    const end = part.indexOf("\n");
    const heading = part.slice(0, end);
    const only = /^(bash|dash): /.exec(heading)?.[1];
    return only === undefined || only === shell ? [{ name: heading, text: part.slice(end + 1) }] : [];
  });
}

/** Runs every script by a shell of this machine and in the sandbox. */
export async function agreement(idioms: readonly Idiom[], shell: RealShell): Promise<Agreement> {
  const folder = mkdtempSync(join(tmpdir(), "idioms-"));
  try {
    const texts = idioms.map(({ text }) => `#!/bin/${shell === "bash" ? "bash" : "sh"}\n${text}`);
    const real = natively(join(folder, "real"), texts, shell);
    const refused: string[] = [];
    const different: Agreement["different"][number][] = [];
    const inSandbox = openSandbox(join(folder, "sandbox"));
    for (const [index, { name }] of idioms.entries()) {
      const text = texts[index] ?? "";
      const theirs = real[index];
      if (theirs === undefined) throw new Error(`${name} was not run natively`);
      const ours = await inSandbox(text);
      if (typeof ours === "string") refused.push(`${name}: ${ours}`);
      else if (JSON.stringify(ours) !== JSON.stringify(theirs))
        different.push({ name, text, ours, real: theirs });
    }
    return { equal: idioms.length - refused.length - different.length, refused, different };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All in one shell, because starting a process takes longer than most of these scripts do. */
function natively(folder: string, texts: readonly string[], shell: RealShell): Outcome[] {
  const words = given.map((word) => `'${word}'`).join(" ");
  const lines = texts.map((text, index) => {
    lay(join(folder, `${index}`), { ...files, "idiom.sh": text });
    return `(cd ${index} && exec timeout 5 ${shell} ./idiom.sh ${words}) </dev/null >${index}.out 2>${index}.err; echo $? >${index}.code`;
  });
  writeFileSync(join(folder, "run.sh"), lines.join("\n"));
  const env = { HOME: folder, PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8", TZ: "UTC" };
  spawnSync("bash", ["run.sh"], { cwd: folder, env, stdio: "inherit" });
  return texts.map((_, index) => {
    const place = join(folder, String(index));
    return {
      stdout: readFileSync(`${place}.out`, "utf8").replaceAll(place, virtualRoot),
      exitCode: Number(readFileSync(`${place}.code`, "utf8")),
      files: taken(place),
    };
  });
}

/** What the sandbox makes of a script, or why it does not run it. No script changes the folder that all of them share. */
function openSandbox(folder: string): (text: string) => Promise<Outcome | string> {
  lay(folder, { ...files, "idiom.sh": "" });
  const repository = discover(folder);
  const workspace = readWorkspace(repository, documentCache(repository));
  return async (text) => {
    lay(folder, { "idiom.sh": text });
    return outcomeOf({ ...files, "idiom.sh": text }, repository, workspace);
  };
}

async function outcomeOf(
  before: Readonly<Record<string, string>>,
  repository: Repository,
  workspace: Workspace,
): Promise<Outcome | string> {
  const script = {
    entry: "idiom.sh",
    kind: "program" as const,
    jobs: [],
    tag: null,
    calls: null,
    args: given,
    env: {},
    answers: {},
    version: "1.2.4",
    bounds: { timeoutSeconds: 20, memoryMiB: 256 },
  };
  const { outcome, commands, log, writes } = await runScript(script, repository, workspace);
  if (outcome.ended === "stopped") return outcome.message;
  const unknown = commands.find(({ answer }) => answer === "not run");
  if (unknown !== undefined) return `${unknown.command} is not run`;
  const left = new Map(Object.entries(before));
  for (const { path, after } of writes) {
    if (after === null) left.delete(path);
    else left.set(path, typeof after === "string" ? after : Buffer.from(after).toString("utf8"));
  }
  const sorted = [...left].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    stdout: log.map(({ stream, text: said }) => (stream === "stdout" ? said : "")).join(""),
    exitCode: outcome.exitCode,
    files: Object.fromEntries(sorted),
  };
}

function taken(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")] as const);
  return Object.fromEntries(read.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function lay(folder: string, all: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
