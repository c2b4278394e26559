import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { discover } from "../../../src/repository/files/discover.ts";
import type { Answer, Question } from "../../../src/sandbox/host/desk/answer.ts";
import { Overlay } from "../../../src/sandbox/host/files/overlay.ts";
import { viewOf } from "../../../src/sandbox/host/files/overlay-view.ts";
import { computeAnswer } from "../../../src/sandbox/programs/answers.ts";
import { nothingKnown } from "../../inventory/nothing-known.ts";
import { committing } from "../../repository/files/git-environment.ts";

/** Files by path; a list is written as JSON. */
export type Files = Readonly<Record<string, string | object>>;

/** A temporary folder with these files, removed when the test ends. */
export function folderWith(files: Files): string {
  const folder = makeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A temporary folder with these files, for the caller to remove. */
export function makeFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "answers-")));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : `${JSON.stringify(content)}\n`);
  }
  return folder;
}

/** Runs git for real. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", env: committing, stdio: "pipe" });
}

/** Makes the folder a git repository on branch main, with everything in it committed. */
export function commitAll(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch", "main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", "first");
}

/** What a program really prints, from the project's own node_modules/.bin or from PATH. */
export function really(
  folder: string,
  cwd: string,
  argv: readonly string[],
): Pick<Answer, "stdout" | "exitCode"> {
  const bin = join(import.meta.dirname, "../../../node_modules/.bin");
  const [program = "", ...args] = argv;
  const ran = spawnSync(program, args, {
    cwd: join(folder, cwd),
    encoding: "utf8",
    env: { ...committing, HOME: folder, PATH: `${bin}${delimiter}${process.env["PATH"]}` },
  });
  if (ran.error !== undefined) throw ran.error;
  return { stdout: ran.stdout, exitCode: ran.status ?? -1 };
}

/**
 * Asks for an answer about a folder as it is on the disk, through the view that the sandbox gives; paths are printed
 * under the folder's own path, so that they can be compared with what a real program prints.
 */
export function ask(folder: string, argv: readonly string[], more: Partial<Question> = {}): Answer | null {
  const repository = discover(folder, { environment: committing });
  return computeAnswer({
    argv,
    command: argv.join(" "),
    cwd: "",
    virtualRoot: folder,
    view: viewOf(new Overlay(repository, () => {})),
    writes: [],
    commands: [],
    repository,
    workspace: nothingKnown,
    ...more,
  });
}
