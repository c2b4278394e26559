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
import { commit, release, write } from "../rules/fixture-copy.ts";

const environment = { PATH: process.env["PATH"] };
const options = {
  toolVersion: "0.0.0",
  rules,
  failOn: "error",
  seconds: null,
  verbose: false,
  groupBy: "rule",
} as const;

/** A folder with these files, which lives as long as the test; what is no text is written as JSON. */
function folder(files: Readonly<Record<string, unknown>>, ...tags: string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "version-audit-trains-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, value] of Object.entries(files))
    write(root, path, typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`);
  release(root, ...tags);
  return root;
}

const packages = {
  "package.json": {
    name: "root",
    private: true,
    workspaces: ["packages/*"],
    devDependencies: { "@changesets/cli": "^2.27.0" },
  },
  ".changeset/config.json": {},
  ".changeset/one.md": '---\n"@pebble/core": minor\n"@pebble/ui": minor\n---\n\nSome more\n',
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

/** Packages that changesets releases, each at a version of its own. */
function independentPackages(...tags: string[]): string {
  return folder(packages, ...tags);
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

test("a package of its own that stands at the version of the main one is not owed its next version", async () => {
  const root = folder(
    {
      ...packages,
      "packages/tiny/package.json": { name: "@pebble/tiny", version: "3.2.0" },
      "packages/old/package.json": { name: "@pebble/old", version: "3.1.0" },
      "packages/docs/package.json": {
        name: "@pebble/docs",
        version: "5.0.0",
        dependencies: { "@pebble/tiny": "3.2.0" },
      },
    },
    "@pebble/core@3.1.0",
    "@pebble/core@3.2.0",
    "@pebble/tiny@3.2.0",
    "@pebble/old@3.1.0",
  );
  const { occurrences, findings } = await audit({ root, environment });
  const verdicts = occurrences
    .filter(({ path }) => /packages\/(?:tiny|old|docs)\//u.test(path))
    .map(({ path, version, verdict, reason }) => `${path} ${version} ${verdict}: ${reason}`);
  expect(verdicts).toEqual([
    "packages/docs/package.json 5.0.0 independent: it is a manifest of @pebble/docs, which is released at a version of its own, and not this time",
    "packages/docs/package.json 3.2.0 independent: @pebble/tiny lives here with a version line of its own, 3.2.0",
    "packages/old/package.json 3.1.0 independent: it is a manifest of @pebble/old, which is released at a version of its own, and not this time",
    "packages/tiny/package.json 3.2.0 independent: it is a manifest of @pebble/tiny, which is released at a version of its own, and not this time",
  ]);
  expect(findings.filter(({ location }) => /packages\/(?:tiny|old|docs)\//u.test(location.path))).toEqual([]);
});

test("a document that installs the package of another train is stale as soon as that train moves", async () => {
  const root = folder({
    ...packages,
    "README.md": "# Pebble\n\n```sh\nnpm install @pebble/ui@1.4.1\nnpm install @pebble/docs@5.0.0\n```\n",
    "CHANGELOG.md": "# Changes\n\n## 3.2.0\n\n- needs @pebble/ui@1.4.1\n",
  });
  const { occurrences, findings } = await audit({ root, environment });
  expect(
    occurrences
      .filter(({ path }) => path.endsWith(".md"))
      .map(({ path, version, verdict }) => `${path} ${version} ${verdict}`),
  ).toEqual([
    "CHANGELOG.md 3.2.0 pinned",
    "CHANGELOG.md 1.4.1 pinned",
    "README.md 1.4.1 stale",
    "README.md 5.0.0 independent",
  ]);
  expect(findings.map(({ rule, location }) => `${rule} ${location.path}`)).toContain(
    "stale-after-bump README.md",
  );
  expect(findings.filter(({ rule }) => rule === "over-reach")).toEqual([]);
});

/** A step that reads what its file holds and counts up, as the release tool does with the manifests. */
const counting = `const { readFileSync, writeFileSync } = require("node:fs");
const held = JSON.parse(readFileSync("metadata.json", "utf8"));
const [major, minor, patch] = held.core.split(".");
held.core = [major, minor, Number(patch) + 1].join(".");
writeFileSync("metadata.json", JSON.stringify(held, null, 2) + "\\n");
`;

test("a step that counts up by itself gives the version at which its train arrives", async () => {
  const root = folder({
    "package.json": { name: "root", private: true },
    ".changes/config.json": {
      packages: {
        core: { path: "./core", postversion: [{ command: "node count.js", runFromRoot: true }] },
        ui: { path: "./ui" },
      },
    },
    ".changes/one.md": "---\ncore: patch\n---\n\nA repair\n",
    "core/package.json": { name: "core", version: "2.0.6" },
    "ui/package.json": { name: "ui", version: "2.0.6" },
    "metadata.json": { core: "2.0.6" },
    "count.js": counting,
  });
  const { occurrences, findings } = await audit({ root, environment });
  const held = occurrences.find(({ path }) => path === "metadata.json");
  expect(held?.verdict).toBe("covered");
  expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
});

test("a package that a release left because it had not changed is neither late nor current", async () => {
  const pkg = (name: string, version: string) => ({ [`packages/${name}/package.json`]: { name, version } });
  const root = folder(
    {
      "package.json": { name: "root", private: true, workspaces: ["packages/*"] },
      "lerna.json": { version: "1.4.0", packages: ["packages/*"] },
      ...pkg("ash", "1.4.0"),
      ...pkg("birch", "1.3.0"),
      ...pkg("cedar", "1.3.0"),
      ...pkg("elm", "1.3.0"),
      ...pkg("fir", "1.2.0"),
    },
    ...["v1.2.0", "v1.3.0", "v1.4.0"],
  );
  write(root, "packages/birch/index.js", "export {};\n");
  write(root, "packages/cedar/index.js", "export {};\n");
  write(root, "packages/fir/index.js", "export {};\n");
  commit(root);
  const { release: found, findings, occurrences } = await audit({ root, environment });
  expect(found.current).toBe("1.4.0");
  const held = occurrences.map(({ path, version, verdict }) => `${path} ${version} ${verdict}`);
  expect(held).toContain("packages/fir/package.json 1.2.0 covered");
  expect(findings.filter(({ rule }) => rule === "already-stale")).toEqual([]);
});

test("a bare requirement of Cargo admits what comes, and a crate of its own leaves it", async () => {
  const root = folder({
    "Cargo.toml":
      '[package]\nname = "pebble"\nversion = "4.6.6"\n\n[workspace]\nmembers = ["pebble_man"]\n\n[workspace.metadata.release]\ndependent-version = "fix"\n',
    "pebble_man/Cargo.toml":
      '[package]\nname = "pebble_man"\nversion = "0.3.3"\n\n[dependencies]\npebble = { path = "..", version = "4.6.6" }\n',
  });
  const { release: found, occurrences, findings } = await audit({ root, environment });
  expect(`${found.current} ${found.how}`).toBe("4.6.6 cargo-release");
  expect(occurrences.find(({ kind }) => kind === "dependency")?.verdict).toBe("pinned");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});
