import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rehearseWithCommand } from "../../src/release/native/command-engine.ts";
import type { Rehearsal, Write } from "../../src/release/rehearsal.ts";
import { rehearseScript } from "../../src/release/rehearse-script.ts";
import { documentCache } from "../../src/repository/documents/document-cache.ts";
import { discover } from "../../src/repository/files/discover.ts";
import { readWorkspace } from "../../src/repository/packages/read-workspace.ts";
import { type Checkout, checkOut, cutCommand, gitIn, readTruth } from "./lumen.ts";

const truth = readTruth();
const target = "1.4.3";

/** The checkout in which the release is cut for real, and the text of every file that the cut committed. */
let cut: Checkout;
let committed: ReadonlyMap<string, string>;
/** The checkout in which it is only rehearsed. */
let rehearsed: Checkout;

beforeAll(() => {
  cut = checkOut();
  rehearsed = checkOut();
  execFileSync("sh", ["-c", cutCommand(target)], { cwd: cut.root, env: cut.environment, stdio: "pipe" });
  const paths = gitIn(cut, "diff", "--name-only", "v1.4.2", "HEAD").trim().split("\n");
  committed = new Map(paths.sort().map((path) => [path, readFileSync(join(cut.root, path), "utf8")]));
});

afterAll(() => {
  for (const { place } of [cut, rehearsed]) rmSync(place, { recursive: true, force: true });
});

/** The last text of every file that a rehearsal leaves changed. */
function changed(writes: readonly Write[]): Map<string, unknown> {
  const first = new Map<string, Write["before"]>();
  const last = new Map<string, Write["after"]>();
  for (const { path, before, after } of writes) {
    if (!first.has(path)) first.set(path, before);
    last.set(path, after);
  }
  return new Map([...last].filter(([path, after]) => first.get(path) !== after).sort());
}

test("the script commits the new version and pushes it", () => {
  expect(gitIn(cut, "log", "-1", "--format=%s").trim()).toBe("release: 1.4.3");
  expect(gitIn(cut, "rev-parse", "origin/main")).toBe(gitIn(cut, "rev-parse", "HEAD"));
  expect(gitIn(cut, "status", "--porcelain")).toBe("");
});

test("it rewrites the places that are labelled as covered, and no other", () => {
  const covered = truth.labels.filter(({ verdict }) => verdict === "covered");
  expect([...committed.keys()].sort()).toEqual([...new Set(covered.map(({ path }) => path))].sort());
  for (const label of truth.labels) {
    const text = committed.get(label.path)?.split("\n")[label.line - 1] ?? "";
    if (label.verdict === "covered") expect(text, `${label.path}:${label.line}`).toContain(target);
    else expect(text, `${label.path}:${label.line}`).not.toContain(target);
  }
});

const bump = { current: "1.4.2", target };

const bounds = { calls: [], env: {}, answers: {}, timeoutSeconds: 60, memoryMiB: 256 };

test("the command engine changes the same files to the same bytes", async () => {
  const release = { name: "cut", command: cutCommand("{version}"), args: [], ...bounds };
  const repository = discover(rehearsed.root, { environment: rehearsed.environment });
  const rehearsal = await rehearseWithCommand(release, bump, repository, rehearsed.environment);
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(changed(rehearsal.writes)).toEqual(committed);
  expect(gitIn(rehearsed, "status", "--porcelain")).toBe("");
});

/** The same release in the sandbox. */
function rehearseInSandbox({ root, environment }: Checkout): Promise<Rehearsal> {
  const { entry, args } = truth.release;
  const repository = discover(root, { environment });
  const workspace = readWorkspace(repository, documentCache(repository));
  return rehearseScript({ name: "cut", entry, args: [...args], ...bounds }, bump, repository, workspace);
}

test("the sandbox changes the same files to the same bytes", async () => {
  const { outcome, writes } = await rehearseInSandbox(rehearsed);
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(changed(writes)).toEqual(committed);
  expect(gitIn(rehearsed, "status", "--porcelain")).toBe("");
});

test("the sandbox does so without installed packages, too", async () => {
  rmSync(join(rehearsed.root, "node_modules"), { recursive: true });
  const { outcome, writes } = await rehearseInSandbox(rehearsed);
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(changed(writes)).toEqual(committed);
});

test("the sandbox records what the script would have started, in order", async () => {
  const { commands } = await rehearseInSandbox(rehearsed);
  expect(commands.map(({ answer, command }) => `${answer}: ${command}`)).toEqual([
    "computed: git status --porcelain",
    "computed: git rev-parse --abbrev-ref HEAD",
    "computed: git fetch --tags --quiet",
    "computed: git tag -l 'v*'",
    "computed: pnpm -r list --json",
    "computed: ./scripts/generate.sh",
    "computed: dirname ./scripts/generate.sh",
    "not run: lumen-sdk-gen --spec api/openapi.json --out sdks/api/src",
    "computed: pnpm build",
    "not run: pnpm --recursive run build",
    "not run: cargo check --workspace",
    "not run: git add --all",
    "not run: git commit --message 'release: 1.4.3'",
    "not run: git push origin main",
    "not run: gh workflow run release.yaml --ref main -f version=1.4.3",
  ]);
});
