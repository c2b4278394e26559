import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    env: { NO_COLOR: "", CI: "", GITHUB_ACTIONS: "", FORCE_COLOR: "" },
    testTimeout: 60_000,
    // Signals and time bounds of real processes depend on how busy a shared machine is.
    retry: process.env["CI"] ? 2 : 0,
    coverage: {
      provider: "custom",
      customProviderModule: "test/measure/provider.ts",
      include: ["src/**/*.ts"],
    },
  },
});
