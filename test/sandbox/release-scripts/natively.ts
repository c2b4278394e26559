import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { virtualRoot } from "../../../src/sandbox/host/files/virtual-path.ts";

/** What a release script has done. */
export interface Done {
  readonly stdout: string;
  readonly exitCode: number;
  /** What is left, in base64, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The calls of programs that are stood in for, and of git. */
  readonly commands: readonly string[];
}

/** Programs that would reach out of the machine or build for long: they are recorded, and say nothing. */
export const stoodIn = ["npm", "cargo", "docker", "gh", "node", "python3"] as const;

const recording = `#!/bin/bash\nprintf '%s\\n' "$(basename "$0") $*" >> "$RECORD"\n`;
/** What git is asked it answers; what it would change or send stays undone. */
const git = `${recording}case "$1" in
  describe | rev-list | log | rev-parse | status) exec /usr/bin/git "$@" ;;
  tag) if [ "$2" = -l ] || [ "\${2#--sort}" != "$2" ]; then exec /usr/bin/git "$@"; fi ;;
esac
`;

/**
 * Runs a script by bash in a folder of its own.
 * @param scratch a folder that is empty
 * @param base a repository
 */
export function natively(scratch: string, base: string, script: string, version: string): Done {
  const [repository, stubs, record] = ["repository", "stubs", "record"].map((name) =>
    join(scratch, name),
  ) as [string, string, string];
  layOut(base, script, repository);
  mkdirSync(stubs);
  const texts = [...stoodIn.map((name) => [name, recording]), ["git", git], ["sleep", "#!/bin/sh\n"]];
  for (const [name = "", text = ""] of texts) {
    writeFileSync(join(stubs, name), text);
    chmodSync(join(stubs, name), 0o755);
  }
  writeFileSync(record, "");
  const env = { PATH: `${stubs}:/usr/bin:/bin`, HOME: scratch, RECORD: record, LC_ALL: "C.UTF-8", TZ: "UTC" };
  const { status, stdout } = spawnSync("bash", [entryOf(script), version], {
    cwd: repository,
    encoding: "utf8",
    env,
    timeout: 20_000,
    input: "",
  });
  const calls = readFileSync(record, "utf8").replaceAll(repository, virtualRoot).split("\n");
  return {
    stdout: stdout.replaceAll(repository, virtualRoot),
    exitCode: status ?? -1,
    files: filesIn(repository),
    commands: calls.filter((line) => line !== ""),
  };
}

/** Lays a script into a copy of a repository. */
export function layOut(base: string, script: string, folder: string): void {
  cpSync(base, folder, { recursive: true });
  mkdirSync(join(folder, "scripts"), { recursive: true });
  cpSync(script, join(folder, entryOf(script)));
}

/** Where a script lies in the repository that it bumps. */
export function entryOf(script: string): string {
  return `scripts/${script.slice(script.lastIndexOf("/") + 1)}`;
}

function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .filter((path) => !path.startsWith(".git/"));
  return Object.fromEntries(
    paths.toSorted().map((path) => [path, readFileSync(join(folder, path)).toString("base64")]),
  );
}
