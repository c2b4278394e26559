/**
 * Runs the checks of versions that public repositories have written for themselves, natively and in the sandbox, over
 * the tree before a bump and over the one after it, and holds the outcomes against each other.
 *   npm run check:own-guards -- MIRROR [--only TEXT] [--data FILE] [--verbose]
 * MIRROR is a folder of git directories, OWNER+NAME/repo. The checks are started on this machine, as their authors would.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { virtualRoot } from "../../src/sandbox/host/files/virtual-path.ts";
import { printed, rehearseFolder } from "../sandbox/rehearse-files.ts";
import { inCheckout } from "./check-out-at.ts";
import { mirrorArguments, recorded } from "./mirror-arguments.ts";

/** A check and the two commits at which it is run. */
interface OwnGuard {
  /** `owner+name`. */
  readonly repo: string;
  /** Relative to the root of the repository. */
  readonly guard: string;
  readonly before: string;
  readonly after: string;
}

interface Ended {
  readonly exitCode: number;
  readonly said: string;
}

const { mirror, only, isVerbose, own } = mirrorArguments("check:own-guards", "data FILE");
const guards = recorded<OwnGuard>(own ?? join(import.meta.dirname, "own-guards.json"), "").filter(
  ({ repo, guard }) => only === undefined || `${repo} ${guard}`.includes(only),
);
let different = 0;
for (const { repo, guard, ...states } of guards)
  for (const when of ["before", "after"] as const) {
    const at = { gitDirectory: join(mirror, repo, "repo"), revision: states[when] };
    const [real, ours] = await inCheckout(
      at,
      async (folder) => [natively(folder, guard), await rehearsed(folder, guard)] as const,
    );
    const isEqual = typeof ours !== "string" && ours.exitCode === real.exitCode && ours.said === real.said;
    if (!isEqual) different += 1;
    const outcome = isEqual ? "the same" : typeof ours === "string" ? `refused: ${ours}` : "not the same";
    console.log(`${repo} ${guard} ${when} the bump: exit code ${real.exitCode}, ${outcome}`);
    if (isVerbose && !isEqual) console.log(JSON.stringify({ real, ours }, null, 1));
  }
console.log(`${2 * guards.length - different} of ${2 * guards.length} are the same`);
process.exitCode = different === 0 ? 0 : 1;

/** Without anything of the environment but what programs are found by. */
function natively(folder: string, guard: string): Ended {
  const program = guard.endsWith(".sh")
    ? ["bash"]
    : [process.execPath, "--import", import.meta.resolve("tsx")];
  const [command = "", ...args] = program;
  const { status, stdout, stderr } = spawnSync(command, [...args, guard], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: "/usr/bin:/bin", HOME: folder, LC_ALL: "C.UTF-8", TZ: "UTC" },
    timeout: 120_000,
    input: "",
  });
  return { exitCode: status ?? -1, said: (stdout + stderr).replaceAll(folder, virtualRoot) };
}

async function rehearsed(folder: string, guard: string): Promise<Ended | string> {
  const rehearsal = await rehearseFolder(folder, { entry: guard });
  const { outcome, log } = rehearsal;
  if (outcome.ended === "stopped") return outcome.message;
  const of = (wanted: string) =>
    printed({ ...rehearsal, log: log.filter(({ stream }) => stream === wanted) });
  return { exitCode: outcome.exitCode, said: of("stdout") + of("stderr") };
}
