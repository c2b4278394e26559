import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Profiler } from "node:inspector";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mergeProcessCovs } from "@bcoe/v8-coverage";
import { transformSync } from "@swc/wasm-typescript";
import v8 from "@vitest/coverage-v8";
import { addCounts, type FileCoverage } from "./file-coverage.ts";
import { measurements } from "./measured-process.ts";

/** Vitest hands out the map of istanbul, which has no types here. */
interface CoverageMap {
  fileCoverageFor(path: string): { readonly data: FileCoverage };
}

/** What is used of vitest's own provider beyond its public interface. */
interface Provider {
  /** Tells of one script, by its functions and their blocks, what ran; the files by path. */
  remapCoverage(
    url: string,
    offset: number,
    source: { readonly code: string },
    functions: readonly Profiler.FunctionCoverage[],
  ): Promise<Readonly<Record<string, FileCoverage>>>;
}

const source = join(import.meta.dirname, "../../src");

/**
 * The coverage of vitest together with that of the command line, which tests start as processes of their own.
 * https://vitest.dev/guide/coverage#custom-coverage-provider
 */
export default {
  ...v8,
  async getProvider() {
    const provider = await v8.getProvider();
    const folder = mkdtempSync(join(tmpdir(), "version-audit-coverage-"));
    process.env[measurements] = folder;
    const generate = provider.generateCoverage.bind(provider);
    provider.generateCoverage = async (context) => {
      const map = (await generate(context)) as CoverageMap;
      for (const file of await measuredFiles(folder, provider as unknown as Provider))
        addCounts(file, map.fileCoverageFor(file.path).data);
      rmSync(folder, { recursive: true });
      return map;
    };
    return provider;
  },
};

/** What all processes together ran of each source file. */
async function measuredFiles(folder: string, provider: Provider): Promise<FileCoverage[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const processes = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  const files: FileCoverage[] = [];
  for (const { url, functions } of mergeProcessCovs(processes).result) {
    const path = join(source, url.replace(/\.js$/, ".ts"));
    // What runs in the process differs from this in nothing but the endings of imports, which are as long.
    const { code } = transformSync(readFileSync(path, "utf8"), { mode: "strip-only" });
    files.push(...Object.values(await provider.remapCoverage(`file://${path}`, 0, { code }, functions)));
  }
  return files;
}
