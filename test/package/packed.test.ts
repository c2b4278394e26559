import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const project = join(import.meta.dirname, "../..");
const example = join(project, "fixtures/mini-monorepo");
const environment = { PATH: process.env["PATH"] };
let folder = "";

/** Installs the package as npm would publish it into an empty folder. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "version-audit-packed-"));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: project });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: project });
  const [archive = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "name": "user", "private": true, "type": "module" }');
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", join(folder, archive)], {
    cwd: folder,
  });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the command audits a repository", () => {
  const run = spawnSync(join(folder, "node_modules/.bin/version-audit"), [example, "--format", "json"], {
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
    env: environment,
  });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(1);
  expect(JSON.parse(run.stdout).release.current).toBe("1.4.2");
});

test("the library audits a repository", () => {
  const script = `import { audit } from "version-audit";
    const { summary } = await audit({ root: ${JSON.stringify(example)} });
    console.log(summary.verdicts.covered);`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: folder,
    encoding: "utf8",
    env: environment,
  });
  expect(run.stderr).toBe("");
  expect(Number(run.stdout)).toBeGreaterThan(0);
});

test("the schema of the JSON output is part of the package", () => {
  const script = `import schema from "version-audit/schema/audit.json" with { type: "json" };
    console.log(schema.type);`;
  const run = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "--eval", script], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(run.stdout.trim()).toBe("object");
});

test("only what runs is packed, and nothing runs at installation", () => {
  const installed = join(folder, "node_modules/version-audit");
  expect(readdirSync(installed).sort()).toEqual(["LICENSE", "README.md", "dist", "package.json", "schema"]);
  const listing = execFileSync(
    "npm",
    ["query", ":attr(scripts, [postinstall]), :attr(scripts, [install]), :attr(scripts, [preinstall])"],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  expect(JSON.parse(listing)).toEqual([]);
});
