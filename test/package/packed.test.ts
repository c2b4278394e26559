import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { withoutHashBang } from "../../src/sandbox/modules/module-scope.ts";
import { type LentPoints, lentEntry } from "../../src/sandbox/modules/package-points.ts";

const project = join(import.meta.dirname, "../..");
const example = join(project, "fixtures/mini-monorepo");
const environment = { PATH: process.env["PATH"] };
let folder = "";

/** True when nothing that the package is built of is younger than what is built last of it. */
function isBuilt(): boolean {
  const last = join(project, "dist/index.d.ts");
  if (!existsSync(last)) return false;
  const built = statSync(last).mtimeMs;
  return ["src", "scripts", "package.json", "package-lock.json", "tsconfig.json"]
    .flatMap((name) => [name, ...entriesOf(join(project, name)).map((path) => join(name, path))])
    .every((path) => statSync(join(project, path)).mtimeMs < built);
}

function entriesOf(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: "utf8" }) : [];
}

/** A folder for what a runner of workflows gives to the steps of an action. */
let runner = "";

/** Packs the package as npm would publish it, and has the first step of the action install that. */
beforeAll(() => {
  runner = mkdtempSync(join(tmpdir(), "version-audit-packed-"));
  folder = join(runner, "version-audit");
  if (!isBuilt()) execFileSync("npm", ["run", "--silent", "build"], { cwd: project });
  execFileSync("npm", ["pack", "--silent", "--pack-destination", runner], { cwd: project });
  const [archive = ""] = readdirSync(runner).filter((name) => name.endsWith(".tgz"));
  for (const name of ["output", "summary"]) writeFileSync(join(runner, name), "");
  expect(ranStep("Install version-audit", { tarball: join(runner, archive) })).toBe(0);
});

afterAll(() => rmSync(runner, { recursive: true, force: true }));

/** How a step of the action ends in the example repository, as a runner runs it. */
function ranStep(name: string, given: Readonly<Record<string, string>>, temporary = runner): number | null {
  const { inputs, runs } = parse(readFileSync(join(project, "action.yml"), "utf8"));
  const steps: { name: string; run?: string; env?: Record<string, string> }[] = runs.steps;
  const step = steps.find((one) => one.name === name);
  if (step?.run === undefined) throw new RangeError(`the action has no step ${name}`);
  const filled = Object.entries(step.env ?? {}).map(([key, expression]) => {
    const input = /inputs\.([\w-]+)/.exec(expression)?.[1] ?? "";
    return [key, given[input] ?? inputs[input].default];
  });
  const { status } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
    cwd: example,
    encoding: "utf8",
    env: {
      ...process.env,
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: project,
      GITHUB_OUTPUT: join(runner, "output"),
      GITHUB_STEP_SUMMARY: join(runner, "summary"),
      RUNNER_TEMP: temporary,
      ...Object.fromEntries(filled),
    },
  });
  return status;
}

test("the command audits a repository", () => {
  const run = spawnSync(join(folder, "node_modules/.bin/version-audit"), [example, "--format", "json"], {
    encoding: "utf8",
    maxBuffer: 1024 ** 3,
    env: environment,
  });
  // A busy machine is told how far the audit has come, and a clone of this project may have no tags.
  expect(run.stderr.replace(/^.* …\n|^note: this clone has no tags.*\n/gm, "")).toMatch(
    /^note: after its first write, release starts what cannot be followed[^\n]*\n$/,
  );
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

test("the types are one file, and a strict program can be written with them", () => {
  const dist = join(folder, "node_modules/version-audit/dist");
  const declarations = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.d\.[cm]?ts$/.test(path),
  );
  expect(declarations).toEqual(["index.d.ts"]);
  writeFileSync(
    join(folder, "user.mts"),
    `import { audit, type Audit } from "version-audit";
    const made: Audit = await audit({ root: "." });
    export const rules: string[] = made.findings.map(({ rule }) => rule);
    // @ts-expect-error an audit cannot be made without a root
    await audit({});`,
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",

    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["user.mts"] }));
  const tsc = join(project, "node_modules/typescript/bin/tsc");
  const run = spawnSync(process.execPath, [tsc, "--project", folder], { encoding: "utf8" });
  expect(run.stdout).toBe("");
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

test("the steps of the action install it where they look for it, and audit with it", () => {
  const sarif = join(runner, "audit.sarif");
  expect(ranStep("Audit", { sarif })).toBe(1);
  expect(readFileSync(join(runner, "output"), "utf8")).toContain("exit-code=1\nfindings=");
  expect(JSON.parse(readFileSync(sarif, "utf8")).version).toBe("2.1.0");
});

// It installs all that the project is developed with, which takes as long as a tenth of all other tests.
test.runIf(process.env["VERSION_AUDIT_CLIENTS"] === "required")(
  "without a tarball the action builds the sources of its own ref, and audits with that",
  () => {
    const temporary = mkdtempSync(join(runner, "sources-"));
    expect(ranStep("Install version-audit", {}, temporary)).toBe(0);
    expect(ranStep("Audit", {}, temporary)).toBe(1);
  },
);

test("what is written down of the lent packages is that of the installed ones", () => {
  const modules = join(folder, "node_modules");
  const home = join(modules, "version-audit/dist/sandbox/modules");
  const table: LentPoints = JSON.parse(readFileSync(join(home, "lent-points.json"), "utf8"));
  const text = readFileSync(join(modules, "commander/lib/command.js"), "utf8");
  const [key = "", points = []] = lentEntry(withoutHashBang(text), "commonjs") ?? [];
  expect(points.length).toBeGreaterThan(0);
  expect(table[key]).toEqual(points);
});
