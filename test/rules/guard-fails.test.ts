import { expect, test } from "vitest";
import { guardFails } from "../../src/rules/guard-fails.ts";
import { auditFixture } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const guard = "scripts/check-versions.sh";

test("a check of the repository's own that passes now and fails after the release is an error at its line", async () => {
  const audit = await auditFixture("guard-fails");
  expect(told(guardFails, audit)).toEqual([
    `error ${guard}:7 ${guard} passes now, and fails once the release is made`,
  ]);
  const [finding] = audit.findings.filter(({ rule }) => rule === "guard-fails");
  expect(finding?.why).toBe("it says: src/version.py has 1.2.0 instead of 1.2.1");
});

test("is silent once the release writes what the check asks for, and where the check fails already", async () => {
  const write = 'writeFileSync("src/version.py", `VERSION = "$' + '{version}"\\n`);\n';
  const repaired = await auditFixture("guard-fails", {
    replace: [["scripts/release.mjs", "const manifest", `${write}const manifest`]],
  });
  expect(told(guardFails, repaired)).toEqual([]);
  const failing = await auditFixture("guard-fails", { files: { "src/version.py": 'VERSION = "1.1.0"\n' } });
  expect(told(guardFails, failing)).toEqual([]);
});

test("is silent about a check that nobody calls, and about one that asks git", async () => {
  const uncalled = await auditFixture("guard-fails", {
    replace: [["package.json", guard, "scripts/other.sh"]],
  });
  expect(told(guardFails, uncalled)).toEqual([]);
  const asking = await auditFixture("guard-fails", {
    replace: [[guard, "set -e", "set -e; git describe --tags > /dev/null 2>&1 || true"]],
  });
  expect(told(guardFails, asking)).toEqual([]);
});

test("knows a check in JavaScript that a workflow calls, and what the release may change before it", async () => {
  const audit = await auditFixture("guard-fails", {
    files: {
      ".github/workflows/ci.yml": "jobs: { a: { steps: [{ run: node ci/validate-release.mjs }] } }\n",
      "ci/validate-release.mjs": `import { readFileSync } from "node:fs";
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
if (!readFileSync("src/version.py", "utf8").includes(version)) throw new Error(\`src/version.py is not at $\{version}\`);
`,
    },
    replace: [
      ["package.json", guard, "scripts/other.sh"],
      [
        "scripts/release.mjs",
        "const [version]",
        'import { execSync } from "node:child_process";\nprocess.on("exit", () => execSync("some-generator"));\nconst [version]',
      ],
    ],
  });
  expect(told(guardFails, audit)).toEqual([
    "warning ci/validate-release.mjs:3 ci/validate-release.mjs passes now, and fails once the release is made",
  ]);
});
