import { expect, it } from "vitest";
import { np } from "../../../src/release/tools/np.ts";
import { releaseInFolder } from "./folder-release.ts";

it("np sets the version as npm does, and runs the scripts around it", async () => {
  const scripts = { release: "np --no-tests", version: "echo $npm_package_version >VERSION" };
  const { changes } = await releaseInFolder(np, {
    name: "one package",
    to: "1.1.0",
    files: { "package.json": { name: "solo", version: "1.0.0", scripts } },
  });
  expect(changes).toContain("--- VERSION\n1.1.0\n");
  expect(changes).toContain('  "version": "1.1.0",\n');
});
