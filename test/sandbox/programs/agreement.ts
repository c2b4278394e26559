import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { discover } from "../../../src/repository/files/discover.ts";
import { type ProgramInput, type ProgramResult, Refused } from "../../../src/sandbox/host/desk/program.ts";
import { bytesOf } from "../../../src/sandbox/host/files/byte-text.ts";
import { Overlay } from "../../../src/sandbox/host/files/overlay.ts";
import { programs } from "../../../src/sandbox/programs/programs.ts";

/** Texts by their paths. */
export type Files = Readonly<Record<string, string>>;

/** One call of a program, and what it is given to read. */
export interface Case {
  readonly argv: readonly string[];
  readonly stdin?: string;
}

/** What a program said and left behind; files as text in Latin-1, so that every byte counts. */
interface Outcome {
  readonly stdout: string;
  readonly exitCode: number;
  readonly files: Files;
}

/** What becomes of every case in both worlds. */
export interface Agreement {
  readonly equal: number;
  readonly refused: readonly string[];
  /** The cases that differ, for the message of a failing test. */
  readonly different: readonly { readonly argv: string; readonly ours: Outcome; readonly real: Outcome }[];
}

/** Runs every case natively and in the sandbox, each in its own copy of the files. */
export function agreement(cases: readonly Case[], files: Files, environment: Files = {}): Agreement {
  const real = natively(cases, files, environment);
  const refused: string[] = [];
  const different: Agreement["different"][number][] = [];
  const run = inSandbox(files, environment);
  for (const [index, one] of cases.entries()) {
    const ours = run(one);
    const argv = one.argv.map(quoted).join(" ");
    const theirs = real[index];
    if (theirs === undefined) throw new Error(`${argv} was not run natively`);
    if (ours instanceof Refused) refused.push(`${argv}: ${ours.message}`);
    else if (JSON.stringify(ours) !== JSON.stringify(theirs)) different.push({ argv, ours, real: theirs });
  }
  return { equal: cases.length - refused.length - different.length, refused, different };
}

/** Why each case is refused in the sandbox; for a case that is not, how it ends. */
export function refusals(cases: readonly Case[], files: Files): string[] {
  const run = inSandbox(files, {});
  return cases.map((one) => {
    const ours = run(one);
    const said = ours instanceof Refused ? ours.message : `ends with ${ours.exitCode}: ${ours.stdout}`;
    return `${one.argv.map(quoted).join(" ")}: ${said}`;
  });
}

/** How each case ends in the sandbox, where no real program can be asked. */
export function outcomes(cases: readonly Case[], files: Files, environment: Files): Outcome[] {
  const run = inSandbox(files, environment);
  return cases.map((one) => {
    const ours = run(one);
    if (ours instanceof Refused) throw ours;
    return ours;
  });
}

/** All in one shell, because starting a process takes longer than most of these programs do. */
function natively(cases: readonly Case[], files: Files, environment: Files): Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), "programs-"));
  lay(join(folder, "base"), files);
  const lines = cases.map(({ argv, stdin = "" }, index) => {
    writeFileSync(join(folder, `${index}.in`), stdin);
    return `cp -a base ${index} && (cd ${index} && ${argv.map(quoted).join(" ")}) <${index}.in >${index}.out 2>${index}.err; echo $? >${index}.code`;
  });
  writeFileSync(join(folder, "run.sh"), lines.join("\n"));
  const env = { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8", TZ: "UTC", ...environment };
  spawnSync("bash", ["run.sh"], { cwd: folder, env, stdio: "inherit" });
  return cases.map((_, index) => ({
    stdout: readFileSync(join(folder, `${index}.out`), "latin1"),
    exitCode: Number(readFileSync(join(folder, `${index}.code`), "latin1")),
    files: taken(join(folder, String(index))),
  }));
}

/** Runs cases in the sandbox, each over the same files anew. */
function inSandbox(files: Files, env: Files): (one: Case) => Outcome | Refused {
  const folder = mkdtempSync(join(tmpdir(), "programs-"));
  lay(folder, files);
  const repository = discover(folder);
  return ({ argv, stdin = "" }) => {
    const overlay = new Overlay(repository, () => {});
    // Empty folders and what Git would not list are there as well.
    for (const [path, text] of Object.entries(files)) overlay.writeFile(`/repo/${path}`, bytesOf(text));
    const run = ([name = "", ...args]: readonly string[], input: ProgramInput = {}): ProgramResult => {
      const program = programs.get(name);
      if (program === undefined) throw new Refused(name, args.join(" "), "it is no program of ours");
      const call = {
        args,
        cwd: input.cwd ?? "/repo",
        stdin: input.stdin ?? "",
        env: input.env ?? env,
        overlay,
      };
      const result = program({ ...call, run, clock: () => 946_684_800_000, asked: () => {} });
      if (result === null) throw new Refused(name, args.join(" "), "it is only recorded");
      return result;
    };
    try {
      const { stdout, exitCode } = run(argv, { stdin });
      return { stdout: latin1(stdout), exitCode, files: filesOf(overlay) };
    } catch (error) {
      if (error instanceof Refused) return error;
      throw error;
    }
  };
}

function filesOf(overlay: Overlay): Files {
  const paths = overlay.files().map((path) => path.slice("/repo/".length));
  const own = paths.filter((path) => !path.startsWith(".git/")).sort();
  return Object.fromEntries(
    own.map((path) => [path, Buffer.from(overlay.read(`/repo/${path}`)).toString("latin1")]),
  );
}

function taken(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    paths
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function lay(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytesOf(text));
  }
}

function latin1(text: string): string {
  return Buffer.from(bytesOf(text)).toString("latin1");
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
