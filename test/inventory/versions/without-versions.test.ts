import { expect, test } from "vitest";
import {
  withoutPrefixedVersions,
  withoutVersions,
} from "../../../src/inventory/versions/without-versions.ts";
import { collateralOf } from "../../../src/rules/shared/rewrites/collateral.ts";

test.each([
  ["flint 1.4.2", "flint 0"],
  ["flint-1.4.2-rc.1+build.7.tgz", "flint-0"],
  ["from 1.4.2-alpha_1 to 2.0", "from 0 to 0"],
  ["lacks 3 names of 10.0.0.1", "lacks 3 names of 0"],
  ["^1.4.2 >=v1.5", "^0 >=v0"],
])("%s is %s without its versions", (text, expected) => {
  expect(withoutVersions(text)).toBe(expected);
});

test("a prefix can count as part of the version", () => {
  expect(withoutPrefixedVersions("^1.4.2 >=v1.5 = 2")).toBe("0 0 = 2");
});

test("a prerelease with build metadata is a version, too, and its change no collateral one", () => {
  expect(collateralOf("flint 1.4.2-rc.1+build.7\n", "flint 1.4.2-rc.2+build.8\n")).toBeNull();
});
