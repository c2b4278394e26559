import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Checkout, checkOut, cutCommand, gitIn, readTruth } from "../../mini-monorepo/lumen.ts";
import { type Repaired, repairedFolder } from "./repaired.ts";

const target = "1.4.3";
const owed = readTruth().labels.filter(({ verdict }) => verdict === "stale" || verdict === "behind");

let checkout: Checkout;
let repaired: Repaired;

beforeAll(async () => {
  checkout = checkOut();
  repaired = await repairedFolder(checkout.root);
});

afterAll(() => rmSync(checkout.place, { recursive: true, force: true }));

test("every stale or behind place is repaired, none of them by an ignore", () => {
  expect(repaired.repairs).toEqual([
    "spec: examples/worker/package.json",
    "spec: examples/worker/package.json",
    "list: Cargo.toml",
    "list: integrations/aurora/package.json",
    "row: .github/workflows/release.yaml, README.md, compose.yaml, docker/dev.Dockerfile, website/docs/self-host.md",
    "row: README.md",
    "row: packages/lumenkit/README.md, packages/lumenkit/README.md",
    "row: website/docs/install.md",
    "row: README.md",
    "row: api/openapi.json, sdks/runner/package.json",
    "row: integrations/edge/package.json, integrations/edge/package.json",
  ]);
  expect(repaired.suggestions.left).toEqual([]);
  expect(repaired.suggestions.newFindings).toEqual([]);
});

test("an audit of the patched repository finds no uncovered place", () => {
  expect(repaired.after.filter((place) => /^(?:stale|behind) /.test(place))).toEqual([]);
});

test("the real release then writes every place that the patch does not rid of its version", () => {
  gitIn(checkout, "add", "--all");
  gitIn(checkout, "commit", "--quiet", "--message", "repairs");
  const { root, environment } = checkout;
  execFileSync("sh", ["-c", cutCommand(target)], { cwd: root, env: environment, stdio: "pipe" });
  for (const { path, line, value, why } of owed) {
    const text = readFileSync(join(root, path), "utf8").split("\n")[line - 1] ?? "";
    expect(text, `${path}:${line} ${why}`).not.toContain(value);
    expect(text, `${path}:${line} ${why}`).toMatch(path.startsWith("examples/") ? /"\*"/ : /1\.4\.3/);
  }
});
