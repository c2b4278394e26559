import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commit, git, temporaryRepository } from "../../repository/files/git-repository.ts";
import { temporaryFolder, writeFiles } from "../../repository/files/temporary-folder.ts";
import { audited, branch, change, config, manifest, pebble, reported, sinceMain } from "./pebble.ts";

const old = "packages/old/package.json";

describe("--since reports", () => {
  test("nothing of what has not changed", async () => {
    const root = pebble();
    branch(root, { "README.md": "Pebble\n" });
    expect(await reported(root, sinceMain)).toEqual([1]);
  });

  test("a place on a changed line, committed or not, and in new files", async () => {
    const root = pebble({ "install.md": "# Install\n\nnpm install pebble@1.4.2\n\nend\n" });
    branch(root, { "install.md": "# Install\n\nnpm install pebble@1.4.2\n\nnpm add pebble@1.4.2\n" });
    writeFiles(root, { "untracked.md": "npm install pebble@1.4.2\n" });
    expect(await reported(root, sinceMain)).toEqual([
      "stale-after-bump install.md:5",
      "stale-after-bump untracked.md:1",
      2,
    ]);
  });

  test("a moved file as a whole", async () => {
    const root = pebble({ "a.md": "npm install pebble@1.4.2\n" });
    branch(root, {});
    git(root, "mv", "a.md", "b.md");
    expect(await reported(root, sinceMain)).toEqual(["stale-after-bump b.md:1", 1]);
  });

  test("nothing of what others have done on the branch of the revision", async () => {
    const root = pebble();
    branch(root, { "README.md": "Pebble\n" });
    git(root, "checkout", "--quiet", "main");
    change(root, { "install.md": "npm install pebble@1.4.2\n" });
    commit(root);
    git(root, "checkout", "--quiet", "topic");
    expect(await reported(root, sinceMain)).toEqual([1]);
    expect(await reported(root, { by: "since", revision: "v1.4.2" })).toEqual([1]);
  });

  test("no line that only ends otherwise on disk", async () => {
    const root = pebble();
    branch(root, { "README.md": "Pebble\n" });
    writeFileSync(join(root, old), manifest("@pebble/old").replaceAll("\n", "\r\n"));
    expect(await reported(root, sinceMain)).toEqual([1]);
  });

  test("only below the audited root", async () => {
    const outer = temporaryRepository({ "other/readme.md": "1\n", "sub/a": "1\n" });
    const files = {
      "package.json": manifest("pebble"),
      "scripts/release.mjs": `import { writeFileSync } from "node:fs";\nwriteFileSync("package.json", '{ "version": "' + process.argv[2] + '" }');\n`,
      "version-audit.toml":
        '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n',
      "a.md": "npm install pebble@1.4.2\n",
    };
    writeFiles(join(outer, "sub"), files);
    commit(outer);
    git(outer, "checkout", "--quiet", "-b", "topic");
    writeFiles(join(outer, "sub"), { "b.md": "npm install pebble@1.4.2\n" });
    const places = await reported(join(outer, "sub"), sinceMain);
    expect(places).toContain("stale-after-bump b.md:1");
    expect(places).not.toContain("stale-after-bump a.md:1");
  });
});

describe("--since reports what a change causes elsewhere:", () => {
  test("a module of the release forgets a place", async () => {
    const root = pebble();
    branch(root, { "scripts/places.mjs": 'export const places = ["package.json"];\n' });
    expect(await reported(root, sinceMain)).toEqual(["stale-after-bump packages/web/package.json:3", 1]);
  });

  test("and not what the release has always forgotten, however the script is written now", async () => {
    const root = pebble();
    branch(root, {
      "scripts/places.mjs":
        '// Every place.\nexport const places = [\n  "package.json",\n  "packages/web/package.json",\n];\n',
    });
    expect(await reported(root, sinceMain)).toEqual([1]);
  });

  test("the configuration stops ignoring a place", async () => {
    const root = pebble();
    change(root, { "version-audit.toml": `${config}\n[[ignore]]\npath = "${old}"\nreason = "old"\n` });
    commit(root);
    branch(root, { "version-audit.toml": config });
    expect(await reported(root, sinceMain)).toEqual([`stale-after-bump ${old}:3`]);
  });

  test("a configuration is new, and replaces what was recognised", async () => {
    const root = pebble();
    git(root, "rm", "--quiet", "version-audit.toml");
    writeFiles(root, {
      "package.json": `{ "name": "pebble", "version": "1.4.2", "scripts": { "release": "node scripts/release.mjs" } }\n`,
    });
    commit(root);
    branch(root, {
      "version-audit.toml":
        '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n\n[[frozen]]\npaths = ["x/*.bare"]\n',
    });
    expect(await reported(root, sinceMain)).toContain("dead-path version-audit.toml:6");
  });

  test("a file that a rule of the release was for is gone", async () => {
    const root = pebble();
    branch(root, { "packages/web/package.json": null });
    expect(await reported(root, sinceMain)).toEqual([
      "not-rehearsed scripts/release.mjs:5",
      "dead-pattern scripts/places.mjs:1",
      1,
    ]);
  });

  test("one member of a couple moves on, and the other does not", async () => {
    const root = pebble({
      "a.ts": "export const PROTOCOL = 3;\n",
      "b.ts": "export const PROTOCOL = 3;\n",
      "c.ts": "export const PROTOCOL = 3;\n",
      "version-audit.toml": `${config}
[[couple]]
name = "protocol"
members = [
  { path = "a.ts", constant = "PROTOCOL" },
  { path = "b.ts", constant = "PROTOCOL" },
  { path = "c.ts", constant = "PROTOCOL" },
]
`,
    });
    branch(root, { "a.ts": "export const PROTOCOL = 4;\n", "b.ts": "export const PROTOCOL = 4;\n" });
    expect(await reported(root, sinceMain)).toEqual(["couple-mismatch c.ts:1", 1]);
  });

  test("a list that already lacks two names lacks a third", async () => {
    const packages = ["a", "b"].map((name): [string, string] => [
      `packages/${name}/package.json`,
      manifest(`@pebble/${name}`, "0.1.0"),
    ]);
    const root = pebble({
      ...Object.fromEntries(packages),
      "scripts/publish.mjs": 'export const PACKAGES = ["pebble", "@pebble/web", "@pebble/old"];\n',
      "version-audit.toml": `${config}\n[[list]]\nname = "published"\npath = "scripts/publish.mjs"\nconstant = "PACKAGES"\nequals = "publishable-packages"\n`,
    });
    branch(root, { "README.md": "Pebble\n" });
    expect(await reported(root, sinceMain)).toEqual([2]);
    branch(root, { "packages/c/package.json": manifest("@pebble/c", "0.1.0") });
    expect(await reported(root, sinceMain)).toEqual(["list-drift scripts/publish.mjs:1", 1]);
  });

  test("everything, with a note, when the state before cannot be audited", async () => {
    const root = pebble({ "version-audit.toml": "[[release]]\n" });
    branch(root, {
      "version-audit.toml": config,
    });
    const { findings, notes } = await audited(root, sinceMain);
    expect(findings.map(({ location }) => location.path)).toEqual([old]);
    expect(notes[0]?.message).toMatch(
      /^version-audit\.toml has changed, and what that causes cannot be told .*: \[\[release\]\]/,
    );
  });

  test("the state before has a release that could not be rehearsed", async () => {
    const root = pebble({ "scripts/places.mjs": "export const places = [];\n" });
    branch(root, {
      "scripts/places.mjs": 'export const places = ["package.json", "packages/web/package.json"];\n',
    });
    const { findings, notes } = await audited(root, sinceMain);
    expect(findings.map(({ location }) => location.path)).toEqual([old]);
    expect(notes[0]?.message).toMatch(/no release could be rehearsed then$/);
  });
});

test("a release that cannot be rehearsed is reported, whatever has changed", async () => {
  const root = pebble({ "scripts/places.mjs": "export const places = [];\nthrow new Error('broken');\n" });
  branch(root, { "README.md": "Pebble\n" });
  expect(await reported(root, sinceMain)).toEqual(
    expect.arrayContaining(["nothing-audited scripts/release.mjs:1", "not-rehearsed scripts/places.mjs:2"]),
  );
});

test("the work tree, the index and HEAD are left as they are", async () => {
  const root = pebble();
  branch(root, { "scripts/places.mjs": 'export const places = ["package.json"];\n' });
  renameSync(join(root, old), join(root, "packages/old/manifest.json"));
  const state = () =>
    git(root, "status", "--porcelain=v2", "--branch") +
    git(root, "stash", "list") +
    git(root, "worktree", "list");
  const before = state();
  await audited(root, sinceMain);
  await audited(root, { by: "staged" });
  expect(state()).toBe(before);
});

describe("--since is refused", () => {
  const since = (revision: string) => ({ by: "since", revision }) as const;

  test.each([
    "nonsense",
    "--help",
    "v1.4.2:package.json",
  ])("for %s, which names no commit", async (revision) => {
    await expect(audited(pebble(), since(revision))).rejects.toMatchObject({
      name: "AuditError",
      message: `${JSON.stringify(revision)} names no commit of this repository`,
    });
  });

  test("for a branch that only the remote has, and says so", async () => {
    const clone = temporaryFolder();
    git(clone, "clone", "--quiet", pebble(), ".");
    git(clone, "checkout", "--quiet", "-b", "topic");
    git(clone, "branch", "--quiet", "-D", "main");
    await expect(audited(clone, since("main"))).rejects.toMatchObject({ help: "Did you mean origin/main?" });
  });

  test("in a shallow clone without the merge base, and says how to get it", async () => {
    const origin = pebble();
    branch(origin, { "README.md": "Pebble\n" });
    git(origin, "checkout", "--quiet", "main");
    change(origin, { "NEWS.md": "Pebble\n" });
    commit(origin);
    const clone = temporaryFolder();
    git(
      clone,
      "clone",
      "--quiet",
      "--depth=1",
      "--no-single-branch",
      "--branch=topic",
      `file://${origin}`,
      ".",
    );
    await expect(audited(clone, since("origin/main"))).rejects.toMatchObject({
      message: "the history of this clone ends before origin/main and HEAD meet",
      help: expect.stringMatching(/git fetch --unshallow.*fetch-depth: 0/),
    });
  });

  test("for a history of its own", async () => {
    const root = pebble();
    git(root, "checkout", "--quiet", "--orphan", "other");
    change(root, { "README.md": "Pebble\n" });
    commit(root);
    await expect(audited(root, sinceMain)).rejects.toMatchObject({
      message: "main and HEAD have no commit in common",
    });
  });

  test("without git", async () => {
    await expect(
      audited(temporaryFolder({ "package.json": manifest("pebble") }), sinceMain),
    ).rejects.toMatchObject({
      message: "--since main needs git: the audited folder lies in no git repository",
    });
  });
});
