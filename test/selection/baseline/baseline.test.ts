import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { auditSelection } from "../../../src/selection/audit-selection.ts";
import { run } from "../../cli/command-line.ts";
import { environment } from "../../repository/files/git-environment.ts";
import { commit, git } from "../../repository/files/git-repository.ts";
import { writeFiles } from "../../repository/files/temporary-folder.ts";
import { manifest, pebble } from "../since/pebble.ts";

const file = "version-audit.baseline.json";
const behind = "# Guide\n\nnpm install pebble@1.4.0\n";

/** A repository with two known findings, one of them in the guide. */
function indebted(): string {
  const root = pebble({ "guide.md": behind });
  git(root, "tag", "v1.4.0");
  expect(run(root, ["baseline"])).toMatchObject({
    stdout: `${file}: 2 findings (2 added, 0 removed)\n`,
    code: 0,
  });
  return root;
}

/** What is reported, what is left out and what is noted. */
async function audited(root: string, baseline: string | null = file) {
  const { findings, summary, notes } = await auditSelection({ root, environment, baseline });
  return {
    found: findings.map(({ rule, location: { path, line } }) => `${rule} ${path}:${line}`),
    leftOut: summary.leftOut.map(({ findings }) => findings),
    notes: notes.map(({ path, message }) => `${path}: ${message}`),
  };
}

describe("a baseline", () => {
  test("knows what was found when it was written, and is no finding itself", async () => {
    const root = indebted();
    expect(await audited(root)).toEqual({ found: [], leftOut: [2], notes: [] });
    expect((await audited(root, null)).found).toHaveLength(2);
  });

  test("is read under any name", async () => {
    const root = indebted();
    git(root, "mv", "-f", "guide.md", "handbook.md");
    expect(run(root, ["baseline", "--baseline", "debt.json"]).stdout).toContain("debt.json: 2 findings");
    expect((await audited(root, "debt.json")).found).toEqual([]);
  });

  test("knows its places however lines move", async () => {
    const root = indebted();
    writeFiles(root, { "guide.md": `# A guide\n\nMore.\n\n${behind}` });
    expect(await audited(root)).toEqual({ found: [], leftOut: [2], notes: [] });
  });

  test("does not know a second place of the same kind", async () => {
    const root = indebted();
    writeFiles(root, { "guide.md": `${behind}\n\nnpm install pebble@1.4.0\n`, "new.md": behind });
    expect(await audited(root)).toMatchObject({
      found: ["already-stale guide.md:6", "already-stale new.md:3"],
      leftOut: [2],
    });
  });

  test("still knows them after the release, which makes stale places be behind", async () => {
    const root = indebted();
    for (const [path, name] of [
      ["package.json", "pebble"],
      ["packages/web/package.json", "@pebble/web"],
    ] as const)
      writeFiles(root, { [path]: manifest(name, "1.4.3") });
    commit(root);
    git(root, "tag", "v1.4.3");
    expect((await audited(root, null)).found).toEqual(
      expect.arrayContaining(["already-stale packages/old/package.json:3"]),
    );
    expect(await audited(root)).toEqual({ found: [], leftOut: [2], notes: [] });
  });

  test("names what is repaired, and --prune takes only that out", async () => {
    const root = indebted();
    writeFiles(root, { "guide.md": "# Guide\n", "new.md": "npm install pebble@1.4.0\n" });
    const { found, notes } = await audited(root);
    expect(found).toEqual(["already-stale new.md:1"]);
    expect(notes).toEqual([
      `${file}: 1 entry no longer occurs, the first of them already-stale in guide.md (pebble is behind at 1.4.0); \`version-audit baseline --prune\` removes what is repaired`,
    ]);
    expect(run(root, ["baseline", "--prune"]).stdout).toBe(`${file}: 1 finding (0 added, 1 removed)\n`);
    expect(await audited(root)).toEqual({ found: ["already-stale new.md:1"], leftOut: [1], notes: [] });
  });

  test("holds neither the release that fails nor the audit that saw nothing", async () => {
    const root = pebble({ "scripts/places.mjs": 'export const places = ["package.json", "gone.json"];\n' });
    run(root, ["baseline"]);
    expect(readFileSync(join(root, file), "utf8")).not.toContain("not-rehearsed");
    expect((await audited(root)).found).toContain("not-rehearsed scripts/release.mjs:5");
  });

  test("has the same bytes whenever it is written", () => {
    const root = indebted();
    const first = readFileSync(join(root, file), "utf8");
    run(root, ["baseline"]);
    expect(readFileSync(join(root, file), "utf8")).toBe(first);
    const paths = JSON.parse(first).findings.map(({ path }: { path: string }) => path);
    expect(paths).toEqual([...paths].sort());
  });
});

describe("on the command line", () => {
  test.each<[string[], string]>([
    [["--baseline", "none.json"], "the baseline cannot be read"],
    [["baseline", "--prune"], "the baseline cannot be read"],
    [["baseline", "--since", "main"], "--since has no effect on baseline"],
    [["list", "--baseline", "x"], "--baseline has no effect on list"],
    [["--staged", "--since", "main"], "Leave one of them out"],
  ])("%j is refused", (args, message) => {
    const { stderr, code } = run(pebble(), args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  test("a baseline that is no JSON is shown where it is wrong", () => {
    const root = pebble({ [file]: '{\n  "versionAuditBaseline": 1,\n  "findings": [}\n}\n' });
    const { stderr, code } = run(root, ["--baseline", file]);
    expect(stderr).toContain(`--> ${file}:3:16`);
    expect(code).toBe(2);
  });

  test("no baseline is written when nothing could be rehearsed", () => {
    const root = pebble({ "scripts/places.mjs": "export const places = [];\n" });
    const { stderr, code } = run(root, ["baseline"]);
    expect(stderr).toContain("the release could not be rehearsed");
    expect(code).toBe(2);
  });
});
