import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { discover } from "../../src/discover/discover.ts";
import { rehearseWithCommand } from "../../src/rehearse/command-engine.ts";
import type { Write } from "../../src/rehearse/rehearsal.ts";
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
  committed = new Map(paths.map((path) => [path, readFileSync(join(cut.root, path), "utf8")]));
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

test("the command engine changes the same files to the same bytes", async () => {
  const release = {
    name: "cut",
    command: cutCommand("{version}"),
    args: [],
    calls: [],
    env: {},
    answers: {},
    timeoutSeconds: 60,
    memoryMiB: 256,
  };
  const repository = discover(rehearsed.root, { environment: rehearsed.environment });
  const rehearsal = await rehearseWithCommand(release, target, repository, rehearsed.environment);
  expect(rehearsal.outcome).toEqual({ ended: "completed", exitCode: 0 });
  expect(changed(rehearsal.writes)).toEqual(new Map([...committed].sort()));
  expect(gitIn(rehearsed, "status", "--porcelain")).toBe("");
});
