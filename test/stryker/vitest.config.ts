import { defineConfig } from "vitest/config";
import { keepThreads } from "./kept-threads.ts";
import stages from "./stages.json" with { type: "json" };

keepThreads();

const stage = (process.env["STAGE"] ?? "judge") as keyof typeof stages;

export default defineConfig({
  test: {
    include: [`test/${stages[stage].tests}/**/*.test.ts`],
    exclude: [
      // The transcripts start processes, which do not know which mutant is meant.
      "test/rules/transcripts.test.ts",
      // Thousands of examples for every mutant take hours, and see little that the examples of the other tests do not.
      "test/parse/{properties,toml-referee}.test.ts",
    ],
    isolate: false,
    setupFiles: ["test/stryker/settle.ts"],
    testTimeout: 60_000,
  },
});
