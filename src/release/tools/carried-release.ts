import picomatch from "picomatch";
import type { Workspace } from "../../repository/packages/workspace.ts";
import type { Repository } from "../../repository/repository.ts";
import { environmentOf } from "../../sandbox/host/environment.ts";
import { SystemError } from "../../sandbox/host/files/system-error.ts";
import { decodeUtf8, encodeUtf8 } from "../../sandbox/host/files/text.ts";
import { toRepositoryPath, toVirtualPath } from "../../sandbox/host/files/virtual-path.ts";
import type { RunRecord } from "../../sandbox/host/record/run-record.ts";
import type { Machine } from "../../sandbox/machine/machine.ts";
import { newMachine } from "../../sandbox/machine/new-machine.ts";
import { rehearseLine } from "../../sandbox/machine/rehearse-line.ts";
import type { Script } from "../../sandbox/script.ts";
import type { Bump } from "../bump.ts";
import type { MovedTrain, Origin } from "../rehearsal.ts";
import { sentinelFor } from "../target.ts";
import { keptWrites } from "./kept-writes.ts";
import type { DeclaredTrain, InertEntry, ToolPlan, ToolRelease } from "./release-tool.ts";

/** What a release is carried out with. */
interface Carrying {
  readonly plan: ToolPlan;
  readonly bump: Bump;
  /** The environment, the answers and the bounds of the shell lines that the tool starts. */
  readonly script: Script;
  readonly repository: Repository;
  readonly workspace: Workspace;
}

/**
 * A release that is being carried out: the files as they are at this moment, and what was done to them. What the tool
 * writes and what its hooks write goes through one overlay, so that each sees the other.
 */
export class CarriedRelease implements ToolRelease {
  readonly entries: InertEntry[] = [];
  readonly #machine: Machine;
  readonly #bump: Bump;
  readonly #main: DeclaredTrain | null;
  readonly #targets = new Map<string, string>();
  #isKept: ((path: string) => boolean) | null = null;
  #listed: { readonly writes: number; readonly paths: readonly string[] } | null = null;

  private constructor(machine: Machine, { bump, plan }: Carrying) {
    this.#machine = machine;
    this.#bump = bump;
    this.#main = plan.trains[0] ?? null;
  }

  static async begin(carrying: Carrying): Promise<CarriedRelease> {
    const { script, repository, workspace, plan } = carrying;
    return new CarriedRelease(
      await newMachine({ script, repository, workspace, first: plan.config }),
      carrying,
    );
  }

  /** Everything that was done so far; the outcome is null as long as nothing ended the release. */
  get record(): Omit<RunRecord, "outcome"> & { readonly outcome: RunRecord["outcome"] | null } {
    const { ending, modules, recorder } = this.#machine;
    const { writes, commands, globs, patterns, looks, log } = recorder;
    const kept = keptWrites({ writes, commands, patterns }, this.#isKept);
    return { outcome: ending.outcome, ...kept, globs, looks, log, modules };
  }

  read(path: string): string | null {
    const { overlay } = this.#machine;
    const place = toVirtualPath(path);
    if (overlay.kindOf(place) !== "file") return null;
    try {
      return decodeUtf8(overlay.read(place));
    } catch (error) {
      // What cannot be read is no text here either; discovery has noted it.
      if (error instanceof SystemError) return null;
      throw error;
    }
  }

  list(): readonly string[] {
    const { overlay, recorder, repository } = this.#machine;
    const writes = recorder.writes.length;
    if (writes === 0) return repository.paths;
    if (this.#listed?.writes !== writes) {
      const inside = overlay.files().map((path) => toRepositoryPath(path) ?? "");
      this.#listed = { writes, paths: inside.filter((path) => !path.startsWith(".git/")).sort() };
    }
    return this.#listed.paths;
  }

  glob(
    patterns: readonly string[],
    { cwd = "", ignore = [] }: { cwd?: string; ignore?: readonly string[] } = {},
  ) {
    const isMeant = picomatch([...patterns], { ignore: [...ignore], dot: true });
    const prefix = cwd === "" ? "" : `${cwd}/`;
    return this.list().filter((path) => path.startsWith(prefix) && isMeant(path.slice(prefix.length)));
  }

  write(path: string, text: string, origin: Origin): void {
    if (this.read(path) === text) return;
    const { overlay, origins } = this.#machine;
    origins.within(
      () => origin,
      () => {
        const place = toVirtualPath(path);
        overlay.makeFolder(place.slice(0, place.lastIndexOf("/")), true);
        overlay.writeFile(place, encodeUtf8(text));
      },
    );
  }

  remove(path: string, origin: Origin): void {
    const { overlay, origins } = this.#machine;
    origins.within(
      () => origin,
      () => overlay.remove(toVirtualPath(path), { recursive: false, force: true }),
    );
  }

  keepOnly(isKept: (path: string) => boolean): void {
    this.#isKept = isKept;
  }

  targetOf(train: DeclaredTrain): string {
    const known = this.#targets.get(train.name);
    if (known !== undefined) return known;
    const taken = new Set(this.#targets.values());
    const isMain = train.name === this.#main?.name;
    const target =
      isMain || train.current === null
        ? this.#bump.target
        : sentinelFor(train.current, (candidate) => taken.has(candidate) || candidate === this.#bump.target);
    this.#targets.set(train.name, target);
    return target;
  }

  /** A train of which nobody asked the version is not released this time. */
  moved(train: DeclaredTrain): MovedTrain[] {
    const target = this.#targets.get(train.name);
    return target === undefined ? [] : [{ ...train, target }];
  }

  inert(entry: InertEntry): void {
    this.entries.push(entry);
  }

  async run(
    line: string,
    { cwd = "", env = {}, origin }: { cwd?: string; env?: Readonly<Record<string, string>>; origin: Origin },
  ) {
    const folder = toVirtualPath(cwd);
    const variables = { ...environmentOf(this.#machine.script), PWD: folder, ...env };
    const { origins } = this.#machine;
    const { stdout, exitCode } = origins.within(
      () => origin,
      () => rehearseLine(this.#machine, { line, cwd: folder, env: variables }),
    );
    return { stdout, exitCode };
  }
}
