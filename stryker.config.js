import process from "node:process";

// The mutation test of one stage, which is held against the tests in its own folder: `npm run mutation`.
// https://stryker-mutator.io/docs/stryker-js/configuration
const stage = process.env["STAGE"] ?? "judge";

export default {
  mutate: [`src/${stage}/**/*.ts`, "!**/*.d.ts"],
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
