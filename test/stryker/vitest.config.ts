import { defineConfig } from "vitest/config";
import { keepThreads } from "./kept-threads.ts";

keepThreads();

export default defineConfig({
  test: {
    include: [`test/${process.env["STAGE"] ?? "judge"}/**/*.test.ts`],
    // The transcripts start processes, which do not know which mutant is meant.
    exclude: ["test/rules/transcripts.test.ts"],
    isolate: false,
    setupFiles: ["test/stryker/settle.ts"],
    testTimeout: 60_000,
  },
});
