import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { agreement, idiomsOf, type RealShell } from "./script-agreement.ts";

const folder = join(import.meta.dirname, "idioms");
const tables = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));

/** Every idiom of a shell, whatever table it stands in. */
function idiomsFor(shell: RealShell) {
  return tables.flatMap((table) => idiomsOf(table, shell));
}

test("the idioms are many, and each has a name of its own", () => {
  const names = [...new Set([...idiomsFor("bash"), ...idiomsFor("dash")])].map(({ name }) => name);
  expect(new Set(names).size).toBeGreaterThanOrEqual(400);
  expect(new Set(idiomsFor("bash").map(({ name }) => name)).size).toBe(idiomsFor("bash").length);
});

test.each(["bash", "dash"] as const)("scripts do as in %s, or are refused", {
  timeout: 300_000,
}, async (shell) => {
  const idioms = idiomsFor(shell);
  const { equal, refused, different } = await agreement(idioms, shell);
  expect(different).toEqual([]);
  expect(equal / idioms.length, refused.join("\n")).toBeGreaterThanOrEqual(0.9);
});
