import picomatch from "picomatch";
import type { Release } from "../../config/schema.ts";
import type { Repository } from "../../repository/repository.ts";
import type { Bump } from "../bump.ts";
import type { Command, MovedTrain, Origin, Outcome, Rehearsal, Write } from "../rehearsal.ts";
import { sentinelFor } from "../target.ts";
import type { Stage } from "../way-to-release.ts";
import { type DeclaredTrain, type InertEntry, ToolRefusal, type ToolRelease } from "./release-tool.ts";
import { releaseTools } from "./release-tools.ts";

/** Applies the configuration of a release tool to a view of the repository, and gives what it wrote. */
export async function rehearseTool(release: Release, bump: Bump, { repository }: Stage): Promise<Rehearsal> {
  const tool = releaseTools.find(({ id }) => id === release.tool);
  const plan = tool?.recognise(repository) ?? null;
  if (tool === undefined || plan === null)
    return nothingRead(
      release,
      bump,
      tool === undefined ? "is no release tool that is known" : "is not used here",
    );
  const carried = new CarriedRelease(repository, bump, plan.trains[0] ?? null);
  let outcome: Outcome = { ended: "completed", exitCode: 0 };
  try {
    await plan.apply(carried);
  } catch (error) {
    if (!(error instanceof ToolRefusal)) throw error;
    const help = "rehearse it natively with `command` and --engine command";
    outcome = { ended: "stopped", message: error.message, help, origin: error.origin };
  }
  return {
    name: release.name,
    entry: plan.config.path,
    engine: "sandbox",
    target: bump.target,
    outcome,
    writes: carried.writes,
    commands: carried.commands,
    ...{ globs: [], patterns: [], looks: [], log: [], modules: [] },
    mechanism: "tool",
    trains: plan.trains.flatMap((train) => carried.moved(train)),
    inert: carried.entries,
    learned: null,
  };
}

function nothingRead(release: Release, bump: Bump, why: string): Rehearsal {
  const message = `${release.tool} ${why}`;
  const help = `name one of ${releaseTools.map(({ id }) => id).join(", ")} whose configuration the repository has`;
  return {
    name: release.name,
    entry: "",
    engine: "sandbox",
    target: bump.target,
    outcome: { ended: "stopped", message, help, origin: null },
    ...{ writes: [], commands: [], globs: [], patterns: [], looks: [], log: [], modules: [] },
    mechanism: "tool",
    trains: [],
    inert: [],
    learned: null,
  };
}

/** A release that is being carried out: the files as they are at this moment, and what was done to them. */
class CarriedRelease implements ToolRelease {
  readonly writes: Write[] = [];
  readonly commands: Command[] = [];
  readonly entries: InertEntry[] = [];
  readonly #repository: Repository;
  readonly #bump: Bump;
  readonly #main: DeclaredTrain | null;
  readonly #targets = new Map<string, string>();
  /** What was written since; null for what was deleted. */
  readonly #changed = new Map<string, string | null>();

  constructor(repository: Repository, bump: Bump, main: DeclaredTrain | null) {
    this.#repository = repository;
    this.#bump = bump;
    this.#main = main;
  }

  read(path: string): string | null {
    const changed = this.#changed.get(path);
    if (changed !== undefined) return changed;
    return this.#repository.has(path) ? this.#repository.read(path) : null;
  }

  list(): readonly string[] {
    const kept = this.#repository.paths.filter((path) => this.#changed.get(path) !== null);
    const made = [...this.#changed].filter(([path, text]) => text !== null && !this.#repository.has(path));
    return made.length === 0 ? kept : [...kept, ...made.map(([path]) => path)].sort();
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
    const before = this.read(path);
    if (before === text) return;
    this.writes.push({ path, before, after: text, origin });
    this.#changed.set(path, text);
  }

  remove(path: string, origin: Origin): void {
    const before = this.read(path);
    if (before === null) return;
    this.writes.push({ path, before, after: null, origin });
    this.#changed.set(path, null);
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

  async run(line: string, { cwd = "", origin }: { cwd?: string; origin: Origin }) {
    const argv = line.split(" ");
    const record = { command: line, argv, cwd, origin, named: [], writesBefore: this.writes.length };
    this.commands.push({ ...record, answer: "not run", stdout: "" });
    return { stdout: "", exitCode: 0 };
  }
}
