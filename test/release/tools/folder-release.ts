import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import picomatch from "picomatch";
import type { InertEntry, ReleaseTool, ToolRelease } from "../../../src/release/tools/release-tool.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { temporaryFolder } from "../../config/temporary-repository.ts";
import { changesIn } from "./changes.ts";
import { type Situation, textsOf } from "./situation.ts";

/** What a plan did to a real folder. */
export interface FolderRelease {
  readonly changes: string;
  readonly inert: readonly InertEntry[];
  /** The shell lines that were run, in order. */
  readonly lines: readonly string[];
  /** The trains by name, with the version that they were given; null for those that are not released. */
  readonly targets: ReadonlyMap<string, string | null>;
}

/** Carries out the plan of a tool in a folder of its own, shell lines natively. */
export async function releaseInFolder(tool: ReleaseTool, situation: Situation): Promise<FolderRelease> {
  const files = textsOf(situation);
  const root = temporaryFolder(files);
  const plan = tool.recognise(discover(root));
  if (plan === null) throw new Error(`${tool.id} was not recognised in ${situation.name}`);
  const inert: InertEntry[] = [];
  const lines: string[] = [];
  const targets = new Map<string, string | null>(plan.trains.map(({ name }) => [name, null]));
  const list = () => discover(root).paths;
  const host: ToolRelease = {
    list,
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null),
    glob: (patterns, { cwd = "", ignore = [] } = {}) => {
      const matches = picomatch([...patterns], { ignore: [...ignore] });
      const start = cwd === "" ? "" : `${cwd}/`;
      return list().filter((path) => path.startsWith(start) && matches(path.slice(start.length)));
    },
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    remove: (path) => rmSync(join(root, path)),
    targetOf: (train) => {
      const version = train.next ?? situation.to;
      if (version === undefined)
        throw new Error(`${situation.name} does not say where ${train.name} arrives`);
      targets.set(train.name, version);
      return version;
    },
    inert: (entry) => inert.push(entry),
    run: async (line, { cwd = "", env = {} }) => {
      lines.push(line);
      const environment = { ...process.env, ...env };
      const { stdout, status } = spawnSync("sh", ["-c", line], { cwd: join(root, cwd), env: environment });
      return { stdout: stdout.toString(), exitCode: status ?? 1 };
    },
  };
  await plan.apply(host);
  return { changes: changesIn(root, files), inert, lines, targets };
}
