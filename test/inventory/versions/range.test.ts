import { expect, test } from "vitest";
import type { SubjectType } from "../../../src/inventory/occurrence.ts";
import { rangeAdmits } from "../../../src/inventory/versions/range.ts";

test.each<[text: string, type: SubjectType | null, version: string, admitted: boolean]>([
  ["^2.3", "npm", "2.9.1", true],
  ["^2.3", "npm", "3.0.0", false],
  ["~2.3", "npm", "2.4.0", false],
  ["~2.3", "composer", "2.4.0", true],
  ["~> 2.3", "gem", "2.9.0", true],
  ["~> 2.3.1", "gem", "2.4.0", false],
  ["~> 2.3", "gem", "3.0.0", false],
  ["^3.13|^4.0", "composer", "3.14.0", true],
  ["^3.13 || ^4.0", "npm", "4.2.0", true],
  ["^3.13|^4.0", "composer", "5.0.0", false],
  ["1.38.0", "crate", "1.53.1", true],
  ["1.38.0", "npm", "1.53.1", false],
  ["=1.38.0", "crate", "1.53.1", false],
  [">=1.38.0", "npm", "1.53.1", false],
  ["^1.17.1", "npm", "1.63.0-next", true],
  ["workspace:^2.3.0", "npm", "2.9.1", true],
  ["workspace:2.3.0", "npm", "2.9.1", false],
  ["latest", "npm", "1.0.0", false],
])("%s of %s for %s", (text, type, version, admitted) =>
  expect(rangeAdmits(text, type, version)).toBe(admitted));
