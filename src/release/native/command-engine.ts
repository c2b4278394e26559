import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { AuditError } from "../../audit-error.ts";
import type { Release } from "../../config/schema.ts";
import type { Environment } from "../../repository/git/environment.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Bump } from "../bump.ts";
import { mainTrain } from "../mechanisms/main-train.ts";
import type { Origin, Outcome, Rehearsal } from "../rehearsal.ts";
import { collectWrites } from "./collect-writes.ts";
import { listenForInterruption } from "./interruption.ts";
import { type CommandRun, runCommand } from "./run-command.ts";
import { copyFiles, copyInstalledPackages } from "./throw-away-copy.ts";
import { makeGitRepository, withoutGitFolders } from "./throw-away-git.ts";

/**
 * Runs the command of a release natively in a throw-away copy of the repository, and gives what it changed there. The
 * copy lies in the temporary folder of the system, holds what discovery found and what is installed, is a git
 * repository of its own whose `origin` is a folder beside it, and is removed in the end. The command may do what the
 * user may do, so it is only run when the user asks for it. What it starts, reads and searches is not known: the
 * rehearsal has writes and a log, and no commands, globs or patterns. An interruption, for example with Ctrl+C, kills
 * the command and removes the copy before it ends the audit.
 * @param release has a `command`, in which `{version}` and `{root}` are filled in
 * @param environment what the command sees, beneath the `env` of the release
 * @throws AuditError when the copy cannot be made, and when whoever calls this outlives an interruption
 */
export async function rehearseWithCommand(
  release: Release,
  bump: Bump,
  repository: Repository,
  environment: Environment,
): Promise<Rehearsal> {
  const { target } = bump;
  const template = commandOf(release);
  const interruption = listenForInterruption();
  const workplace = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-")));
  try {
    const copy = join(workplace, "repository");
    mkdirSync(copy);
    const { signal, pause } = interruption;
    const stamps = await copyFiles(repository, copy, pause);
    await makeGitRepository(copy, repository.git, {
      origin: join(workplace, "origin.git"),
      environment,
      signal,
    });
    await copyInstalledPackages(repository, copy, pause);
    await pause();

    const command = template.replaceAll("{version}", checkedVersion(target)).replaceAll("{root}", copy);
    // Git reaches no other machine, whatever remote the command names.
    const seen = { ...withoutGitFolders(environment), GIT_ALLOW_PROTOCOL: "file", ...release.env };
    const bounds = { seconds: release.timeoutSeconds, signal };
    const run = await runCommand(command, copy, seen, bounds);
    signal.throwIfAborted();

    const origin = originOf(template, repository);
    return {
      name: release.name,
      entry: template,
      engine: "command",
      target,
      outcome: outcomeOf(run, release, origin),
      writes: collectWrites(repository, { copy, stamps, environment }, origin),
      commands: [],
      globs: [],
      patterns: [],
      looks: [],
      log: run.log,
      modules: [],
      mechanism: "command",
      trains: [mainTrain(bump)],
      resting: [],
      inert: [],
      learned: null,
    };
  } catch (error) {
    throw interruption.signal.aborted ? interrupted(template) : error;
  } finally {
    rmSync(workplace, { recursive: true, force: true, maxRetries: 3 });
    await interruption.dispose();
  }
}

function commandOf({ name, command }: Release): string {
  if (command !== undefined) return command;
  throw new AuditError(`The release ${name} has no command to run natively`, {
    path: null,
    help: 'Give it a command = "..." with {version} in it, or rehearse it in the sandbox.',
  });
}

/** The version becomes part of a shell command, so it must hold nothing that a shell reads. */
function checkedVersion(version: string): string {
  if (/^[\w.+-]+$/.test(version)) return version;
  throw new AuditError(`${version} is no version that can be put into a command`, {
    path: null,
    help: "Use letters, digits, dots, hyphens and plus signs only.",
  });
}

function interrupted(command: string): AuditError {
  return new AuditError(`The rehearsal of ${command} was interrupted`, {
    path: null,
    help: "Run the audit again.",
  });
}

/**
 * Nothing says which line of a native command wrote a file, so every write has one origin: the start of the first
 * repository file that the command line names, else of the configuration that names the command, else of the manifest
 * from which tools like `npm version` take their work.
 */
function originOf(command: string, repository: Repository): Origin {
  const words = command.split(/[\s"'=;&|()]+/).map((word) => posix.normalize(word.replaceAll("{root}/", "")));
  const usual = ["version-audit.toml", "package.json", "Cargo.toml", "pyproject.toml"];
  const path = [...words, ...usual].find((place) => repository.has(place)) ?? "version-audit.toml";
  return { path, line: 1, column: 1, function: null };
}

function outcomeOf(run: CommandRun, release: Release, origin: Origin): Outcome {
  if (run.timedOut) {
    const message = `The command did not end within ${release.timeoutSeconds} seconds`;
    return {
      ended: "stopped",
      message,
      help: "Raise timeoutSeconds of the release, or let it do less.",
      origin,
    };
  }
  if (run.exitCode === 0) return { ended: "completed", exitCode: 0 };
  const said = causeIn(run.log.flatMap(({ stream, text }) => (stream === "stderr" ? [text] : [])));
  const why = said === null ? "" : `: ${said}`;
  if (run.exitCode === null) {
    return { ended: "failed", message: `The command was killed by a signal${why}`, exitCode: 128, origin };
  }
  return {
    ended: "failed",
    message: `The command ended with exit code ${run.exitCode}${why}`,
    exitCode: run.exitCode,
    origin,
  };
}

/** How programs begin the line that says what is wrong, `error: …`, `fatal: …`, `npm error …`, `ValueError: …`. */
const saysError = /^(?:\S{1,60}\s)?(?:error|fatal)(?:\[\w+\])?[:\s]|^\w{0,60}(?:Error|Exception):/iu;

/** The line that says why a command failed: the first that says so, before any backtrace, else the last one. */
function causeIn(lines: readonly string[]): string | null {
  const said = lines.map((line) => line.trim()).filter((line) => line !== "");
  return said.find((line) => saysError.test(line)) ?? said.at(-1) ?? null;
}
