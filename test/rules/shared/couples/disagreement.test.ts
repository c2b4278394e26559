import { expect, test } from "vitest";
import { findDisagreement } from "../../../../src/rules/shared/couples/disagreement.ts";
import type { MemberRole, MemberValue } from "../../../../src/rules/shared/couples/member-value.ts";

/** Members as `role value`, for example `holds 3`. */
function members(...written: string[]): MemberValue[] {
  return written.map((one, index) => {
    const [role = "", value = ""] = one.split(" ");
    const location = { path: `${index}`, line: 1, column: 1, endLine: 1, endColumn: 1, lineText: "" };
    return { what: one, value: value === "?" ? null : value, how: null, location, role: role as MemberRole };
  });
}

function judged(...written: string[]): string | null {
  const disagreement = findDisagreement(members(...written));
  if (disagreement === null) return null;
  return `${disagreement.right}: ${disagreement.odd.map(({ what }) => what).join(", ")}`;
}

test("the highest schema is right, even against a majority", () => {
  expect(judged("holds 2", "holds 2", "decides 3")).toBe("3: holds 2, holds 2");
  expect(judged("holds 4", "decides 3")).toBe("3: holds 4");
});

test("a strict majority is right where there is no schema", () => {
  expect(judged("holds 2", "holds 3", "holds 3")).toBe("3: holds 2");
  expect(judged("holds 2", "holds 3")).toBe("null: holds 2, holds 3");
});

test("what constants hold is right against what imports name", () => {
  expect(judged("names 3", "holds 4")).toBe("4: names 3");
});

test("constants are named before re-exports and copies", () => {
  expect(judged("decides 2", "names 2", "holds 2", "decides 3")).toBe("3: holds 2, names 2, decides 2");
});

test("what is not known neither agrees nor disagrees", () => {
  expect(judged("holds 2", "holds ?", "holds 2")).toBeNull();
  expect(judged("holds 2", "holds ?", "holds 3")).toBe("null: holds 2, holds 3");
});
