import { expect, test } from "vitest";
import type { Audit } from "../../src/findings/audit.ts";
import { guardGap } from "../../src/rules/guard-gap.ts";
import { auditFixture } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const guard = "scripts/check-versions.sh";
const compared = `${guard} fails where this place alone keeps its version`;

/** A check of `src/version.py`, and of what `lines` say. */
function checking(lines: string): string {
  return `#!/bin/sh
set -e
expected=$(sed -n 's/.*"version": "\\(.*\\)".*/\\1/p' package.json)
grep -q "VERSION = \\"$expected\\"" src/version.py
${lines}
`;
}

/** The verdict on the first version of a file, how sure it is, whether it is reported, and why. */
function judged({ occurrences }: Audit, file: string): string {
  const place = occurrences.find(({ path }) => path === file);
  if (place === undefined) throw new RangeError(`nothing was found in ${file}`);
  const { verdict, certainty, owed, unreported, reason } = place;
  return `${certainty} ${verdict}, ${owed ? "owed" : "not owed"}, ${unreported ?? "reported"}: ${reason}`;
}

const channel = "ring 7 of the moon at 1.2.0, and 3.4.5 of the sun\n";

test("a place that nothing names is the product's where a check fails over it alone", async () => {
  const unchecked = await auditFixture("guard-fails", { files: { "deploy/rings.dat": channel } });
  expect(judged(unchecked, "deploy/rings.dat")).toMatch(/^likely external, not owed/);

  const audit = await auditFixture("guard-fails", {
    files: {
      "deploy/rings.dat": channel,
      [guard]: checking('grep -q "of the moon at $expected," deploy/rings.dat'),
    },
  });
  expect(judged(audit, "deploy/rings.dat")).toBe(
    `proved stale, owed, reported: ${compared}, and nothing writes it`,
  );
  const errors = audit.findings.filter(({ rule }) => rule === "stale-after-bump");
  expect(errors.map(({ severity, location }) => `${severity} ${location.path}:${location.line}`)).toEqual([
    "error deploy/rings.dat:1",
    "error src/version.py:1",
  ]);
});

test("what a check only reads, or searches the whole tree for, is not the product's", async () => {
  const audit = await auditFixture("guard-fails", {
    files: {
      "deploy/rings.dat": channel,
      "deploy/orbits.dat": channel,
      [guard]: checking("cat deploy/rings.dat > /dev/null\ngrep -rq nowhere . || true"),
    },
  });
  expect(judged(audit, "src/version.py")).toMatch(new RegExp(`^proved stale, owed, reported: .*${compared}`));
  for (const file of ["deploy/rings.dat", "deploy/orbits.dat"])
    expect(judged(audit, file)).toMatch(/^likely external, not owed/);
});

test("nothing is known of the places of a check that fails over something else as well", async () => {
  const audit = await auditFixture("guard-fails", {
    files: {
      "deploy/rings.dat": channel,
      "deploy/length.txt": "5\n",
      [guard]: checking(
        'grep -q "of the moon at $expected," deploy/rings.dat\ntest "$(cat deploy/length.txt)" -eq 5\ntest "$expected" = 1.2.0',
      ),
    },
  });
  expect(judged(audit, "deploy/rings.dat")).toMatch(/^likely external, not owed/);
});

test("a heading of a changelog stays history, also where a check looks for that of the release", async () => {
  const audit = await auditFixture("guard-fails", {
    files: {
      "CHANGELOG.md": "# Changelog\n\n## 1.2.0\n\n- rings\n\n## 1.1.0\n\n- moons\n",
      [guard]: checking('grep -q "^## $expected$" CHANGELOG.md'),
    },
  });
  expect(judged(audit, "CHANGELOG.md")).toMatch(/pinned, not owed/);
  expect(judged(audit, "src/version.py")).toContain(compared);
});

test("one of many places that a check compares is told from those that it does not", async () => {
  const names = Array.from({ length: 12 }, (_, index) => `ring-${String.fromCharCode(97 + index)}`);
  const audit = await auditFixture("guard-fails", {
    files: {
      ...Object.fromEntries(names.map((name) => [`deploy/${name}.dat`, channel])),
      [guard]: checking(
        'for file in deploy/*.dat; do cat "$file" > /dev/null; done\nfor name in c j; do grep -q "at $expected," deploy/ring-$name.dat; done',
      ),
    },
  });
  const stale = audit.occurrences.filter(({ path, verdict }) => path.endsWith(".dat") && verdict === "stale");
  expect(stale.map(({ path }) => path)).toEqual(["deploy/ring-c.dat", "deploy/ring-j.dat"]);
});

test("what is compared beside a place that the release writes in the same file is found by its order", async () => {
  const audit = await auditFixture("guard-fails", {
    files: {
      "package.json":
        '{\n  "name": "pebble",\n  "version": "1.2.0",\n  "scripts": { "check": "sh scripts/check-versions.sh" },\n  "moon": "at 1.2.0"\n}\n',
      [guard]: checking('grep -q "at $expected" package.json'),
    },
    replace: [
      [
        "scripts/release.mjs",
        "JSON.stringify({ ...manifest, version }, null, 2)",
        'readFileSync("package.json", "utf8").trimEnd().replace(/("version": ")[^"]*/, "$1" + version)',
      ],
    ],
  });
  const places = audit.occurrences.filter(({ path }) => path === "package.json");
  expect(places.map(({ verdict, certainty }) => `${certainty} ${verdict}`)).toEqual([
    "proved covered",
    "proved stale",
  ]);
});

test("a constant whose siblings a check reads and that it leaves out is a warning at the check", async () => {
  const source = 'VERSION = "1.2.0"\n';
  const audit = await auditFixture("guard-fails", {
    files: {
      "parts/moon/version.py": source,
      "parts/ring/version.py": source,
      "parts/star/version.py": source,
      [guard]: checking('for name in moon ring; do\n  grep -q "$expected" "parts/$name/version.py"\ndone'),
    },
  });
  expect(told(guardGap, audit)).toEqual([
    `warning ${guard}:6 ${guard} does not read parts/star/version.py, which holds the version as well`,
    "  parts/star/version.py:1 this one is left out",
  ]);
});

test("a manifest that a check imports is read by it", async () => {
  const manifest = (name: string): string => `{ "name": "@pebble/${name}", "version": "1.2.0" }\n`;
  const names = ["a", "b", "c", "d"];
  const check = `import { readFileSync } from "node:fs";
import a from "../packages/a/package.json" with { type: "json" };
const read = (path) => JSON.parse(readFileSync(path, "utf8")).version;
for (const name of ["b", "c"]) if (read(\`packages/$\{name}/package.json\`) !== a.version) throw new Error(name);
`;
  const audit = await auditFixture("guard-fails", {
    replace: [
      ["package.json", guard, "ci/check-version.mjs"],
      ["package.json", '"version"', '"workspaces": ["packages/*"],\n  "version"'],
    ],
    files: {
      "ci/check-version.mjs": check,
      ...Object.fromEntries(names.map((name) => [`packages/${name}/package.json`, manifest(name)])),
    },
  });
  expect(told(guardGap, audit)).toEqual([
    "warning ci/check-version.mjs:3 ci/check-version.mjs does not read packages/d/package.json, which holds the version as well",
    "  packages/d/package.json:1 this one is left out",
  ]);
});
