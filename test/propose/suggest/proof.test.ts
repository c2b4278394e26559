import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { suggest } from "../../../src/propose/suggest/suggest.ts";
import { temporaryFolder } from "../../repository/files/temporary-folder.ts";
import { manifest, pebble, repaired } from "./repaired.ts";

const release = `import { readFileSync, writeFileSync } from "node:fs";
const paths = ["package.json", "packages/core/package.json"];
for (const path of paths) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/"version": ".*"/, \`"version": "\${process.argv[2]}"\`));
}
`;

const lock = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      '@pebble/web':
        specifier: 1.4.0
        version: 1.4.0

packages:

  '@pebble/web@1.4.0':
    resolution: {integrity: sha512-AAAA}
`;

describe("an ignore", () => {
  test("is for one file and version, and the last resort", async () => {
    const { changes, after } = await repaired(
      pebble(release, { "sub/pnpm-lock.yaml": lock.replaceAll("@pebble/web", "@pebble/core") }),
    );
    expect(changes).toEqual([
      "+[[ignore]]",
      '+path = "sub/pnpm-lock.yaml"',
      '+pattern = "1.4.0"',
      '+reason = "its entries hold checksums, so only pnpm can refresh it, and the release does not run that here"',
    ]);
    expect(after.filter((each) => each.includes("sub/"))).toEqual(
      Array.from({ length: 3 }, () => "ignored sub/pnpm-lock.yaml 1.4.0"),
    );
  });

  test("goes to the end of the configuration that is there", async () => {
    const config = '[rules]\ntag-ahead = "off"';
    const { changes } = await repaired(
      pebble(release, {
        "version-audit.toml": config,
        "sub/pnpm-lock.yaml": lock.replaceAll("@pebble/web", "@pebble/core"),
      }),
    );
    expect(changes.slice(0, 4)).toEqual(['-tag-ahead = "off"', '+tag-ahead = "off"', "+", "+[[ignore]]"]);
  });

  test("can be left out, and is printed for pasting then", async () => {
    const { changes, suggestions } = await repaired(
      pebble(release, { "sub/pnpm-lock.yaml": lock.replaceAll("@pebble/web", "@pebble/core") }),
      false,
    );
    expect(changes).toEqual([]);
    expect(suggestions.left.map(({ places }) => places.length)).toEqual([3]);
  });

  test("is for pasting where the configuration lies elsewhere", async () => {
    const root = temporaryFolder(
      pebble(release, { "apps/web/package.json": manifest("@pebble/web", "1.4.2") }),
    );
    const config = join(temporaryFolder({}), "audit.toml");
    writeFileSync(config, '[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n');
    writeFileSync(
      join(root, "scripts/release.mjs"),
      release.replace(
        /const paths = .*/,
        'const paths = new Set().add("package.json").add("packages/core/package.json");',
      ),
    );
    const { changes, left } = await suggest({ root, config, ignores: true });
    expect(changes).toEqual([]);
    expect(left.map(({ text }) => text)).toEqual([
      '[[ignore]]\npath = "apps/web/package.json"\npattern = "1.4.2"\nreason = "no entry, name or row was found with which scripts/release.mjs writes this and nothing else"\n',
    ]);
  });
});

test("what the repairs themselves make the release's business is dealt with, too", async () => {
  const files = pebble(release, {
    "apps/web/package.json": manifest("@pebble/web", "1.3.0"),
    "apps/site/pnpm-lock.yaml": lock,
  });
  const { repairs, after, suggestions } = await repaired(files);
  const before = suggestions.audit.occurrences.filter(({ path }) => path.endsWith("pnpm-lock.yaml"));
  expect(before.map(({ verdict }) => verdict)).not.toContain("behind");
  expect(repairs).toEqual([
    "list: apps/web/package.json",
    "ignore: apps/site/pnpm-lock.yaml, apps/site/pnpm-lock.yaml, apps/site/pnpm-lock.yaml",
  ]);
  expect(after.filter((place) => /^(?:stale|behind) /.test(place))).toEqual([]);
});

test("a repository in which nothing is forgotten gets an empty patch", async () => {
  const { changes, suggestions } = await repaired(pebble(release));
  expect(changes).toEqual([]);
  expect(suggestions.repairs).toEqual([]);
});
