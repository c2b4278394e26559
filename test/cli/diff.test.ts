import { expect, test } from "vitest";
import { forgetfulRepository, run } from "./command-line.ts";

test("a patch says what the release did not complete", () => {
  const root = forgetfulRepository({
    "scripts/release.mjs": `import { writeFileSync } from "node:fs";
const version = process.argv[2];
writeFileSync("package.json", JSON.stringify({ version }));
throw new Error("no network");
`,
  });
  const { stdout, stderr, code } = run(root, ["diff", "--to", "1.5.0"]);
  expect([code, stdout, stderr.replaceAll(root, "<root>")]).toMatchInlineSnapshot(`
    [
      2,
      "",
      "error: the release "release" cannot be rehearsed: Error: no network
      --> scripts/release.mjs:4:11
       |
     4 | throw new Error("no network");
       |           ^^^^^
       |
       = help: A native run would stop here too: mend the script or the tree.
    ",
    ]
  `);
  expect(run(forgetfulRepository(), ["diff", "--to", "1.5.0", "--quiet"]).stderr).toBe("");
});
