import { expect, test } from "vitest";
import { comment } from "../../src/report/comment.ts";
import { forgetfulRepository, run } from "../cli/command-line.ts";
import { commit, git } from "../repository/files/git-repository.ts";
import { temporaryFolder, writeFiles } from "../repository/files/temporary-folder.ts";
import { findingAt, placeOf, sampleAudit, sampleOptions } from "./sample-audit.ts";

/** A repository with a branch that is checked out and adds a package that the release does not know. */
function branched(): string {
  const root = forgetfulRepository();
  git(root, "init", "--quiet", "--initial-branch=main");
  commit(root);
  git(root, "checkout", "--quiet", "-b", "topic");
  writeFiles(root, { "packages/new/package.json": '{\n  "name": "@acme/new",\n  "version": "1.4.2"\n}\n' });
  commit(root);
  return root;
}

test("says what the branch causes, with coverage before and now", () => {
  const { stdout, code } = run(branched(), ["--since", "main", "--format", "comment"]);
  expect(code).toBe(1);
  expect(stdout.replaceAll(/version-audit \d+\.\d+\.\d+/g, "version-audit 0.0.0")).toMatchInlineSnapshot(`
    "### version-audit: 1 error for the release of 1.4.3

    | | before | now |
    |---|--:|--:|
    | places that the release owes the new version | 3 | 4 |
    | of them kept by it | 2 | 2 |
    | coverage | 66.6 % | 50.0 % |

    <details open><summary><b>error</b> <a href="https://github.com/version-audit/version-audit/blob/main/docs/rules/stale-after-bump.md">stale-after-bump</a>: 1 place</summary>

    - \`packages/new/package.json:3\`: @<!-- -->acme/new stays at 1.4.2. Add this to scripts/release.mjs, or record in version-audit.toml why the place is left out: \`\` writeFileSync("packages/new/package.json", readFileSync("packages/new/package.json", "utf8").replace(/(^[ \\t]*"version": ")[0-9][0-9A-Za-z.+-]*(?=")/m, \`$1\${version}\`)); \`\`

    </details>

    1.4.2 → 1.4.3 by \`scripts/release.mjs\`, sandbox; version-audit 0.0.0. 2 findings on what has not changed since main.
    "
  `);
});

test("a change that causes nothing is told in one line, and coverage is compared all the same", () => {
  const root = branched();
  git(root, "checkout", "--quiet", "-b", "words", "main");
  writeFiles(root, { "notes.txt": "words\n" });
  commit(root);
  const { stdout, code } = run(root, ["--since", "main", "--format", "comment"]);
  expect(code).toBe(0);
  expect(stdout).toContain("### version-audit: nothing new would be wrong after the release of 1.4.3\n");
  expect(stdout).toContain("| coverage | 66.6 % | 66.6 % |\n");
});

test("without a branch to compare with there is one column", () => {
  expect(run(forgetfulRepository(), ["--format", "comment"]).stdout).toContain("| coverage | 66.6 % |\n");
});

test("a state before that cannot be audited is said, and nothing is compared", () => {
  const root = temporaryFolder({ "readme.md": "Acme\n" });
  git(root, "init", "--quiet", "--initial-branch=main");
  commit(root);
  writeFiles(root, {
    "package.json": '{\n  "name": "acme",\n  "version": "1.4.2"\n}\n',
    "version-audit.toml": '[[release]]\nname = "cut"\nentry = "release.mjs"\nargs = ["{version}"]\n',
    "release.mjs":
      'import { writeFileSync } from "node:fs";\nconst manifest = { name: "acme", version: process.argv[2] };\nwriteFileSync("package.json", JSON.stringify(manifest, null, 2) + "\\n");\n',
  });
  const { stdout } = run(root, ["--since", "main", "--format", "comment"]);
  expect(stdout).toContain("coverage cannot be compared with what it was before: ");
  expect(stdout).toContain("| | now |\n");
});

test("a comment that would be too long is cut aloud, and what was opened is closed", () => {
  const text = '{ "version": "2.3.7" }\n';
  const place = placeOf("a.json", text, "2.3.7");
  const findings = Array.from({ length: 900 }, (_, index) =>
    findingAt({ ...place, line: index + 1 }, { message: `ä ${index} ${"long ".repeat(20)}` }),
  );
  const body = comment(sampleAudit({ files: { "a.json": text }, findings }), sampleOptions);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
  expect(Buffer.byteLength(body)).toBeGreaterThan(60_000);
  expect(body.match(/<details/g)).toHaveLength(1);
  expect(body.match(/^<\/details>$/gm)).toHaveLength(1);
  expect(body).toMatch(
    /\n\*\*\d+ more lines of this report are cut, because a comment holds at most 65,536 characters; the other formats of version-audit have all of them\.\*\*\n$/,
  );
});

test("nothing of a repository is markup or a mention", () => {
  const text = '{ "version": "2.3.7" }\n';
  const findings = [
    findingAt(placeOf("a`b.json", text, "2.3.7"), { message: "</details> @acme <b>", help: "ask `x`" }),
  ];
  const body = comment(sampleAudit({ files: { "a`b.json": text }, findings }), sampleOptions);
  expect(body).toContain("`` a`b.json:1 ``: \\</details\\> @<!-- -->acme \\<b\\>. Ask \\`x\\`.");
});
