import { expect, test } from "vitest";
import { lockfileBehind } from "../../src/rules/lockfile-behind.ts";
import { soFar } from "../judge/judged.ts";
import { auditFixture, shown } from "./audit-fixture.ts";
import { told } from "./fixture-copy.ts";

test("holds entries against manifests, and members against the registry", async () => {
  const audit = await auditFixture("lockfile-behind");
  expect(told(lockfileBehind, audit)).toEqual([
    "warning Cargo.lock:13 Cargo.lock records pebble-cli at 1.1.0, but its manifest says 1.2.0",
    "  Cargo.toml:5 the version that it should have",
    "warning Cargo.lock:17 Cargo.lock records pebble-core at 1.1.0, but its manifest says 1.2.0",
    "  Cargo.toml:5 the version that it should have",
    "warning pnpm-lock.yaml:14 pnpm-lock.yaml takes @pebble/loader 1.0.0 from the registry, although it lives in packages/loader",
    "  examples/hello/package.json:5 asked for here",
  ]);
});

test("reports each entry once, and folds those of one lockfile", async () => {
  const audit = await auditFixture("lockfile-behind");
  expect(shown(audit)).toEqual([
    "warning lockfile-behind Cargo.lock:13",
    "warning lockfile-behind Cargo.lock:17",
    "warning lockfile-behind pnpm-lock.yaml:14",
  ]);
  expect(audit.findings.map(({ family }) => family)).toEqual(["Cargo.lock 1.1.0", "Cargo.lock 1.1.0", null]);
});

test("is silent about a fresh lockfile, and about a third party at the number of the train", async () => {
  const audit = await auditFixture("lockfile-behind", {
    replace: [
      ["Cargo.lock", "1.1.0", "1.2.0"],
      ["pnpm-lock.yaml", "version: 1.0.0", "version: link:../../packages/loader"],
      ["pnpm-lock.yaml", "  '@pebble/loader@1.0.0':\n    resolution: {integrity: sha512-AAAA}\n", ""],
      ["pnpm-lock.yaml", "  '@pebble/loader@1.0.0': {}\n", ""],
    ],
  });
  expect(told(lockfileBehind, audit)).toEqual([]);
});

test("knows the package next to an npm lockfile, and says that cargo never reads a nested lockfile", async () => {
  const audit = await auditFixture("lockfile-behind", {
    files: {
      "packages/pebble/package-lock.json": `{
  "name": "pebble",
  "version": "1.0.0",
  "lockfileVersion": 3,
  "packages": {
    "": {
      "name": "pebble",
      "version": "1.0.0"
    }
  }
}
`,
      "crates/pebble-core/Cargo.lock":
        'version = 4\n\n[[package]]\nname = "pebble-core"\nversion = "1.1.0"\n',
    },
  });
  const lines = shown(audit);
  expect(lines).toContain("warning lockfile-behind packages/pebble/package-lock.json:3");
  expect(lines).toContain("warning lockfile-behind packages/pebble/package-lock.json:8");
  expect(audit.findings.find(({ location }) => location.path === "crates/pebble-core/Cargo.lock")?.why).toBe(
    "cargo keeps the lockfile of this crate next to Cargo.toml, so nothing refreshes this one",
  );
});

test("holds the requirements of a lockfile against those of the manifest next to it", async () => {
  const audit = await auditFixture("lockfile-behind", {
    files: {
      "demo/package.json": `{\n  "name": "demo",\n  "private": true,\n  "dependencies": {\n    "pebble": "^1.2.0"\n  }\n}\n`,
      "demo/pnpm-lock.yaml": `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      pebble:
        specifier: ^1.0.0
        version: 1.0.0

packages:

  pebble@1.0.0:
    resolution: {integrity: sha512-CCCC}

snapshots:

  pebble@1.0.0: {}
`,
    },
  });
  expect(shown(audit).filter((line) => line.includes("demo/pnpm-lock.yaml"))).toEqual([
    "warning lockfile-behind demo/pnpm-lock.yaml:8",
  ]);
});

/** What the rule says of the lumen family with a lockfile, with the reason for the first of it. */
function behind(
  files: Readonly<Record<string, string>>,
  commands: readonly string[] = [],
): (string | null)[] {
  const audit = soFar(files, { commands });
  return [...told(lockfileBehind, audit), lockfileBehind.check(audit)[0]?.why ?? null];
}

test("an npm lockfile repeats the versions and the requirements of its members", () => {
  const core = { name: "@lumen/core", version: "2.3.0", dependencies: { "@lumen/desk": "0.3.0" } };
  const desk = { name: "@lumen/desk", version: "0.3.0", dependencies: { "@lumen/core": "2.3.0" } };
  const lock = (packages: object) =>
    JSON.stringify({ version: "2.3.0", lockfileVersion: 3, packages }, null, 1);
  const files = {
    "packages/desk/package.json":
      '{ "name": "@lumen/desk", "private": true, "version": "0.3.0", "dependencies": { "@lumen/core": "2.4.0" } }\n',
    "package-lock.json": lock({
      "": { name: "lumen", version: "2.4.0" },
      "packages/core": core,
      "packages/desk": desk,
      "node_modules/@lumen/core": { version: "2.3.0", resolved: "https://registry.example/core.tgz" },
      "node_modules/@lumen/desk": { link: true, resolved: "packages/desk" },
    }),
  };
  expect(behind(files)).toMatchInlineSnapshot(`
    [
      "warning package-lock.json:2 package-lock.json records lumen at 2.3.0, but its manifest says 2.4.0",
      "  package.json:1 the version that it should have",
      "warning package-lock.json:11 package-lock.json records @lumen/core at 2.3.0, but its manifest says 2.4.0",
      "  packages/core/package.json:1 the version that it should have",
      "warning package-lock.json:20 package-lock.json records @lumen/core as 2.3.0, but the manifest asks for 2.4.0",
      "  packages/desk/package.json:1 the requirement as it is now",
      "warning package-lock.json:24 package-lock.json takes @lumen/core 2.3.0 from the registry, although it lives in packages/core",
      "an install that refuses to change the lockfile, such as \`cargo build --locked\` or \`npm ci\`, fails",
    ]
  `);
});

test("a lockfile below the root is that of the packages it knows as members", () => {
  const lock =
    "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      '@lumen/core':\n        specifier: 2.3.0\n        version: 2.3.0\n";
  const app = '{ "name": "app", "private": true, "dependencies": { "@lumen/core": "2.4.0" } }\n';
  expect(behind({ "app/package.json": app, "app/pnpm-lock.yaml": lock })).toMatchInlineSnapshot(`
    [
      "warning app/pnpm-lock.yaml:6 app/pnpm-lock.yaml records @lumen/core as 2.3.0, but the manifest asks for 2.4.0",
      "  app/package.json:1 the requirement as it is now",
      "an install that refuses to change the lockfile, such as \`pnpm install --frozen-lockfile\`, fails",
    ]
  `);
  expect(
    behind({ "package.json": app.replace("app", "lumen"), "pnpm-lock.yaml": lock }),
  ).toMatchInlineSnapshot(`
    [
      "warning pnpm-lock.yaml:6 pnpm-lock.yaml records @lumen/core as 2.3.0, but the manifest asks for 2.4.0",
      "  package.json:1 the requirement as it is now",
      "an install that refuses to change the lockfile, such as \`pnpm install --frozen-lockfile\`, fails",
    ]
  `);
  const member = lock.replace("  .:", "  packages/desk:");
  expect(behind({ "pnpm-lock.yaml": member })).toMatchInlineSnapshot(`
    [
      "warning pnpm-lock.yaml:7 pnpm-lock.yaml takes @lumen/core 2.3.0 from the registry, although it lives in packages/core",
      "the workspace holds @lumen/core at 2.4.0, and whoever asks here gets 2.3.0",
    ]
  `);
});
