import { spawnSync } from "node:child_process";
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { changesIn } from "./changes.ts";
import { environment, preparedFolder } from "./prepared-folder.ts";
import { type Situation, textsOf } from "./situation.ts";

/** How a real tool is started in a folder. */
export interface NativeTool {
  readonly id: string;
  readonly program: string;
  readonly args: (situation: Situation) => readonly string[];
  readonly situations: readonly Situation[];
  /** False for a tool that asks git for what is not committed. */
  readonly commits: boolean;
  /** True for a tool that looks for its plugins in the folder. */
  readonly hasPlugins?: boolean;
  /** What it says of its own version, where programs of one name differ. */
  readonly ofVersion?: RegExp;
}

/** What the real tool does in a situation. Throws where it ends with an error. */
export function nativeChanges(
  { program, args, commits, hasPlugins }: NativeTool,
  situation: Situation,
): string {
  const root = preparedFolder(situation, commits);
  if (hasPlugins) symlinkSync(packagesBeside(program), join(root, "node_modules"));
  const env = { ...environment, CI: "true", NX_DAEMON: "false" };
  const { status, stdout, stderr } = spawnSync(program, situation.args ?? args(situation), {
    cwd: root,
    env,
  });
  const changes = changesIn(root, textsOf(situation.files));
  rmSync(root, { recursive: true, force: true });
  if (status !== 0) throw new Error(`${program} in ${situation.name}: ${status} ${stdout}${stderr}`);
  return changes;
}

/** The node_modules in which an installed program lies. */
function packagesBeside(program: string): string {
  const folders = (environment["PATH"] ?? "").split(delimiter);
  const found = folders.find((folder) => existsSync(join(folder, program)));
  if (found === undefined) throw new Error(`${program} is not on PATH`);
  return dirname(found);
}
