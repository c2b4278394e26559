import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import picomatch from "picomatch";
import semver from "semver";
import { onTestFinished } from "vitest";
import type { InertEntry, ReleaseTool, ToolRelease } from "../../../src/release/tools/release-tool.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { changesIn } from "./changes.ts";
import { environment, plainFolder, preparedFolder } from "./prepared-folder.ts";
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
  const root = situation.former === undefined ? plainFolder(situation) : preparedFolder(situation, true);
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
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
    keepOnly: () => {
      throw new Error("nothing is thrown away in a folder");
    },
    targetOf: (train) => {
      const version = train.next ?? arrivalOf(situation.to, train.current);
      if (version === undefined)
        throw new Error(`${situation.name} does not say where ${train.name} arrives`);
      targets.set(train.name, version);
      return version;
    },
    inert: (entry) => inert.push(entry),
    run: async (line, { cwd = "", env = {} }) => {
      lines.push(line);
      const options = { cwd: join(root, cwd), env: { ...environment, ...env } };
      const { stdout, status } = spawnSync("sh", ["-c", line], options);
      return { stdout: stdout.toString(), exitCode: status ?? 1 };
    },
  };
  await plan.apply(host);
  return { changes: changesIn(root, textsOf(situation.files)), inert, lines, targets };
}

/** A kind of step leads on from the current version. */
function arrivalOf(to: string | undefined, current: string | null): string | undefined {
  const kind = (["major", "minor", "patch"] as const).find((one) => one === to);
  return kind === undefined ? to : (semver.inc(current ?? "", kind) ?? undefined);
}
