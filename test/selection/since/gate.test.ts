import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transcript } from "../../cli/command-line.ts";
import { type Checkout, checkOut, gitIn } from "../../mini-monorepo/lumen.ts";
import { writeFiles } from "../../repository/files/temporary-folder.ts";

/** The small monorepo with a list that the audit holds against the workspace, and one branch for every situation. */
let lumen: Checkout;

const config = `[[release]]
name = "cut"
entry = "scripts/release/src/cut.ts"
args = ["--version", "{version}", "--yes"]

[[generated]]
paths = ["Cargo.lock"]
by = "cargo check"

[[list]]
name = "pinned-crates"
path = "scripts/release/src/lib/crates.ts"
constant = "PINNED_CRATES"
equals = "pinned-workspace-dependencies"
`;

beforeAll(() => {
  lumen = checkOut();
  writeFiles(lumen.root, { "version-audit.toml": config });
  commit("configure the audit");
});

afterAll(() => rmSync(lumen.place, { recursive: true, force: true }));

function commit(message: string): void {
  gitIn(lumen, "add", "--all");
  gitIn(lumen, "commit", "--quiet", "--allow-empty", "--message", message);
}

/** A new branch of main on which something is done. */
function branch(name: string, work: (file: (path: string) => string) => void): void {
  gitIn(lumen, "checkout", "--quiet", "--force", "-B", name, "main");
  work((path) => join(lumen.root, path));
  commit(name);
}

function replace(path: string, found: string, becomes: string): void {
  const text = readFileSync(path, "utf8");
  if (!text.includes(found)) throw new RangeError(`${path} does not hold ${found}`);
  writeFileSync(
    path,
    text.replace(found, () => becomes),
  );
}

/** The transcripts of the gate as a reader sees it and as GitHub reads it. */
async function shows(name: string, ...args: string[]): Promise<void> {
  const runs = [args, [...args, "--format", "github"]].map((all) => transcript(lumen.root, all));
  await expect(runs.join("\n")).toMatchFileSnapshot(`__transcripts__/${name}.md`);
}

test("a clean branch passes, whatever is stale around it", async () => {
  branch("clean", (file) => appendFileSync(file("website/docs/install.md"), "\nThat is all.\n"));
  await shows("clean", "--since", "main");
});

test("a new stale place fails", async () => {
  branch("new-place", () =>
    writeFiles(lumen.root, {
      "integrations/nova/package.json": '{\n\t"name": "@nova-labs/lumen",\n\t"version": "1.4.2"\n}\n',
    }),
  );
  await shows("new-place", "--since", "main");
});

test("a list fails that a new crate has left behind, although nobody touched it", async () => {
  branch("drifted-list", (file) => {
    const pins = "    [workspace.dependencies.lumen-storage]";
    const pin =
      '    [workspace.dependencies.lumen-mirror]\n    path = "engine/crates/mirror"\n    version = "=1.4.2"\n';
    replace(file("Cargo.toml"), pins, `${pin}\n${pins}`);
    replace(
      file("Cargo.toml"),
      '    "engine/crates/protocol",\n',
      '    "engine/crates/mirror",\n    "engine/crates/protocol",\n',
    );
    writeFiles(lumen.root, {
      "engine/crates/mirror/Cargo.toml":
        '[package]\nname = "lumen-mirror"\nversion.workspace = true\nedition.workspace = true\n',
      "engine/crates/mirror/src/lib.rs": "",
    });
  });
  await shows("drifted-list", "--since", "main");
});

test("a changed release script fails for what it covers no more", async () => {
  branch("changed-script", (file) =>
    replace(file("scripts/release/src/lib/packages.ts"), " || COMPANIONS.has(name)", ""),
  );
  await shows("changed-script", "--since", "main");
});

test("debt under a baseline passes, and new debt does not", async () => {
  branch("debt", () => undefined);
  await expect(transcript(lumen.root, ["baseline"])).toMatchFileSnapshot("__transcripts__/baseline.md");
  commit("accept what is stale today");
  await shows("known-debt", "--baseline", "version-audit.baseline.json");
  writeFiles(lumen.root, {
    "integrations/nova/package.json": '{\n\t"name": "@nova-labs/lumen",\n\t"version": "1.4.2"\n}\n',
  });
  await shows("new-debt", "--baseline", "version-audit.baseline.json");
});
