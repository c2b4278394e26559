import { expect, test } from "vitest";
import { lerna } from "../../../src/release/tools/lerna/lerna.ts";
import { discover } from "../../../src/repository/files/discover.ts";
import { committing } from "../../repository/files/git-environment.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";
import { release } from "../../rules/fixture-copy.ts";

/** Two packages with versions of their own, whose tags lerna once made. */
function isRecognised(versions: readonly [string, string], scripts: string): boolean {
  const [moss, fern] = versions;
  const root = temporaryFolder({
    "lerna.json": '{ "packages": ["packages/*"], "version": "independent" }\n',
    "package.json": `{ "name": "root", "private": true, "scripts": { ${scripts} } }\n`,
    "packages/moss/package.json": `{ "name": "@acme/moss", "version": "${moss}" }\n`,
    "packages/fern/package.json": `{ "name": "@acme/fern", "version": "${fern}" }\n`,
  });
  release(root, "@acme/moss@1.0.0", "@acme/fern@1.1.0");
  return lerna.recognise(discover(root, { environment: committing })) !== null;
}

test("lerna that only runs scripts, and whose last tags are majors ago, releases nothing", () => {
  expect(isRecognised(["4.0.0", "3.1.0"], '"build": "lerna run tsc"')).toBe(false);
});

test("it releases where something calls it, and where one package is at its tag or close to it", () => {
  expect(isRecognised(["4.0.0", "3.1.0"], '"release": "lerna version"')).toBe(true);
  expect(isRecognised(["4.0.0", "1.1.0"], '"build": "lerna run tsc"')).toBe(true);
  expect(isRecognised(["1.0.1", "1.2.0"], '"build": "lerna run tsc"')).toBe(true);
});
