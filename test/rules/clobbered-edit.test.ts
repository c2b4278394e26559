import { expect, test } from "vitest";
import { clobberedEdit } from "../../src/rules/clobbered-edit.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";

test("tells what takes an edit back, and what takes a match away", async () => {
  const audit = await auditFixture("clobbered-edit");
  expect(told(clobberedEdit, audit)).toEqual([
    `warning ${script}:10 /banner = "pebble 1\\.2\\.0"/ no longer finds anything in src/about.ts after an earlier step of the bump`,
    `  ${script}:17 this write takes its match away`,
    "error package.json:3 the bump of package.json is undone by a later write",
    `  ${script}:17 the new version is written here`,
    `  ${script}:14 and this write brings the old text back`,
  ]);
});

test("explains the place that stays behind, which is not reported twice", async () => {
  const audit = await auditFixture("clobbered-edit");
  expect(audit.occurrences.find(({ path }) => path === "package.json")?.verdict).toBe("stale");
  expect(shown(audit)).toEqual([
    "error clobbered-edit package.json:3",
    `warning clobbered-edit ${script}:10`,
  ]);
});

test("blames no write for what the script itself replaced in memory before it wrote", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
writeFileSync("package.json", readFileSync("package.json", "utf8").replace(/"version": ".*"/, \`"version": "\${version}"\`));
const all = readFileSync("src/about.ts", "utf8").replace(/1\\.2\\.0/g, version);
writeFileSync("src/about.ts", all.replace(/banner = "pebble 1\\.2\\.0"/, ""));
`,
    },
  });
  expect(told(clobberedEdit, audit)).toEqual([
    `warning ${script}:5 /banner = "pebble 1\\.2\\.0"/ no longer finds anything in src/about.ts after an earlier step of the bump`,
  ]);
});

test("is silent when every step reads what the one before it wrote", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const [, , version] = process.argv;
bump("package.json", /"version": ".*"/, \`"version": "\${version}"\`);
bump("src/about.ts", /_VERSION = ".*"/, \`_VERSION = "\${version}"\`);
bump("src/about.ts", /banner = "pebble 1\\.2\\.0"/, \`banner = "pebble \${version}"\`);
bump("src/about.ts", /banner = "pebble/, 'banner = "Pebble');
function bump(path, find, replace) {
  writeFileSync(path, readFileSync(path, "utf8").replace(find, replace));
}
`,
    },
  });
  expect(shown(audit).filter((line) => line.includes("clobbered-edit"))).toEqual([]);
});

test("is an error where the script throws over the match that is gone, and the rest is audited all the same", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
const rules = [
  { file: "src/about.ts", find: /1\\.2\\.0/g, replace: version },
  { file: "src/about.ts", find: /banner = "pebble 1\\.2\\.0"/, replace: "" },
  { file: "package.json", find: /"version": ".*"/, replace: \`"version": "\${version}"\` },
];
for (const { file, find, replace } of rules) {
  const text = readFileSync(file, "utf8");
  if (text.search(find) === -1) throw new Error(\`\${file} has no \${find}\`);
  writeFileSync(file, text.replace(find, replace));
}
`,
    },
  });
  expect(shown(audit)).toEqual([`error clobbered-edit ${script}:5`]);
});

test("only the pattern over which the script throws is an error, in the file in which it does", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      "src/title.ts": 'export const banner = "pebble 1.2.0";\n',
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
bump("package.json", /"version": ".*"/, \`"version": "\${version}"\`);
bump("src/title.ts", /1\\.2\\.0/g, version);
bump("src/about.ts", /1\\.2\\.0/g, version);
const banner = /banner = "pebble 1\\.2\\.0"/;
bump("src/title.ts", banner, "");
bump("src/about.ts", /_VERSION = "1\\.2\\.0"/, "");
bump("src/about.ts", banner, "", true);
function bump(path, find, replace, must = false) {
  const text = readFileSync(path, "utf8");
  if (must && !find.test(text)) throw new Error(\`\${path} has no \${find}\`);
  writeFileSync(path, text.replace(find, replace));
}
`,
    },
  });
  expect(told(clobberedEdit, audit).filter((line) => !line.startsWith(" "))).toEqual([
    `warning ${script}:6 /banner = "pebble 1\\.2\\.0"/ no longer finds anything in src/title.ts after an earlier step of the bump`,
    `warning ${script}:8 /_VERSION = "1\\.2\\.0"/ no longer finds anything in src/about.ts after an earlier step of the bump`,
    `error ${script}:6 /banner = "pebble 1\\.2\\.0"/ no longer finds anything in src/about.ts after an earlier step of the bump`,
  ]);
});

test("no write is blamed for what the script changes in memory", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      [script]: `import { readFileSync, writeFileSync } from "node:fs";
const version = process.argv[2];
bump("package.json", /"version": ".*"/, \`"version": "\${version}"\`);
const about = readFileSync("src/about.ts", "utf8").replace(/1\\.2\\.0/g, version);
writeFileSync("src/notice.ts", about.replace(/banner = "pebble 1\\.2\\.0"/, ""));
function bump(path, find, replace) {
  writeFileSync(path, readFileSync(path, "utf8").replace(find, replace));
}
`,
    },
  });
  expect(told(clobberedEdit, audit)).toEqual([
    `warning ${script}:5 /banner = "pebble 1\\.2\\.0"/ no longer finds anything in src/about.ts after an earlier step of the bump`,
  ]);
});

test("an undone edit explains the places that it should have written, and is folded with those of the same write", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      "package.json":
        '{\n  "name": "pebble",\n  "version": "1.2.0",\n  "keywords": [\n    "stone"\n  ],\n  "dependencies": {\n    "@pebble/core": "1.2.0"\n  }\n}\n',
    },
  });
  const undone = clobberedEdit.check(audit).filter(({ severity }) => severity === "error");
  expect(undone).toMatchObject([{ family: "package.json 14", location: { line: 3 } }]);
  expect(undone[0]?.explains?.map(({ path, version, kind }) => [path, version, kind])).toEqual([
    ["package.json", "1.2.0", "manifest-version"],
  ]);
});

test("knows a script of a shell that writes back what it has read before", async () => {
  const audit = await auditFixture("clobbered-edit", {
    files: {
      "scripts/release.sh": `old=$(cat package.json)
sed -i "s/\\"version\\": \\".*\\"/\\"version\\": \\"$1\\"/" package.json
echo "$old" > package.json
`,
      "version-audit.toml": '[[release]]\nname = "cut"\nentry = "scripts/release.sh"\nargs = ["{version}"]\n',
    },
  });
  expect(told(clobberedEdit, audit)).toEqual([
    "error package.json:3 the bump of package.json is undone by a later write",
    "  scripts/release.sh:2 the new version is written here",
    "  scripts/release.sh:3 and this write brings the old text back",
  ]);
});
