import type {
  DeclaredTrain,
  InertEntry,
  ReleaseTool,
  ToolPlan,
  ToolRelease,
} from "../../../src/release/tools/release-tool.ts";
import { pathMatcher } from "../../../src/repository/files/path-pattern.ts";
import type { Repository } from "../../../src/repository/repository.ts";
import { memoryRepository } from "../../judge/memory-repository.ts";

/** What a plan did to the files of a repository. */
export interface AppliedPlan {
  readonly plan: ToolPlan;
  /** The files that were written, with their new text; null for one that was removed. */
  readonly written: Readonly<Record<string, string | null>>;
  readonly inert: readonly string[];
  /** The lines that the tool starts. */
  readonly lines: readonly string[];
  /** The configuration's line of each write, as `path:line`. */
  readonly origins: readonly string[];
}

/** What release a test asks for, and what the lines that the tool starts do. */
export interface Asked {
  readonly target?: string | ((train: DeclaredTrain) => string);
  /** The output of a started line. */
  readonly answer?: (line: string) => string;
}

/** Recognises and applies one tool over files in memory. Throws where it is not recognised. */
export async function applyTool(
  tool: ReleaseTool,
  files: Readonly<Record<string, string>>,
  asked: Asked = {},
): Promise<AppliedPlan> {
  return applyPlan(tool, memoryRepository(files), asked);
}

async function applyPlan(
  tool: ReleaseTool,
  repository: Repository,
  { target = "9.8.7", answer = () => "" }: Asked = {},
): Promise<AppliedPlan> {
  const plan = tool.recognise(repository);
  if (plan === null) throw new Error(`${tool.id} was not recognised`);
  const changed = new Map<string, string | null>();
  const inert: string[] = [];
  const lines: string[] = [];
  const origins: string[] = [];
  const list = (): string[] =>
    [...new Set([...repository.paths, ...changed.keys()])]
      .filter((path) => changed.get(path) !== null)
      .sort();
  const release: ToolRelease = {
    read: (path) => {
      const text = changed.get(path);
      return text === undefined ? (repository.has(path) ? repository.read(path) : null) : text;
    },
    list,
    glob: (patterns, { cwd = "", ignore = [] } = {}) => {
      const prefix = cwd === "" ? "" : `${cwd}/`;
      const [isMeant, isIgnored] = [pathMatcher(patterns), pathMatcher(ignore)];
      return list().filter((path) => {
        const below = path.slice(prefix.length);
        return path.startsWith(prefix) && isMeant(below) && !isIgnored(below);
      });
    },
    write: (path, text, origin) => {
      changed.set(path, text);
      origins.push(`${path} <- ${origin.path}:${origin.line}`);
    },
    remove: (path) => changed.set(path, null),
    keepOnly: (isKept) => {
      for (const path of changed.keys()) if (!isKept(path)) changed.delete(path);
    },
    targetOf: (train) => (typeof target === "string" ? target : target(train)),
    inert: ({ origin, message }: InertEntry) => inert.push(`${origin.path}:${origin.line} ${message}`),
    run: async (line) => {
      lines.push(line);
      return { stdout: answer(line), exitCode: 0 };
    },
  };
  await plan.apply(boundTo(release));
  return { plan, written: Object.fromEntries(changed), inert, lines, origins };
}

/** The methods of a release belong to it, and none of them may be called alone. */
function boundTo(release: ToolRelease): ToolRelease {
  const bound = Object.fromEntries(
    Object.entries(release).map(([name, method]) => [
      name,
      function (this: unknown, ...args: unknown[]): unknown {
        if (this !== bound) throw new TypeError(`${name} is called without its release`);
        return (method as (...args: unknown[]) => unknown)(...args);
      },
    ]),
  ) as unknown as ToolRelease;
  return bound;
}
