import { spawnSync } from "node:child_process";
import { type Environment, ownEnvironment } from "./environment.ts";

/** What git printed, or in one line why it gave no answer. */
export type GitAnswer =
  | { readonly ok: true; readonly stdout: Buffer }
  | { readonly ok: false; readonly stdout: Buffer; readonly reason: string };

/** What a question is asked with beside its arguments. */
export interface GitInput {
  /** That of this process where none is given. */
  readonly environment?: Environment | undefined;
  /** Standard input. */
  readonly input?: string;
  /** The absolute path of the index that git reads instead of its own. */
  readonly index?: string;
  /** Milliseconds after which the question is given up. */
  readonly patience?: number;
}

/**
 * The questions that read the object database, the refs or the index, and never compare a file of the work tree by its
 * content. `status` and a `diff` of the work tree are missing on purpose: they run the clean filters that the
 * repository's own configuration names. For the same reason `ls-files` must not be asked for modified files.
 */
export type GitQuestion =
  | "cat-file"
  | "config"
  | "describe"
  | "diff-tree"
  | "for-each-ref"
  | "log"
  | "ls-files"
  | "ls-tree"
  | "merge-base"
  | "rev-list"
  | "rev-parse"
  | "show"
  | "show-ref"
  | "symbolic-ref"
  | "tag";

/** Settings of the command line win over those of the repository, so none of its own can name a program to run. */
const settings = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.sshCommand=false",
  "diff.external=",
  "gpg.program=false",
  "gpg.openpgp.program=false",
  "gpg.ssh.program=false",
  "gpg.x509.program=false",
  "log.showSignature=false",
  "protocol.allow=never",
];

const options = [
  "--no-pager",
  "--no-optional-locks",
  "--literal-pathspecs",
  ...settings.flatMap((setting) => ["-c", setting]),
];

/** Turns off the drivers that `.gitattributes` names and the repository's configuration defines as programs. */
const withoutDrivers = ["--no-ext-diff", "--no-textconv"];
const driverless: Partial<Record<GitQuestion, readonly string[]>> = {
  "diff-tree": withoutDrivers,
  log: withoutDrivers,
  show: withoutDrivers,
};

/**
 * A partial clone fetches what it lacks, over whatever transport its configuration names. An empty list of allowed
 * protocols overrides even `protocol.<name>.allow`, which `protocol.allow` does not, and does so for versions of git
 * that do not know GIT_NO_LAZY_FETCH yet.
 */
const offline = {
  GIT_ALLOW_PROTOCOL: "",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

/** What git needs to be found, to find the user's own configuration, and to know who called it through sudo. */
const inherited = new Set(["PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT", "SUDO_UID"]);

const patienceInMilliseconds = 60_000;

/**
 * Asks git one question about the repository of a folder. The repository is not trusted: nothing that its
 * configuration or attributes name is started, no connection is opened, and nothing is written.
 * @param folder absolute; git runs in it
 * @param input of the environment, only what finds git and the user's own configuration is passed on. GIT_DIR, GIT_WORK_TREE and
 * GIT_INDEX_FILE, which git sets for the hooks that it runs, are not: they belong to the repository of the hook, which
 * need not be the audited one, and may be relative to another folder.
 */
export function askGit(
  folder: string,
  question: GitQuestion,
  args: readonly string[],
  { environment = ownEnvironment(), input, index, patience }: GitInput = {},
): GitAnswer {
  const ran = spawnSync("git", [...options, question, ...(driverless[question] ?? []), ...args], {
    cwd: folder,
    env: { ...scrubbed(environment), ...offline, ...(index && { GIT_INDEX_FILE: index }) },
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    timeout: patience ?? patienceInMilliseconds,
    windowsHide: true,
  });
  if (ran.error === undefined && ran.status === 0) return { ok: true, stdout: ran.stdout };
  const stdout = ran.stdout ?? Buffer.alloc(0);
  return { ok: false, stdout, reason: reasonOf(ran.error, ran.stderr, patience) };
}

/** What git gets of an environment. */
export function scrubbed(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const isConfiguration = name.startsWith("GIT_CONFIG_") && name !== "GIT_CONFIG_PARAMETERS";
    if (value !== undefined && (isConfiguration || inherited.has(name.toUpperCase()))) kept[name] = value;
  }
  return kept;
}

function reasonOf(
  error: Error | undefined,
  stderr: Buffer | null,
  patience = patienceInMilliseconds,
): string {
  if (error !== undefined) {
    const code = "code" in error ? error.code : null;
    if (code === "ENOENT") return "git was not found on PATH";
    if (code === "ETIMEDOUT") return `git gave no answer within ${patience / 1000} seconds`;
    return `git could not be started: ${error.message}`;
  }
  // Git explains in several lines what to do about a repository of another owner; they all belong to the reason.
  const said = (stderr ?? "").toString().replace(/\s+/gu, " ").trim();
  return said.replace(/^fatal: /u, "") || "git failed without saying why";
}
