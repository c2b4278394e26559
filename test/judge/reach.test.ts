import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { explain } from "../../src/explain.ts";
import { environment } from "../repository/files/git-environment.ts";
import { temporaryRepository } from "../repository/files/git-repository.ts";

const manifest = (name: string) => `{ "name": "${name}", "version": "1.4.2" }\n`;

/** How far a release that writes only `packages/web` gets with a file that it asks for in its first line. */
async function reachOf(path: string, question: string): Promise<unknown> {
  const root = temporaryRepository({
    "package.json": manifest("pebble"),
    "packages/web/package.json": manifest("@pebble/web"),
    "packages/old/package.json": manifest("@pebble/old"),
    "scripts/release.mjs": `import { readdirSync, readFileSync, writeFileSync } from "node:fs";
${question};
const web = "packages/web/package.json";
writeFileSync(web, readFileSync(web, "utf8").replace("1.4.2", process.argv[2]));
`,
    "version-audit.toml": '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n',
  });
  const [{ reach } = { reach: null }] = explain(await audit({ root, environment }), path, null);
  return [reach?.step, reach?.detail, reach?.origin?.line];
}

test.each([
  ["packages/old/package.json", 'readdirSync("packages/old")'],
  ["package.json", 'readdirSync(".")'],
])("the folder of %s is listed by %s", async (path, question) => {
  expect(await reachOf(path, question)).toEqual([
    "listed but not read",
    "its folder was looked at and it was never opened",
    2,
  ]);
});

test("a file of another folder is not listed by readdirSync of the root", async () => {
  expect(await reachOf("packages/old/package.json", 'readdirSync(".")')).toEqual([
    "never asked for",
    "no step of the release asks for it",
    undefined,
  ]);
});
