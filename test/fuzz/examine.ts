import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { changeFaults } from "./change-faults.ts";
import type { Execution } from "./execution.ts";
import type { Mutant } from "./mutation.ts";
import { type ReadFile, readFile } from "./reading.ts";
import { readingFaults } from "./reading-faults.ts";
import { openRepositories, type Repositories } from "./repositories.ts";
import { repositoryFaults } from "./repository-faults.ts";

/** Makes executions one after the other and says what is wrong, each as one sentence. */
export interface Examiner {
  examine(execution: Execution): Promise<string[]>;
  /** Removes what it has on disk. */
  end(): void;
}

/** How much processor time an execution may take: in seconds, and in seconds for each million bytes. */
const bounds = { file: [2, 12], change: [3, 8], repository: [20, 20] } as const satisfies Record<
  Execution["kind"],
  unknown
>;

/**
 * @param folder where files may be written; it exists
 * @param read what is examined; tests give one that makes mistakes
 */
export function openExaminer(folder: string, read: ReadFile = readFile): Examiner {
  let repositories: Repositories | null = null;
  const faultsOf = async (execution: Execution): Promise<string[]> => {
    if (execution.kind === "file")
      return withFile(folder, execution.files[0], (path) =>
        readingFaults(execution.files[0], read(folder, path)),
      );
    if (execution.kind === "change") return changeFaults(...execution.files);
    repositories ??= openRepositories();
    return repositoryFaults(execution.files, repositories);
  };
  return {
    async examine(execution) {
      const start = process.cpuUsage();
      let faults: string[];
      try {
        faults = await faultsOf(execution);
      } catch (error) {
        faults = [`throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
      }
      const { user, system } = process.cpuUsage(start);
      const seconds = (user + system) / 1e6;
      const bytes = execution.files.reduce((sum, { content }) => sum + content.length, 0);
      const [least, perMillion] = bounds[execution.kind];
      const limit = least + (perMillion * bytes) / 1e6;
      if (seconds > limit)
        faults.push(`takes ${seconds.toFixed(1)} s for ${bytes} bytes; ${limit.toFixed(1)} s are allowed`);
      return faults;
    },
    end: () => repositories?.end(),
  };
}

/** Runs something while a file is on disk. */
function withFile<T>(folder: string, { path, content }: Mutant, use: (path: string) => T): T {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, "latin1");
  try {
    return use(path);
  } finally {
    rmSync(file);
  }
}
