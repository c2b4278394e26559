import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { guardFails } from "../../src/rules/guard-fails.ts";
import { repositoryOf } from "../release/past-releases/repository-of.ts";
import { committing } from "../repository/files/git-environment.ts";
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

test("what the check asks for is owed, and it is said which check that is", async () => {
  const audit = await auditFixture("guard-fails");
  const stale = audit.findings.filter(({ rule }) => rule === "stale-after-bump");
  expect(stale.map(({ severity, location }) => `${severity} ${location.path}`)).toEqual([
    "error src/version.py",
  ]);
  expect(stale[0]?.why).toContain(`, and ${guard} fails where this place alone keeps its version`);
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

test("does not say that a check fails over a lockfile that the release refreshes", async () => {
  const audit = await auditFixture("guard-fails", {
    replace: [
      [
        "scripts/release.mjs",
        "const [version]",
        'import { execSync } from "node:child_process";\nprocess.on("exit", () => execSync("npm install"));\nconst [version]',
      ],
      ["package.json", guard, "ci/check-version.mjs"],
    ],
    files: {
      "package-lock.json": '{ "name": "lumen", "version": "1.2.0", "lockfileVersion": 3, "packages": {} }\n',
      "ci/check-version.mjs": `import { readFileSync } from "node:fs";
const version = (path) => JSON.parse(readFileSync(path, "utf8")).version;
if (version("package.json") !== version("package-lock.json")) throw new Error("the lockfile is behind");
`,
    },
  });
  expect(told(guardFails, audit)).toEqual([
    "note ci/check-version.mjs:3 whether ci/check-version.mjs passes once the release is made is not known",
  ]);
  const [finding] = audit.findings.filter(({ rule }) => rule === "guard-fails");
  expect(finding?.why).toBe(
    "it says: Error: the lockfile is behind; it reads package-lock.json, which `npm install` would write before",
  );
});

test("does not say that a check fails over what the last release wrote in parts", async () => {
  const tree = (version: string): Record<string, string> => {
    const [major, minor, patch] = version.split(".");
    return {
      "package.json": `{ "name": "mossy", "version": "${version}", "scripts": { "prepublishOnly": "node scripts/check-versions.mjs" } }\n`,
      "src/versions.mjs": `export const version = {\n  major: ${major},\n  minor: ${minor},\n  patch: ${patch},\n};\n`,
    };
  };
  const check = `import { readFileSync } from "node:fs";
import { version } from "../src/versions.mjs";
const held = JSON.parse(readFileSync("package.json", "utf8")).version;
if (held !== \`\${version.major}.\${version.minor}.\${version.patch}\`) {
  console.error("they differ");
  process.exit(1);
}
`;
  const root = repositoryOf([
    { files: { ...tree("1.0.0"), "scripts/check-versions.mjs": check }, tag: "v1.0.0" },
    { files: tree("1.1.0"), tag: "v1.1.0" },
    { files: tree("1.2.0"), tag: "v1.2.0" },
  ]);
  const { findings } = await audit({ root, environment: committing });
  expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    "note whether scripts/check-versions.mjs passes once the release is made is not known",
  ]);
});
