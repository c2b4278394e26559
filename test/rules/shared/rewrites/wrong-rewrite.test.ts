import { expect, test } from "vitest";
import { wrongRewrite } from "../../../../src/rules/shared/rewrites/wrong-rewrite.ts";
import { origin } from "../../../release/rehearsal-of.ts";

/** What is wrong with a place that held 1.2.0 and should hold 1.3.0; its surroundings stand outside of broken bars. */
function fault(
  before: string,
  after: string,
  kind: "manifest-version" | "dependency" = "dependency",
  path = "package.json",
) {
  const [lead = "", held = "", trail = ""] = before.includes("¦") ? before.split("¦") : ["", before, ""];
  const span = { start: lead.length, end: lead.length + held.length };
  const edit = { path, span, before: held, after, origin, release: "cut", target: null };
  const place = { lead, before: held, after, trail, edit };
  const version = /^1\.2\.0-\w+$/u.test(held) ? held : "1.2.0";
  return wrongRewrite(place, { version, kind, path, subject: null }, { current: "1.2.0", target: "1.3.0" });
}

test.each([
  ["1.2.0", "1.3.0", null],
  ["^1.2.0", "^1.3.0", null],
  ["1.2.0", "", null],
  ["1.2.0", "workspace:*", null],
  ["1.2.0", '"latest"', null],
  ["1.2.0", "*", null],
  ["1.2.0", "1.2.9", "it does not hold the new version"],
  ["1.2.0 || 1.2.0", "1.3.0 || 1.2.0", "a part of it holds the old version still"],
  ["1.2.0 || 1.2.0", "1.3.0 || 1.3.0", null],
  ["1.2.0", "1.3.0-rc.1", '"-rc.1" is left behind it'],
  ["¦1.2.0¦-rc.1", "1.3.0", null],
  ["¦1.2.0¦.4", "1.3.0.4", '".4.4" is left behind it'],
  ["^1.2.0", "^^1.3.0", "its prefix is doubled"],
  ["^1.2.0", "^~1.3.0", "its prefix is doubled"],
  ["v1.2.0", "vv1.3.0", "its prefix is doubled"],
  ["1.2.0", "=1.3.0", null],
  ["1.2.0", "11.3.0", '"1" is left before it'],
  ["1.2.0", "~1.3.0", null],
])("%s becomes %s: %s", (before, after, why) => expect(fault(before, after)).toBe(why));

test.each([
  ["1.2.0", "", "package.json", "no version is left in it"],
  ["1.2.0", "", "packages/a/package.json", "no version is left in it"],
  ["1.2.0", "", "Cargo.toml", null],
  ["1.2.0", "^1.3.0", "package.json", '"^" does not belong before it'],
  ["1.2.0", "1.3.0 ", "package.json", "it is more than the version"],
  ["1.2.0", "1.3.0", "package.json", null],
  ["1.2.0-alpha", "1.3.0-alpha", "package.json", null],
  ["1.2.0-alpha", "1.3.0-beta", "package.json", '"-beta" is left behind it'],
])("the version of a manifest, %s becomes %s in %s: %s", (before, after, path, why) => {
  expect(fault(before, after, "manifest-version", path)).toBe(why);
});

test("what stands before the mark of what is under development stays", () => {
  const span = { start: 0, end: 20 };
  const [before, version] = ["1.3.0-alpha-SNAPSHOT", "1.3.0-alpha-SNAPSHOT"];
  const rewritten = (after: string) => {
    const edit = { path: "version.kts", span, before, after, origin, release: "cut", target: null };
    const place = { lead: '"', before, after, trail: '"', edit };
    const step = { current: "1.3.0-SNAPSHOT", target: "1.3.0" };
    return wrongRewrite(place, { version, kind: "constant", path: "version.kts", subject: null }, step);
  };
  expect(rewritten("1.3.0-alpha")).toBeNull();
  expect(rewritten("1.3.0-beta")).toBe('"-beta" is left behind it');
});

test("the variant of an image stays in its tag, and behind another name the same is too much", () => {
  const place = (held: string, after: string) => ({
    ...{ lead: "lamp:", before: held, after, trail: "" },
    edit: {
      path: "a",
      span: { start: 5, end: 5 },
      before: held,
      after,
      origin,
      release: "cut",
      target: null,
    },
  });
  const step = { current: "1.2.0", target: "1.3.0" };
  const said = (type: "image" | "npm", after: string) =>
    wrongRewrite(
      place("1.1.0-alpine", after),
      { version: "1.1.0-alpine", kind: "snippet", path: "a", subject: { type, name: "lamp" } },
      step,
    );
  expect(said("image", "1.3.0-alpine")).toBeNull();
  expect(said("image", "1.3.0-slim")).toBe('"-slim" is left behind it');
  expect(said("npm", "1.3.0-alpine")).toBe('"-alpine" is left behind it');
});
