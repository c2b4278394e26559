import { expect, test } from "vitest";
import { noIgnores } from "../../src/judge/ignores.ts";
import { withoutIgnores } from "../../src/rules/without-ignores.ts";
import { soFar } from "../judge/judged.ts";

const entry = { "version-audit.toml": '[[ignore]]\npath = "docs/**"\nreason = "an example"\n' };
const readme = "Run `npm install @lumen/core@2.4.0`.\n";
const remark = { "README.md": `<!-- version-audit-ignore: an example -->\n${readme}` };

test("what is ignored gets the verdict that it would have, and nothing else changes", () => {
  const files = { ...entry, ...remark, "docs/use.md": readme };
  const audit = soFar(files);
  const ignored = audit.occurrences.filter(({ verdict }) => verdict === "ignored");
  expect(ignored.map(({ path }) => path)).toEqual(["README.md", "docs/use.md"]);
  const without = withoutIgnores(audit);
  expect(without.evidence.ignores).toBe(noIgnores);
  const changed = without.occurrences.filter((occurrence, index) => occurrence !== audit.occurrences[index]);
  expect(changed.map(({ path, verdict }) => [path, verdict])).toEqual([
    ["README.md", "stale"],
    ["docs/use.md", "stale"],
  ]);
});
