import { expect, test } from "vitest";
import { proposedProduct } from "../../../src/propose/init/proposed-product.ts";
import { auditFixture } from "../../rules/audit-fixture.ts";

test.each([
  ['"https://pebble.example/docs/#readme"', ["pebble.example/docs"]],
  ['"http://pebble.example"', ["pebble.example"]],
  ['"https://github.com/acme/pebble#readme"', undefined],
  ['"https://www.npmjs.com/package/pebble"', undefined],
  ['"pebble.example"', undefined],
  ["1", undefined],
])("the home page %s is proposed as %j", async (homepage, urls) => {
  const audit = await auditFixture("stale-after-bump", {
    files: { "package.json": `{ "name": "pebble", "version": "1.2.0", "homepage": ${homepage} }\n` },
  });
  expect(proposedProduct(audit)["urls"]).toEqual(urls);
});
