import { expect, test } from "vitest";
import { notRehearsed } from "../../src/rules/not-rehearsed.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";
const answered = `[[release]]
name = "cut"
entry = "${script}"
args = ["{version}"]

[release.answers]
"gh api user" = '{ "login": "pebble" }'
`;

test("names the line at which the script stops", async () => {
  const audit = await auditFixture("not-rehearsed");
  expect(told(notRehearsed, audit)).toEqual([
    expect.stringMatching(new RegExp(`^error ${script}:9 the release \`cut\` fails: .*JSON`)),
  ]);
});

test("does not blame a script that was only recognised, and says how it was called", async () => {
  const files = {
    "version-audit.toml": "",
    [script]: `import { writeFileSync } from "node:fs";
const version = process.argv[2];
if (process.argv[3] === undefined) throw new Error("channel?");
writeFileSync("package.json", version);
`,
  };
  const audit = await auditFixture("not-rehearsed", { files });
  const [finding] = audit.findings.filter(({ rule }) => rule === "not-rehearsed");
  expect(finding?.help).toContain(`as its text suggests, ${script} {version}; if that is not how`);
});

test("shows text of the script where the engine counts other lines than editors do", async () => {
  const entry = "scripts/release.ts";
  const text = "// first\r// second\rconst x: = 'no';\r";
  const files = { "version-audit.toml": answered.replace(script, entry), [entry]: text };
  const audit = await auditFixture("not-rehearsed", { files });
  const [finding] = audit.findings.filter(({ rule }) => rule === "not-rehearsed");
  expect(finding?.location).toMatchObject({ path: entry, line: 1, lineText: text.trimEnd() });
});

test("is silent once the configuration answers what the script asks", async () => {
  const audit = await auditFixture("not-rehearsed", { files: { "version-audit.toml": answered } });
  expect(shown(audit)).toEqual([]);
});

test("no ignore and no comment leaves it out", async () => {
  const audit = await auditFixture("not-rehearsed", {
    files: {
      "version-audit.toml": `[[release]]
name = "cut"
entry = "${script}"
args = ["{version}"]

[[ignore]]
path = "${script}"
rule = "not-rehearsed"
reason = "we would rather not know"
`,
    },
  });
  expect(shown(audit)).toContain(`error not-rehearsed ${script}:9`);
});

test("a script that the sandbox refuses is shown at its start, with the way out", async () => {
  const entry = "scripts/release.py";
  const files = {
    "version-audit.toml": answered.replace(script, entry),
    [entry]: "#!/usr/bin/env python3\nprint(1)\n",
  };
  const audit = await auditFixture("not-rehearsed", { files });
  expect(notRehearsed.check(audit)).toEqual([
    expect.objectContaining({
      severity: "error",
      message: `the release \`cut\` cannot be rehearsed: ${entry} is no JavaScript, TypeScript or shell`,
      location: expect.objectContaining({
        path: entry,
        line: 1,
        column: 1,
        lineText: "#!/usr/bin/env python3",
      }),
      label: "the sandbox stops here",
      help: "rehearse natively with `command` and --engine command",
    }),
  ]);
});

test.each([
  ["were all answered", 'execSync("git rev-parse HEAD");\nthrow new Error("no");', /^a native run/],
  [
    "were answered but for one",
    'execSync("git rev-parse HEAD");\nexecSync("gh api user");\nthrow new Error("no");',
    /^give the output/,
  ],
])("knows what helps a failing script whose commands %s", async (_, lines, help) => {
  const text = `import { execSync } from "node:child_process";\n${lines}\n`;
  const audit = await auditFixture("not-rehearsed", { files: { [script]: text } });
  expect(notRehearsed.check(audit)[0]?.help).toMatch(help);
});
