import { expect, test } from "vitest";
import { deadPattern } from "../../src/rules/dead-pattern.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";

test("names the literal of a rule, not the loop that asks for it, and where its file went", async () => {
  const audit = await auditFixture("dead-pattern");
  expect(told(deadPattern, audit)).toEqual([
    `warning ${script}:9 the release rule docs/install.md matches no file`,
    "  docs/guide/install.md:4 what it seeks stands here",
    `  ${script}:15 asked for here`,
    `warning ${script}:11 the release rule /badge\\/v[\\d.]+/ finds nothing in README.md`,
    `  ${script}:15 asked for here`,
  ]);
});

test("is silent once every rule matches", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: { "README.md": "![release](https://badges.example/badge/v1.2.0)\n" },
    replace: [
      [script, `files: "docs/install.md"`, `files: "docs/guide/install.md"`],
      ["docs/guide/install.md", "1.1.0", "1.2.0"],
    ],
  });
  expect(shown(audit)).toEqual([]);
});

const throwing = `for (const { files, find, replace } of rules) {
  const paths = globSync(files);
  if (paths.length === 0) throw new Error(\`no file is called \${files}\`);
  for (const path of paths) {
    const text = readFileSync(path, "utf8");
    if (!find.test(text)) throw new Error(\`\${path} does not match \${find}\`);
    writeFileSync(path, text.replace(find, replace));
  }
}
`;

test("is an error where the script throws, and the rules after it are audited all the same", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: { "docs/api.md": "npm install pebble@1.2.0\n" },
    replace: [
      [
        script,
        `for (const { files, find, replace } of rules)\n`,
        `${throwing}for (const { files, find, replace } of [])\n`,
      ],
      [
        script,
        "  // The badge",
        `  { files: "docs/api.md", find: /pebble@[\\w.-]+/, replace: \`pebble@\${version}\` },\n  // The badge`,
      ],
    ],
  });
  // docs/api.md is covered, because the release is rehearsed again without its dead rules.
  expect(shown(audit)).toEqual([
    `error dead-pattern ${script}:9`,
    `error dead-pattern ${script}:12`,
    "warning already-stale docs/guide/install.md:4",
  ]);
  expect(audit.findings[0]?.why).toMatch(/^the script throws here: .*no file is called docs\/install\.md/);
  expect(audit.findings[1]?.why).toBe("the script throws at an earlier rule, and would throw here too");
});

test("leaves out one file of a rule and keeps the rule for the others", async () => {
  const manifest = (name: string) => `{\n  "name": "${name}",\n  "version": "1.2.0"\n}\n`;
  const audit = await auditFixture("dead-pattern", {
    files: {
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
      "packages/a/package.json": manifest("pebble-a"),
      "packages/b/package.json": `{\n  "name": "pebble-b",\n  "version" : "1.2.0"\n}\n`,
      "packages/c/package.json": manifest("pebble-c"),
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
import { globSync } from "glob";
const version = process.argv[2];
const rules = [{ files: "packages/*/package.json", find: /"version": ".*"/, replace: \`"version": "\${version}"\` }];
${throwing}`,
    },
  });
  expect(shown(audit).filter((line) => line.startsWith("error"))).toEqual([
    "error stale-after-bump package.json:3",
    "error stale-after-bump packages/b/package.json:3",
    `error dead-pattern ${script}:4`,
  ]);
});

test("points at the line that reads a file which is not there", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync("VERSION", "utf8");
writeFileSync("VERSION", process.argv[2]);
`,
    },
  });
  expect(told(deadPattern, audit)).toEqual([`error ${script}:2 the release rule VERSION matches no file`]);
});

test.each([
  ["tidies line ends", `writeFileSync("package.json", text.replace(/\\r\\n/g, "\\n").replace(find, next));`],
  [
    "asks before it replaces",
    `if (!text.includes("private")) writeFileSync("package.json", text.replace(find, next));`,
  ],
])("says nothing of a script that %s", async (_, line) => {
  const audit = await auditFixture("dead-pattern", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const text = readFileSync("package.json", "utf8");
const find = /"version": ".*"/;
const next = \`"version": "\${process.argv[2]}"\`;
${line}
`,
    },
  });
  expect(told(deadPattern, audit)).toEqual([]);
});

test("knows a pattern that is named, tested and never replaced with", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const badge = /badge\\/v[\\d.]+/;
const manifest = readFileSync("package.json", "utf8");
writeFileSync("package.json", manifest.replace(/"version": ".*"/, \`"version": "\${process.argv[2]}"\`));
const readme = readFileSync("README.md", "utf8");
if (badge.test(readme)) writeFileSync("README.md", readme.replace(badge, process.argv[2]));
`,
    },
  });
  expect(told(deadPattern, audit)).toEqual([
    `warning ${script}:2 the release rule /badge\\/v[\\d.]+/ finds nothing in README.md`,
    `  ${script}:6 asked for here`,
  ]);
});

test("names the item of a list from which a pattern was built", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: {
      "pins.txt": "# What the crates of this workspace are pinned to.\npebble-core 1.2.0\n",
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const pins = [
  "pebble-core",
  "pebble-cli",
];
let text = readFileSync("pins.txt", "utf8");
for (const pin of pins) text = text.replace(new RegExp(\`\${pin} .*\`), \`\${pin} \${process.argv[2]}\`);
writeFileSync("pins.txt", text);
`,
    },
  });
  expect(told(deadPattern, audit)).toEqual([
    `warning ${script}:4 the release rule /pebble-cli .*/ finds nothing in pins.txt`,
    `  ${script}:7 asked for here`,
  ]);
});

/** The findings of a release that consists of these lines. */
async function ofScript(lines: string, files: Record<string, string> = {}) {
  const text = `import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { globSync } from "glob";
const version = process.argv[2];
const bump = (path, find, next) => writeFileSync(path, readFileSync(path, "utf8").replace(find, next));
bump("package.json", /"version": ".*"/, \`"version": "\${version}"\`);
${lines}
`;
  const audit = await auditFixture("dead-pattern", { files: { ...files, [script]: text } });
  return deadPattern.check(audit);
}

test("counts the files in which a pattern finds nothing", async () => {
  const found = await ofScript(
    'for (const path of ["README.md", "docs/guide/install.md"]) bump(path, /release-\\d+/, version);',
  );
  expect(found.map(({ message }) => message)).toEqual([
    "the release rule /release-\\d+/ finds nothing in any of 2 files",
  ]);
});

const table = `const rules = [
  { files: "docs/install.md", find: /pebble@[\\w.-]+/ },
  { files: "README.md", find: /badge\\/v[\\d.]+/ },
];
`;

test.each([
  [
    "fails after it",
    `${table}for (const { files, find } of rules) for (const path of globSync(files)) bump(path, find, version);\nthrow new Error("no access");`,
    "the script passes over it without a word before it fails",
  ],
  [
    "is stopped before it",
    `(await import("node:inspector")).open();\n${table}for (const { files, find } of rules) for (const path of globSync(files)) bump(path, find, version);`,
    "the script could not be rehearsed; this rule was read in its text",
  ],
])("tells of a script that %s", async (_, lines, why) => {
  const found = await ofScript(lines);
  expect(found.map((finding) => [finding.severity, finding.why])).toEqual([
    ["warning", why],
    ["warning", why],
  ]);
});

test("an error that names the file and not the pattern is about the rule", async () => {
  const [finding] = await ofScript(
    'const text = readFileSync("README.md", "utf8");\nif (!/badge\\/v[\\d.]+/.test(text)) throw new Error("README.md is not as it was");\nwriteFileSync("README.md", text.replace(/badge\\/v[\\d.]+/, version));',
  );
  expect(finding).toMatchObject({
    severity: "error",
    why: expect.stringMatching(/^the script throws here: .*README/),
  });
});

test("a pattern whose match an earlier step took away is left to another rule", async () => {
  const text =
    'let text = readFileSync("docs/guide/install.md", "utf8");\ntext = text.replace(/pebble@.*/, "granite");\nwriteFileSync("docs/guide/install.md", text);';
  const ask =
    'const again = readFileSync("docs/guide/install.md", "utf8");\nif (!/pebble@[\\d.]+/.test(again)) throw new Error("docs/guide/install.md does not match");';
  expect(await ofScript(`${text}\n${ask}`)).toEqual([]);
});

test("a file that is read and has moved is looked for by its name", async () => {
  const read = 'writeFileSync("VERSION", readFileSync("VERSION", "utf8"));';
  const [gone] = await ofScript(read);
  expect(gone).toMatchObject({ help: "name the place where VERSION is now, or drop the rule", related: [] });
  const [moved] = await ofScript(read, { "config/VERSION": "1.2.0\n" });
  expect(moved).toMatchObject({
    help: "if the file moved to config/VERSION, name it there; else drop the rule",
    related: [expect.objectContaining({ path: "config/VERSION", message: "a file of this name is here" })],
  });
});

test.each([
  ["leaves a rule of 80 characters as it is", "a".repeat(80), "a".repeat(80)],
  ["shortens a rule that pushes the fact out of the line", "a".repeat(81), `${"a".repeat(77)}...`],
])("%s", async (_, path, shortened) => {
  const [finding] = await ofScript(`for (const path of globSync("${path}")) bump(path, "x", version);`);
  expect(finding).toMatchObject({
    message: `the release rule ${shortened} matches no file`,
    help: `name the place where ${shortened} is now, or drop the rule`,
  });
});

test("knows the substitutions of sed and perl in files, at the line of the shell that writes them", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: {
      "version-audit.toml": '[[release]]\nname = "cut"\nentry = "scripts/cut.sh"\nargs = ["{version}"]\n',
      "scripts/cut.sh": `#!/bin/bash
OLD=$(sed -n 's/.*"version": "\\(.*\\)".*/\\1/p' package.json)
sed -i "s/\\"version\\": \\"$OLD\\"/\\"version\\": \\"$1\\"/" package.json
sed -i -E -e "s/none/x/" \\
  -e "s/badge\\/none-[0-9.]+/badge\\/v$1/" README.md
for file in README.md package.json; do
  sed -i "s/pebble@$OLD/pebble@$1/" "$file"
  sed -i "s/\\($OLD\\|$1\\)/$1/" "$file"
done
perl -pi -e 's/never-[0-9]+/x/' README.md
sed -n 's/^nothing: //p' README.md
`,
    },
  });
  expect(told(deadPattern, audit).filter((line) => !line.startsWith(" "))).toEqual([
    "warning scripts/cut.sh:4 the release rule /none/ finds nothing in README.md",
    "warning scripts/cut.sh:5 the release rule /badge/none-[0-9.]+/ finds nothing in README.md",
    "warning scripts/cut.sh:7 the release rule /pebble@1.2.0/ finds nothing in any of 2 files",
    "warning scripts/cut.sh:10 the release rule /never-[0-9]+/ finds nothing in README.md",
  ]);
});

test("the heading that a release takes from a changelog is not there yet after the last one", async () => {
  const audit = await auditFixture("dead-pattern", {
    files: {
      "version-audit.toml": '[[release]]\nname = "cut"\nentry = "scripts/cut.sh"\nargs = ["{version}"]\n',
      "CHANGELOG.md": "# 1.2.0\n",
      "scripts/cut.sh":
        '#!/bin/bash\nsed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$1\\"/" package.json\nsed -i "s/^# Upcoming release/# $1/" CHANGELOG.md\nsed -i "s/^# Upcoming release/# $1/" README.md\n',
    },
  });
  expect(told(deadPattern, audit).filter((line) => !line.startsWith(" "))).toEqual([
    "warning scripts/cut.sh:4 the release rule /^# Upcoming release/ finds nothing in README.md",
  ]);
});
