import { expect, test } from "vitest";
import type { Rehearsal, Write } from "../../src/release/rehearsal.ts";
import { notIdempotent } from "../../src/rules/not-idempotent.ts";
import { rehearsal, soFar } from "../judge/judged.ts";
import { origin } from "../release/rehearsal-of.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

const script = "scripts/release.mjs";

test("rehearses the release over its own result and shows the first line that changes again", async () => {
  const audit = await auditFixture("not-idempotent");
  expect(told(notIdempotent, audit)).toEqual([
    `note ${script}:10 a second run of the same release changes CHANGELOG.md again`,
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

test("holds what the second run found against what it left, file by file", () => {
  const again = (...contents: (string | Uint8Array | null)[]) => {
    const writes = contents.slice(1).map(
      (after, index): Write => ({
        path: "a.txt",
        before: contents[index] ?? null,
        after,
        origin: { ...origin, line: index + 1 },
      }),
    );
    const second = rehearsal({ writes });
    const audit = soFar(
      { "scripts/release.mjs": "one();\ntwo();\n" },
      {},
      { probes: { continued: [], uncalled: [], repeated: [{ first: second, second }], guarded: [] } },
    );
    return notIdempotent.check(audit).map(({ location, why }) => `${location.line} ${why}`);
  };
  expect(again("a\nb\n", "a\nb\n")).toEqual([]);
  expect(again("a\nb\n", "c\n", "a\nb\n")).toEqual([]);
  expect(again("a\nb\n", "a\nb 9.9.9\n", "a\nb 9.9.9 9.9.9\n")).toEqual([
    '2 line 2 becomes "b 2.4.1 2.4.1" where the first run left "b"',
  ]);
  expect(again("a\nb", "a")).toEqual(["1 null"]);
  expect(again("a", "a\nb.9")).toEqual(['1 line 2 becomes "b.1" where the first run left ""']);
  expect(again("a", null)).toEqual(["1 null"]);
  expect(again(new Uint8Array([0, 1]), new Uint8Array([0, 1]))).toEqual([]);
  expect(again(new Uint8Array([0, 1]), new Uint8Array([0, 2]))).toEqual(["1 null"]);
  expect(again(new Uint8Array([0, 1]), "a")).toEqual(["1 null"]);
  expect(again("a", new Uint8Array([0, 1]))).toEqual(["1 null"]);
  expect(again("  a", `  ${"b".repeat(500)}`)).toEqual([
    `1 line 1 becomes "${"b".repeat(80)}" where the first run left "a"`,
  ]);
});

test("is silent about a second run that refuses half way, and about what no script of the repository writes", () => {
  const write: Write = { path: "a.txt", before: "a\n", after: "b\n", origin: { ...origin, line: 1 } };
  const found = (happened: Partial<Rehearsal>) => {
    const second = rehearsal({ writes: [write], ...happened });
    const probes = { continued: [], uncalled: [], repeated: [{ first: second, second }], guarded: [] };
    return told(notIdempotent, soFar({ "scripts/release.mjs": "one();\n" }, {}, { probes }));
  };
  expect(found({})).toHaveLength(1);
  const outcome = { ended: "failed", message: "already cut", exitCode: 1, origin: null } as const;
  expect(found({ outcome })).toEqual([]);
  const foreign = { ...write, origin: { ...origin, path: "node_modules/cut/index.mjs" } };
  expect(found({ writes: [foreign] })).toEqual([]);
});
