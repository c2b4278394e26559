import { expect, test } from "vitest";
import { workflowScripts } from "../../../src/propose/init/workflow-scripts.ts";
import { temporaryRepository } from "../../config/temporary-repository.ts";

test("scripts that a workflow runs, with the arguments that it gives them", () => {
  const workflow = [
    "steps:",
    `  - run: node scripts/release.mjs \${{ inputs.version }} --yes`,
    "  - run: npx tsx --conditions=dev ./scripts/publish.ts '$VERSION' \"--channel\"; echo done",
    `  - run: node scripts/release.mjs --token \${{ secrets.TOKEN }}`,
    `  - run: node scripts/other.mjs \${VERSION}`,
    "  - run: node scripts/release-none.mjs 1.0.0",
    "  - run: bun run scripts/release.mjs",
  ].join("\n");
  const repository = temporaryRepository({
    ".github/workflows/release.yml": workflow,
    ".github/workflows/deep/x.yml": workflow,
    "scripts/release.mjs": "",
    "scripts/publish.ts": "",
    "scripts/other.mjs": "",
  });
  const found = workflowScripts(repository, /release|publish/);
  expect(found.map(({ path, args }) => [path, ...args].join(" "))).toEqual([
    "scripts/release.mjs {version} --yes",
    "scripts/publish.ts {version} --channel",
    "scripts/release.mjs",
    "scripts/release.mjs",
  ]);
  expect(found[0]?.why).toBe("the workflow .github/workflows/release.yml runs it");
});
