import { expect, test } from "vitest";
import { notIdempotent } from "../../src/rules/not-idempotent.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";

test("rehearses the release over its own result and shows the first line that changes again", async () => {
  const audit = await auditFixture("not-idempotent");
  expect(told(notIdempotent, audit)).toEqual([
    `warning ${script}:10 a second run of the same release changes CHANGELOG.md again`,
  ]);
  expect(audit.findings[0]?.why).toBe('line 5 becomes "## 1.2.1" where the first run left "## 1.2.0"');
});

test("is silent about a heading that is only written where there is none", async () => {
  const audit = await auditFixture("not-idempotent", {
    replace: [
      [
        script,
        'bump("CHANGELOG.md"',
        'if (!readFileSync("CHANGELOG.md", "utf8").includes("## " + version)) bump("CHANGELOG.md"',
      ],
    ],
  });
  expect(audit.probes.repeated).toHaveLength(1);
  expect(shown(audit)).toEqual([]);
});

test("is silent about a script that refuses to run twice", async () => {
  const audit = await auditFixture("not-idempotent", {
    replace: [
      [
        script,
        "process.argv;\n",
        'process.argv;\nif (readFileSync("package.json", "utf8").includes(version)) process.exit(1);\n',
      ],
    ],
  });
  expect(told(notIdempotent, audit)).toEqual([]);
});

test("rehearses once where nothing but versions and blanks change", async () => {
  expect((await auditFixture("generator-order")).probes.repeated).toEqual([]);
});
