import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rehearseRelease } from "../../src/cli/rehearse-release.ts";
import type { Content, FileChange } from "../../src/report/patch/file-change.ts";
import { fileChanges } from "../../src/report/patch/file-change.ts";
import { hunksOf } from "../../src/report/patch/hunks.ts";
import { patch } from "../../src/report/patch/patch.ts";
import { quotedPath } from "../../src/report/patch/quoted-path.ts";
import { stat } from "../../src/report/patch/stat.ts";
import { processorTime } from "../measure/processor-time.ts";
import { rehearsalOf } from "../release/rehearsal-of.ts";
import { git as gitIn, temporaryRepository } from "../repository/files/git-repository.ts";
import { temporaryFolder } from "../repository/files/temporary-folder.ts";

const environment = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
const same = (path: string) => path;

function git(root: string, args: string[], input = ""): string {
  return execFileSync("git", args, { cwd: root, input, env: environment, encoding: "utf8", stdio: "pipe" });
}

function put(root: string, path: string, content: Content): void {
  rmSync(join(root, path), { force: true });
  if (content === null) return;
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** A git repository with every file as it was before. */
function before(changes: readonly FileChange[]): string {
  const root = temporaryFolder({});
  git(root, ["init", "--quiet"]);
  git(root, ["config", "core.autocrlf", "false"]);
  for (const change of changes) put(root, change.path, change.before);
  return root;
}

/** Applies the patch with git and gives the paths whose bytes are not those of the release. */
function wrongAfterApplying(changes: readonly FileChange[]): string[] {
  const root = before(changes);
  git(root, ["apply", "--whitespace=nowarn"], patch(changes, { git: null, root }));
  return changes
    .filter(({ path, after }) =>
      after === null
        ? existsSync(join(root, path))
        : !Buffer.from(after).equals(readFileSync(join(root, path))),
    )
    .map(({ path }) => path);
}

describe("git apply takes the patch and gives the same bytes", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const lines = (count: number, change: number) =>
    Array.from({ length: count }, (_, index) => (index === change ? "changed\n" : `line ${index}\n`)).join(
      "",
    );
  test.each<[string, FileChange[]]>([
    ["a line in the middle", [{ path: "a.txt", before: lines(30, -1), after: lines(30, 15) }]],
    ["several hunks", [{ path: "a", before: lines(99, 3), after: lines(99, 90) }]],
    ["no line break at the end, before", [{ path: "a", before: "a\nb", after: "a\nb\n" }]],
    ["no line break at the end, after", [{ path: "a", before: "a\nb\n", after: "a\nb" }]],
    ["no line break at the end, both", [{ path: "a", before: "a\nb", after: "a\nc" }]],
    ["carriage returns", [{ path: "a", before: "a\r\nb\r\nc\r\n", after: "a\r\nx\r\nc\n" }]],
    ["lone carriage returns", [{ path: "a", before: "a\rb\n", after: "a\rc\n" }]],
    ["a new file", [{ path: "x/new.txt", before: null, after: "a\nb\n" }]],
    ["a new file without a line break", [{ path: "new", before: null, after: "a" }]],
    ["a new empty file", [{ path: "new", before: null, after: "" }]],
    ["a deleted file", [{ path: "old", before: "a\n", after: null }]],
    ["a deleted empty file", [{ path: "old", before: "", after: null }]],
    ["an emptied file", [{ path: "a", before: "a\nb\n", after: "" }]],
    ["a filled file", [{ path: "a", before: "", after: "a" }]],
    [
      "a moved file",
      [
        { path: "a", before: "a\n", after: null },
        { path: "b", before: null, after: "a\n" },
      ],
    ],
    ["lines that look like headers", [{ path: "a", before: "-- a\n++ b\n@@\n", after: "-- b\n++ a\n@@ \n" }]],
    ["a byte order mark", [{ path: "a", before: "\uFEFFa\nb\n", after: "\uFEFFa\nc\n" }]],
    [
      "bytes that are no text",
      [{ path: "a.bin", before: bytes(0, 255, 1), after: bytes(...Array(300).keys()) }],
    ],
    ["new bytes", [{ path: "a.bin", before: null, after: bytes(0, 1, 2, 254) }]],
    ["deleted bytes", [{ path: "a.bin", before: bytes(0, 200), after: null }]],
    ["text that becomes bytes", [{ path: "a", before: "text\n", after: bytes(255, 254, 0) }]],
    ["text with a NUL", [{ path: "a", before: "a\0b\n", after: "a\0c\n" }]],
    ["a name with a blank", [{ path: "a b/c d.txt", before: "a\n", after: "b\n" }]],
    [
      "a name with quotes, tabs and letters of other scripts",
      [{ path: 'ä "x"\t\\日.txt', before: "a\n", after: "b\n" }],
    ],
    ["a new file of an odd name", [{ path: "ä b.bin", before: null, after: bytes(0, 1) }]],
    ["every line", [{ path: "a", before: lines(4000, -1), after: lines(4000, -1).replace(/^/gm, "\t") }]],
  ])("%s", (_, changes) => {
    expect(wrongAfterApplying(changes)).toEqual([]);
  });

  test("any text to any other", () => {
    const line = fc.constantFrom(
      "a\n",
      "b\n",
      "\n",
      "c\r\n",
      "x\r",
      "é\n",
      " \n",
      "-\n",
      "+\n",
      "\\ No newline\n",
    );
    const content = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("", "end"))
      .map(([all, end]) => all.join("") + end);
    const change = fc.record({ before: fc.option(content), after: fc.option(content) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 20, maxLength: 20 }), (all) => {
        const changes = all
          .map((one, index) => ({ ...one, path: `f${index}` }))
          .filter((one) => one.before !== one.after);
        expect(wrongAfterApplying(changes)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

test("a large file takes no time, whether one line changes or all of them", () => {
  const lockfile = Array.from(
    { length: 40_000 },
    (_, index) => `  "package-${index}": "1.0.${index}",\n`,
  ).join("");
  const milliseconds = processorTime(() => {
    expect(hunksOf(lockfile, lockfile.replace("1.0.777", "2.0.0"))).toHaveLength(1);
    expect(hunksOf(lockfile, lockfile.replaceAll("  ", "\t"))).toHaveLength(1);
  });
  expect(milliseconds).toBeLessThan(2000);
});

test.each([
  "plain.txt",
  "a b.txt",
  'q"q.txt',
  "tab\t.txt",
  "ünïcode/日本.txt",
  "back\\slash",
  "bell\x07\x1B\x7F",
])("the name %j is quoted as git quotes it", (path) => {
  const root = before([{ path, before: "a\n", after: null }]);
  git(root, ["add", "."]);
  expect(`${quotedPath(path)}\n`).toBe(git(root, ["ls-files"]));
});

test("--stat is what git diff --stat prints", () => {
  const many = (count: number, text: string) => `${text}\n`.repeat(count);
  const changes: FileChange[] = [
    { path: "bin", before: Uint8Array.from([0]), after: Uint8Array.from([0, 1, 2]) },
    { path: "empty", before: "a\n", after: "" },
    { path: "few.txt", before: "a\n", after: "b\n" },
    { path: "many.txt", before: many(10, "a"), after: many(300, "b") },
    { path: `${"long/".repeat(20)}name-of-a-file.json`, before: many(50, "a"), after: many(20, "c") },
    { path: `${"n".repeat(90)}`, before: "a\n", after: "" },
    { path: "ü.txt", before: "a\n", after: "b\nc\n" },
  ];
  for (const set of [
    changes,
    changes.slice(2, 3),
    changes.slice(1, 3),
    changes.slice(0, 1),
    changes.slice(3, 5),
  ]) {
    const root = before(set);
    git(root, ["add", "."]);
    for (const change of set) put(root, change.path, change.after);
    const sorted = [...set].sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(stat(sorted, same)).toBe(git(root, ["diff", "--stat"]));
  }
});

describe("the changes of a release", () => {
  const origin = { path: "release.js", line: 1, column: 1, function: null };
  const write = (path: string, from: Content, to: Content) => ({ path, before: from, after: to, origin });

  test("are those from first to last, by path", () => {
    const writes = [
      write("b", "1", "2"),
      write("a", null, "x"),
      write("b", "2", "3"),
      write("c", "1", "2"),
      write("c", "2", "1"),
    ];
    expect(fileChanges([rehearsalOf({ writes })])).toEqual([
      { path: "a", before: null, after: "x" },
      { path: "b", before: "1", after: "3" },
    ]);
  });

  test("of two releases are one patch unless they disagree", () => {
    const one = rehearsalOf({ name: "one", writes: [write("a", "1", "2")] });
    expect(
      fileChanges([one, rehearsalOf({ writes: [write("a", "1", "2"), write("b", "1", "2")] })]),
    ).toHaveLength(2);
    expect(() => fileChanges([one, rehearsalOf({ name: "two", writes: [write("a", "1", "3")] })])).toThrow(
      'the releases "one" and "two" leave a in different states',
    );
  });
});

test.each([
  [[]],
  [["--object-format=sha256"]],
])("git applies the patch of a release to a binary file in a repository of init %j", async (options) => {
  const before = Buffer.from([0, 1, 2, 3]);
  const files = {
    "package.json": '{ "name": "flint", "version": "1.4.2" }\n',
    "flint.bin": before,
    "old.bin": before,
    "release.mjs": `import { rmSync, writeFileSync } from "node:fs";
writeFileSync("flint.bin", Buffer.from([0, 9, 8]));
writeFileSync("new.bin", Buffer.from([0, 7]));
rmSync("old.bin");
`,
    "version-audit.toml": '[[release]]\nname = "cut"\nentry = "release.mjs"\n',
  };
  const root = temporaryRepository(files, ...options);
  const { repository, rehearsals } = await rehearseRelease({ root, environment, to: "1.5.0" });
  const file = join(temporaryFolder({}), "patch");
  writeFileSync(file, patch(fileChanges(rehearsals), repository));
  gitIn(root, "apply", "--index", file);
  expect(gitIn(root, "diff", "--cached", "--name-status")).toBe("M\tflint.bin\nA\tnew.bin\nD\told.bin\n");
  expect([...readFileSync(join(root, "flint.bin"))]).toEqual([0, 9, 8]);
});
