import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";
import { forgetfulRepository, run } from "./command-line.ts";
import { releaseShapes } from "./release-shapes.ts";

const name = "version-audit.toml";
const read = (root: string) => readFileSync(join(root, name), "utf8");

/** The lines that are no comments. */
function tables(root: string): string {
  const lines = read(root).split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).join("\n");
}

/** Every verdict outside of the configuration itself, as `path:line verdict`. */
function verdicts(root: string): string[] {
  const { stdout, code } = run(root, ["list", "--format", "json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout).flatMap(
    ({ path, line, verdict }: { path: string; line: number; verdict: string }) =>
      path === name ? [] : [`${path}:${line} ${verdict}`],
  );
}

describe("init writes what is understood without it", () => {
  const shapes = Object.entries(releaseShapes).filter(([shape]) => shape !== "nothing");

  test.each(shapes)("and nothing is judged otherwise, for the shape %s", async (shape, make) => {
    const root = make();
    const before = verdicts(root);
    expect(run(root, ["init"]).code).toBe(0);
    expect(verdicts(root)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    await expect(read(root)).toMatchFileSnapshot(`__transcripts__/init-${shape}.toml`);
  });

  test("and what would change a verdict is a comment", () => {
    const home = "https://handbook.dev/guide";
    const manifest = { name: "acme", version: "1.4.2", workspaces: ["packages/*"], homepage: home };
    const root = forgetfulRepository({
      "package.json": `${JSON.stringify(manifest, null, 2)}\n`,
      "README.md": `# Welcome\n\n[The guide](${home}/1.4.2/start).\n`,
    });
    const before = verdicts(root);
    expect(run(root, ["init"]).code).toBe(0);
    expect(verdicts(root)).toEqual(before);
    expect(tables(root)).not.toContain("[product]");
    expect(read(root)).toContain(
      '# urls = ["handbook.dev/guide"]\n# With these lines some verdicts are others',
    );
  });

  test("and names nothing after scopes that only tests and examples have", () => {
    const root = forgetfulRepository({
      "packages/example/package.json": '{ "name": "@example/app", "private": true, "version": "0.0.0" }\n',
    });
    run(root, ["init"]);
    expect(tables(root)).toContain('names = ["acme"]');
  });
});

describe("init", () => {
  test("writes a configuration with which the audit runs, and says what it finds", () => {
    const root = forgetfulRepository();
    const { stdout, code } = run(root, ["init"]);
    expect(code).toBe(0);
    expect(stdout).toContain("release   scripts/release.mjs: its name says so, it writes files");
    expect(stdout).toContain("1  error[stale-after-bump]");
    expect(tables(root)).toBe(
      '[[release]]\nname = "release"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n[product]\nnames = ["acme"]',
    );
    const later = run(root, []);
    expect(later.code).toBe(1);
    expect(later.stdout).toContain("coverage  2 of 3 owed places");
  });

  test("never overwrites without --force", () => {
    const root = forgetfulRepository({ [name]: "# mine\n" });
    const { stderr, code } = run(root, ["init"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Add --force to replace it.");
    expect(read(root)).toBe("# mine\n");
    expect(run(root, ["init", "--force"]).code).toBe(0);
    expect(read(root)).not.toContain("mine");
  });

  test("finds out how the script is called, and answers what it asks", () => {
    const script = `import { readFileSync, writeFileSync } from "node:fs";
import { execSync } from "node:child_process";
// yarn release --channel latest --set=1.2.3
if (process.argv[2] !== "--channel") throw new Error("no channel");
if (!process.env.RELEASE_TOKEN) throw new Error("RELEASE_TOKEN is required");
await (await fetch("https://example.com/status")).json();
const version = process.argv[4].split("=")[1];
writeFileSync("package.json", readFileSync("package.json", "utf8").replace("1.4.2", version));
execSync("npm install");
execSync("lumen-generate --all");
`;
    const root = forgetfulRepository({
      "scripts/release.mjs": script,
      "package-lock.json": '{ "name": "acme", "lockfileVersion": 3, "packages": {} }\n',
    });
    expect(run(root, ["init"]).code).toBe(0);
    expect(tables(root)).toContain(
      [
        'args = ["--channel", "latest", "--set={version}"]',
        "[release.answers]",
        '"fetch https://example.com/*" = "{}"',
        "[release.env]",
        'RELEASE_TOKEN = "version-audit"',
      ].join("\n"),
    );
    expect(tables(root)).toContain('[[generated]]\npaths = ["package-lock.json"]\nby = "npm install"');
    expect(read(root)).toContain('# by = "lumen-generate --all"');
  });

  test("couples constants with the numbered schemas that they speak of", () => {
    const root = forgetfulRepository({
      "schemas/wire-protocol/v1.bare": "type A u8\n",
      "schemas/wire-protocol/v2.bare": "type A u16\n",
      "packages/wire-protocol/package.json": '{ "name": "@acme/wire-protocol", "version": "1.4.2" }\n',
      "packages/wire-protocol/src/index.ts": "export const PROTOCOL_VERSION = 2;\n",
    });
    expect(run(root, ["init"]).stdout).toContain("couple    wire-protocol, 2 places\n");
    const constant = join(root, "packages/wire-protocol/src/index.ts");
    writeFileSync(constant, "export const PROTOCOL_VERSION = 1;\n");
    expect(run(root, []).stdout).toMatch(/\[(?:schema-behind|couple-mismatch)\]/);
  });

  test("says what is missing where no script writes the version", () => {
    const root = temporaryFolder({
      "package.json":
        '{ "name": "acme", "version": "1.4.2", "scripts": { "release": "node scripts/ship.mjs" } }\n',
      "scripts/ship.mjs": 'console.log("nothing to ship");\n',
    });
    const { stdout, code } = run(root, ["init"]);
    expect(code).toBe(2);
    expect(stdout).toContain(
      "tried     scripts/ship.mjs: writes no version; it ends and says: nothing to ship\n",
    );
    expect(tables(root)).toBe("");
    expect(read(root)).toContain('# entry = "scripts/ship.mjs"');
  });

  test("says which packages are not installed, and which programs release", () => {
    const scripts = { release: "lerna version --yes", "version:set": "node scripts/ship.mjs" };
    const root = temporaryFolder({
      "package.json": JSON.stringify({
        name: "acme",
        version: "1.4.2",
        scripts,
        devDependencies: { "p-all": "*" },
      }),
      "scripts/ship.mjs": 'import all from "p-all";\nall([]);\n',
    });
    const { stdout, code } = run(root, ["init"]);
    expect(code).toBe(2);
    expect(stdout).toContain(
      'seen      the package script "release" starts a program, which is not rehearsed: lerna version --yes\n',
    );
    expect(stdout).toContain(
      "tried     scripts/ship.mjs: writes no version; the script needs the package `p-all`, which is not installed (scripts/ship.mjs:1)\n",
    );
    expect(stdout).toContain("missing   p-all; install the packages and run version-audit init --force");
    expect(read(root)).toContain("# Missing: p-all.");
    expect(read(root)).toContain("not rehearsed: lerna version --yes\n");
  });

  test("says what a script writes that does not take a version", () => {
    const write = (path: string, text: string) =>
      `writeFileSync(${JSON.stringify(path)}, ${JSON.stringify(text)});`;
    const start = 'import { writeFileSync } from "node:fs";\n';
    const own = `${write("notes.md", "# 1.3.0\n")}\n${write("package.json", '{\n  "name": "acme",\n  "version": "1.3.0"\n}\n')}`;
    const root = temporaryFolder({
      "package.json": '{\n  "name": "acme",\n  "version": "1.4.2"\n}\n',
      "scripts/release.mjs": `${start}${own}\n`,
      "scripts/bump.mjs": `${start}${write("a.md", "a")}\n${write("b.md", "b")}\n${write("a.md", "c")}\n`,
    });
    const { stdout } = run(root, ["init"]);
    expect(stdout).toContain(
      "tried     scripts/release.mjs: writes another version than it was given: 1.3.0 in package.json\n",
    );
    expect(stdout).toContain(
      "tried     scripts/bump.mjs: writes no version; it writes a.md and 1 more file, not this version, and ends without a word\n",
    );
    expect(read(root)).toContain("# scripts/release.mjs was tried and writes another version");
  });

  test("says beside a release that it found what else is called the release", () => {
    const scripts = { release: "acme-bump -r", "release:app": "node scripts/release.mjs" };
    const manifest = { name: "acme", version: "1.4.2", workspaces: ["packages/*"], scripts };
    const root = forgetfulRepository({ "package.json": JSON.stringify(manifest) });
    const { stdout, code } = run(root, ["init"]);
    expect(code).toBe(0);
    expect(stdout).toContain('seen      the package script "release" starts a program');
    expect(read(root)).toContain(
      '# The package script "release" starts a program, which is not rehearsed: acme-bump -r\n',
    );
  });

  test("takes no name from the private root of a workspace", () => {
    const manifest = { name: "acme-root", private: true, version: "1.4.2", workspaces: ["packages/*"] };
    const root = forgetfulRepository({ "package.json": JSON.stringify(manifest) });
    run(root, ["init"]);
    expect(tables(root)).toContain('names = ["acme"]');
  });

  test("leaves no file behind where the version itself is not known", () => {
    const root = temporaryFolder({ "scripts/release.mjs": "\n" });
    const { stderr, code } = run(root, ["init"]);
    expect(code).toBe(2);
    expect(stderr).toContain("no manifest of this repository holds a released version");
    expect(existsSync(join(root, name))).toBe(false);
  });
});
