import process from "node:process";
import stages from "./test/stryker/stages.json" with { type: "json" };

// The mutation test of one stage, which is held against the tests of that stage: `npm run mutation`.
// https://stryker-mutator.io/docs/stryker-js/configuration
const stage = process.env["STAGE"] ?? "judge";
if (!(stage in stages))
  throw new Error(`there is no stage ${stage} to mutate; there are ${Object.keys(stages)}`);
const { sources } = stages[stage];

export default {
  mutate: [`src/${sources}/**/*.ts`, "!**/*.d.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "test/stryker/vitest.config.ts", related: false },
  coverageAnalysis: "perTest",
  // What runs once, when a module is loaded, cannot be switched on for a single test.
  ignoreStatic: true,
  // Otherwise it writes a comment into every script, those of the fixtures among them.
  disableTypeChecks: false,
  // The first run in a thread loads the sources, which takes long on a busy machine; loops are ended by their hits.
  timeoutMS: 60_000,
  concurrency: 2,
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  jsonReporter: { fileName: `reports/mutation-${stage}.json` },
  thresholds: { high: 90, low: 80, break: 80 },
};
