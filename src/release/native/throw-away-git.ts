import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { AuditError } from "../../audit-error.ts";
import type { Environment } from "../../repository/git/environment.ts";
import type { GitFacts } from "../../repository/repository.ts";

/** Settings of our own calls: no hook, no filter of line ends, no signature, no program of the user's choice. */
const settings = [
  "core.autocrlf=false",
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.compression=0",
  "commit.gpgSign=false",
  "gc.auto=0",
].flatMap((setting) => ["-c", setting]);

/**
 * Makes a folder a git repository in which a release script finds its way: everything in it is committed, the branch
 * has its name (HEAD is detached where it was), and every tag is there, as a lightweight tag of that one commit. There
 * is no other history. Folders of installed packages are ignored, whether or not the repository says so. The remote `origin` keeps its URL, but whatever is pushed there or fetched from there goes to
 * and comes from the empty bare repository `origin`.
 * @param git what is known of the audited repository; null makes a fresh one on `main` without tags
 * @param origin an absolute path at which nothing is yet
 * @param signal ends git when it is aborted
 * @throws AuditError when git cannot do it
 */
export async function makeGitRepository(
  folder: string,
  git: GitFacts | null,
  {
    origin,
    environment,
    signal,
  }: { readonly origin: string; readonly environment: Environment; readonly signal: AbortSignal },
): Promise<void> {
  const run = (args: readonly string[], input = "") => runGit(args, input, { folder, environment, signal });
  await run(["init", "--quiet", "--template=", "--bare", origin]);
  await run(["init", "--quiet", "--template=", "--initial-branch", git?.branch ?? "main"]);

  const url = git?.remote ?? origin;
  const config = [
    ["user.name", "Release Rehearsal"],
    ["user.email", "rehearsal@example.invalid"],
    ["commit.gpgSign", "false"],
    ["tag.gpgSign", "false"],
    ["remote.origin.url", url],
    ["remote.origin.fetch", "+refs/heads/*:refs/remotes/origin/*"],
    [`url.${origin}.insteadOf`, url],
  ];
  for (const [name = "", value = ""] of config) await run(["config", name, value]);

  mkdirSync(join(folder, ".git/info"), { recursive: true });
  writeFileSync(join(folder, ".git/info/exclude"), "node_modules\n");
  await run(["add", "--all", "--force", "."]);
  await run(["commit", "--quiet", "--allow-empty", "--message", "The tree as it stands"]);
  const commit = (await run(["rev-parse", "HEAD"])).trim();
  const refs = (git?.tags ?? []).map((tag) => `create refs/tags/${tag} ${commit}\n`);
  await run(["update-ref", "--stdin"], refs.join(""));
  if (git !== null && git.branch === null) await run(["checkout", "--quiet", "--detach"]);
}

/** Where and with what git is run. */
interface GitPlace {
  readonly folder: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

async function runGit(args: readonly string[], input: string, place: GitPlace): Promise<string> {
  const { folder, environment, signal } = place;
  const running = promisify(execFile)("git", [...settings, ...args], {
    cwd: folder,
    env: withoutGitFolders(environment),
    maxBuffer: Number.POSITIVE_INFINITY,
    signal,
  });
  // Why git does not read what it is given, it says itself when it ends.
  running.child.stdin?.on("error", () => {}).end(input);
  try {
    return (await running).stdout;
  } catch (error) {
    throw notMade(folder, error);
  }
}

function notMade(folder: string, error: unknown): AuditError {
  const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  const reason = said || (error instanceof Error ? error.message : String(error));
  return new AuditError(`The copy for the rehearsal cannot be made a git repository: ${reason}`, {
    path: join(folder, ".git"),
    help: "Install git, or rehearse the release in the sandbox, which needs none.",
  });
}

/** Git sets these for the hooks that it runs, and they would lead every call back to the audited repository. */
export function withoutGitFolders(environment: Environment): Record<string, string | undefined> {
  const leading = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_PREFIX",
  ];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !leading.includes(name)));
}
