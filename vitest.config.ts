import { defineConfig } from "vitest/config";
import { engineFlags } from "./src/cli/engine-flags.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/processes/memory-folder.ts"],
    setupFiles: ["test/processes/start-from-small.ts"],
    env: { NO_COLOR: "", CI: "", GITHUB_ACTIONS: "", FORCE_COLOR: "" },
    // A machine that has other things to do takes many times as long; only what hangs takes longer than this.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // No test changes what another one could see, and loading the sources anew for every file takes longer than the tests.
    isolate: false,
    // Those of the command, because most of what the tests run is run a few times, too. What the tests leave to the collector
    // is gone before a larger young generation is full.
    execArgv: [...engineFlags(process.versions.node), "--min-semi-space-size=32", "--max-semi-space-size=64"],
    // The default leaves one core to itself, which is half of a machine with two.
    maxWorkers: "100%",
    // Signals and time bounds of real processes depend on how busy a shared machine is.
    retry: process.env["CI"] ? 2 : 0,
    coverage: {
      provider: "custom",
      customProviderModule: "test/measure/provider.ts",
      include: ["src/**/*.ts"],
      // It runs in the browser that its tests start.
      exclude: ["src/report/html/page/**"],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
