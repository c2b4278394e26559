import { expect, it } from "vitest";
import { Ending } from "../../src/sandbox/host/ending.ts";
import { Recorder } from "../../src/sandbox/host/record/recorder.ts";
import { rehearseFiles } from "./rehearse-files.ts";

/** Shorter than a configuration may ask for, so that the tests are quick. */
const quick = { timeoutSeconds: 0.3 };

it.each([
  "for (;;);",
  "while (true) { try { while (true) {} } catch {} finally { continue } }",
  "await (async function again() { await null; return again(); })();",
  "function again() { return Promise.resolve().then(again) } again();",
  "const again = () => queueMicrotask(again); again();",
  "/^(a+)+$/.test('a'.repeat(50) + 'b');",
  "Array.from({ length: 1e9 }, (_, i) => i % 2).reverse();",
  "const handler = { get: (t, k, r) => r }; let p = new Proxy({}, handler); for (;;) p = p.x;",
  "Object.defineProperty(globalThis, 'x', { get() { for (;;); } }); x;",
])("does not hang: %s", async (script) => {
  const { outcome } = await rehearseFiles({ "bump.mjs": script }, quick);
  expect(outcome).toMatchObject({ ended: "stopped" });
});

it("says which bound was reached and how to raise it", async () => {
  const { outcome } = await rehearseFiles({ "bump.mjs": "for (;;);" }, quick);
  expect(outcome).toEqual({
    ended: "stopped",
    message: "the script did not end within 0.3 s",
    help: "look for an endless loop, or raise timeoutSeconds of the release",
    origin: null,
  });
});

it("lets no script wait: timers fire in virtual time", async () => {
  const script = `import { setTimeout as sleep } from "node:timers/promises";
const start = Date.now(); await sleep(60 * 60 * 1000); while (Date.now() < start + 2 * 60 * 60 * 1000) await sleep(1000 * 60);`;
  const { outcome } = await rehearseFiles({ "bump.mjs": script });
  expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
});

it.each([
  ["setInterval(() => {}, 1000 * 60 * 60)", "waits for more than a day"],
  ["const again = () => setTimeout(again, 60 * 1000); again();", "waits for more than a day"],
  ["const all = []; for (;;) all.push('x'.repeat(1e5) + all.length);", "more memory"],
  ["const all = []; for (;;) all.push({ a: [1, 2, 3] });", "more memory"],
  ["let chain = []; for (;;) chain = [chain];", "more memory"],
  ["const all = new Map(); for (let i = 0; ; i++) all.set(i, [i]);", "more memory"],
  ["let text = 'x'; for (;;) text += text;", "string too long"],
  ["function deeper() { return 1 + deeper() } deeper();", "stack overflow"],
  ["const deep = '['.repeat(1e6); JSON.parse(deep);", "nest too deeply"],
  ["class A { get x() { return this.x } } new A().x;", "stack overflow"],
  ["import fs from 'node:fs'; for (;;) fs.appendFileSync('f', 'x'.repeat(1e6));", "writes more than 256 MiB"],
  ["const line = 'x'.repeat(1e5); for (;;) console.log(line);", "prints more than 16 Mi characters"],
  [
    "import { existsSync } from 'node:fs'; import { execFileSync } from 'node:child_process'; const long = 'x'.repeat(1e6); for (;;) { existsSync(long); execFileSync('make', [long]); }",
    "asks for more than 128 Mi characters",
  ],
])("bounds everything else: %s", async (script, message) => {
  const { outcome } = await rehearseFiles({ "bump.mjs": script }, { memoryMiB: 24 });
  expect(outcome).toMatchObject({ ended: "stopped", message: expect.stringContaining(message) });
});

it("bounds the size of what is held, and not only how much of it there is", async () => {
  const script = "const all = []; for (;;) { all.push('x'.repeat(1e6)); console.log(all.length); }";
  const { outcome, log } = await rehearseFiles({ "bump.mjs": script }, { memoryMiB: 24 });
  expect(outcome).toMatchObject({ ended: "stopped", message: expect.stringContaining("more memory") });
  expect(Number(log.at(-1)?.text)).toBeLessThan(30);
});

it("bounds how much is recorded", () => {
  const ending = new Ending();
  const recorder = new Recorder(() => ({ path: "bump.ts", line: 3, column: 1, function: null }), ending);
  for (let i = 0; i < 300_000; i++) recorder.look("/repo/f", "exists", false);
  expect(recorder.looks).toHaveLength(250_000);
  expect(ending.outcome).toMatchObject({ ended: "stopped", origin: { line: 3 } });
});

it("keeps what was written before the bound was reached", async () => {
  const script = "import fs from 'node:fs'; fs.writeFileSync('f', 'new'); for (;;);";
  const { writes } = await rehearseFiles({ "bump.mjs": script }, quick);
  expect(writes).toMatchObject([{ path: "f", before: null, after: "new" }]);
});

it("can rehearse again after every kind of end", async () => {
  for (const script of [
    "for (;;);",
    "function f() { f() } f();",
    "process.exit(1)",
    "JSON.parse('['.repeat(1e6))",
    "x =",
  ]) {
    await rehearseFiles({ "bump.mjs": script }, quick);
    const { outcome } = await rehearseFiles({ "bump.mjs": "console.log(1)" });
    expect(outcome).toEqual({ ended: "completed", exitCode: 0 });
  }
});

it("gives the same every time", async () => {
  const script = `import { randomUUID, randomBytes } from "node:crypto"; import { mkdtempSync } from "node:fs"; import os from "node:os";
console.log(new Date().toISOString(), Date.now(), Math.random(), randomUUID(), randomBytes(4).toString("hex"), performance.now(), process.hrtime());
console.log(mkdtempSync(os.tmpdir() + "/x-"), os.hostname(), os.userInfo().username, process.pid, process.env, new Date(2024, 0, 1, 12).toString(), new Date("2024-06-01T10:00").getHours());`;
  const [first, second] = await Promise.all([
    rehearseFiles({ "bump.mjs": script }),
    rehearseFiles({ "bump.mjs": script }),
  ]);
  expect(first.log).toEqual(second.log);
  expect(first.log[0]?.text).toMatch(/^2000-01-01T00:00:00\.\d{3}Z /);
  expect(first.log[1]?.text).toContain("Mon Jan 01 2024 12:00:00 GMT+0000 (Coordinated Universal Time) 10");
});

it("starts its clock where the configuration says", async () => {
  const env = { SOURCE_DATE_EPOCH: "1700000000" };
  const { log } = await rehearseFiles(
    { "bump.mjs": "console.log(new Date().toISOString().slice(0, 10))" },
    { env },
  );
  expect(log[0]?.text).toBe("2023-11-14\n");
});
