import { expect, test } from "vitest";
import { rehearseFiles, rehearseFolder, withFiles, written } from "../rehearse-files.ts";
import { makeFiles, makeTable } from "./cases.ts";
import { compareMake } from "./make-agreement.ts";

test("make says, does and ends as GNU make, or refuses", async () => {
  const comparisons = await compareMake(makeTable, makeFiles);
  const judged = comparisons.filter(({ ours }) => ours !== null);
  expect(judged.map(({ name, ours }) => ({ name, ...ours }))).toEqual(
    judged.map(({ name, real }) => ({ name, ...real })),
  );
  const refused = comparisons
    .filter(({ ours }) => ours === null)
    .map(({ name, refusal }) => `${name}: ${refusal}`);
  expect(refused.filter((line) => !line.startsWith("refuses "))).toEqual([]);
  expect(comparisons.length).toBeGreaterThan(100);
});

const bump = `.PHONY: bump
bump:
\t@test -n "$(VERSION)"
\techo $(VERSION) > VERSION; \\
\t  sed -i "s/1.0.0/$(VERSION)/" README.md
`;

test("a target of a makefile is a release, and every write has its line", async () => {
  const files = { Makefile: bump, VERSION: "1.0.0\n", "README.md": "lumen 1.0.0\n" };
  const release = { target: "bump", args: ["VERSION={version}"] };
  const rehearsal = await withFiles(files, (root) => rehearseFolder(root, release));
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(
    rehearsal.writes.map(({ path, after, origin }) => [path, after, `${origin.path}:${origin.line}`]),
  ).toEqual([
    ["VERSION", "9.8.7\n", "Makefile:4"],
    ["README.md", "lumen 9.8.7\n", "Makefile:5"],
  ]);
});

test("a script in JavaScript starts make, and make a script of a shell", async () => {
  const rehearsal = await rehearseFiles({
    Makefile: "set:\n\t@bash set.sh $(V)\n",
    "set.sh": 'echo "$1" > VERSION\n',
    VERSION: "1.0.0\n",
    "bump.mjs": `import { execSync } from "node:child_process";\nexecSync("make set V=2.0.0");\n`,
  });
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(written(rehearsal, "VERSION")).toBe("2.0.0\n");
});

test("what would not end is ended", async () => {
  const endless = { Makefile: "A = $(call A)\nall:\n\t@while true; do :; done\n" };
  const release = { target: "all", timeoutSeconds: 1 };
  const { outcome } = await withFiles(endless, (root) => rehearseFolder(root, release));
  expect(outcome).toMatchObject({ ended: "stopped", message: "the script did not end within 1 s" });
  const nested = { Makefile: "f = $(call f,$(1)x)\nall: ; @echo $(call f,a)\n" };
  const deep = await withFiles(nested, (root) => rehearseFolder(root, { target: "all" }));
  expect(deep.outcome).toMatchObject({ ended: "stopped" });
});
