import * as fc from "fast-check";
import { expect, test } from "vitest";
import { generatedScript } from "./generated-script.ts";
import { agreement } from "./script-agreement.ts";

test.each(["bash", "dash"] as const)("generated scripts do as in %s, or are refused", {
  timeout: 300_000,
}, async (shell) => {
  const texts = fc.sample(generatedScript(shell), { seed: 2026, numRuns: 200 });
  const scripts = texts.map((text, index) => ({ name: `script ${index}`, text }));
  const { equal, refused, different } = await agreement(scripts, shell);
  expect(different).toEqual([]);
  expect(equal / scripts.length, refused.join("\n")).toBeGreaterThanOrEqual(0.9);
});
