import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { rehearseRelease } from "../../src/cli/rehearse-release.ts";
import { json } from "../../src/report/json.ts";
import { plain } from "../../src/report/palette.ts";
import { text } from "../../src/report/text.ts";
import { rules } from "../../src/rules/rules.ts";
import { release, write } from "../rules/fixture-copy.ts";

const environment = { PATH: process.env["PATH"] };
const options = { toolVersion: "0.0.0", rules, failOn: "error", seconds: null, verbose: false } as const;

/** Two packages that changesets releases, each at a version of its own. */
function independentPackages(...tags: string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-trains-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const files = {
    "package.json": {
      name: "root",
      private: true,
      workspaces: ["packages/*"],
      devDependencies: { "@changesets/cli": "^2.27.0" },
    },
    ".changeset/config.json": {},
    "packages/core/package.json": { name: "@pebble/core", version: "3.2.0" },
    "packages/ui/package.json": {
      name: "@pebble/ui",
      version: "1.4.1",
      dependencies: { "@pebble/core": "^3.2.0" },
    },
    "packages/ui/jsr.json": { name: "@pebble/ui", version: "1.4.1" },
    "packages/docs/package.json": {
      name: "@pebble/docs",
      version: "5.0.0",
      dependencies: { "@pebble/core": "^3.2.0" },
    },
  };
  for (const [path, value] of Object.entries(files)) write(root, path, `${JSON.stringify(value, null, 2)}\n`);
  write(root, ".changeset/one.md", '---\n"@pebble/core": minor\n"@pebble/ui": minor\n---\n\nSome more\n');
  release(root, ...tags);
  return root;
}

test("each train has its current, its target and its newest tag, and places know theirs", async () => {
  const root = independentPackages("@pebble/core@3.2.0", "@pebble/ui@1.4.1", "@pebble/docs@5.0.0");
  const found = await audit({ root, environment });
  const { releases, occurrences, edits } = JSON.parse(json(found, { ...options, palette: plain }));
  expect(releases).toEqual([
    {
      name: "@pebble/core",
      current: "3.2.0",
      target: "3.3.0",
      latestTag: "3.2.0",
      folders: ["packages/core"],
      packages: ["@pebble/core"],
    },
    {
      name: "@pebble/ui",
      current: "1.4.1",
      target: "1.5.0",
      latestTag: "1.4.1",
      folders: ["packages/ui"],
      packages: ["@pebble/ui"],
    },
  ]);
  const places = occurrences.map(
    (place: Record<string, string | null>) =>
      `${place["path"]} ${place["version"]} ${place["verdict"]} ${place["train"]}`,
  );
  expect(places).toContain("packages/ui/package.json 1.4.1 covered @pebble/ui");
  expect(places).toContain("packages/ui/jsr.json 1.4.1 stale @pebble/ui");
  expect(places).toContain("packages/docs/package.json 3.2.0 pinned null");
  expect(edits.map(({ after }: { after: string }) => after)).toContain("1.5.0");
  expect(found.findings.filter(({ rule }) => rule === "tag-ahead")).toEqual([]);
  expect(text(found, { ...options, palette: plain })).toContain("@pebble/ui 1.4.1 → 1.5.0");
});

test("a tag is held against its own train", async () => {
  const root = independentPackages("@pebble/core@3.2.0", "@pebble/ui@1.5.0");
  const { findings } = await audit({ root, environment });
  const [only, ...others] = findings.filter(({ rule }) => rule === "tag-ahead");
  expect(others).toEqual([]);
  expect(only?.message).toBe("the tree says 1.4.1 for @pebble/ui, but the tags reach 1.5.0");
  expect(only?.location.path).toBe("packages/ui/package.json");
  expect(only?.why).toContain("the next version 1.5.0 is already released");
});

test("a patch holds the versions at which the trains arrive", async () => {
  const root = independentPackages();
  const { rehearsals } = await rehearseRelease({ root, environment, to: "3.3.0" });
  const written = new Map(rehearsals.flatMap(({ writes }) => writes.map(({ path, after }) => [path, after])));
  expect(written.get("packages/ui/package.json")).toContain('"version": "1.5.0"');
  expect(written.get("packages/core/package.json")).toContain('"version": "3.3.0"');
});
