import { expect, test } from "vitest";
import { asking, behind, pnpmLock } from "./lumen-lockfiles.ts";

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
      "error package-lock.json:2 package-lock.json records lumen at 2.3.0, but its manifest says 2.4.0",
      "  package.json:1 the version that it should have",
      "warning package-lock.json:11 package-lock.json records @lumen/core at 2.3.0, but its manifest says 2.4.0",
      "  packages/core/package.json:1 the version that it should have",
      "warning package-lock.json:20 package-lock.json records @lumen/core as 2.3.0, but the manifest asks for 2.4.0",
      "  packages/desk/package.json:1 the requirement as it is now",
      "warning package-lock.json:24 package-lock.json takes @lumen/core 2.3.0 from the registry, although it lives in packages/core",
      "the release is tagged with a lockfile of another version, and the next \`npm install\` changes it",
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

test("a member that comes from the registry is shown where it is asked for", () => {
  const member = "@lumen/core";
  const registry = (path: string, line: number) =>
    `warning ${path}:${line} ${path} takes ${member} 2.3.0 from the registry, although it lives in packages/core`;
  const asked = (files: Readonly<Record<string, string>>) => behind(files).slice(0, -1);
  expect(
    asked({
      "package.json":
        '{\n  "name": "lumen",\n  "version": "2.4.0",\n  "workspaces": ["packages/*"],\n  "dependencies": {\n    "@lumen/core": "*"\n  }\n}\n',
      "pnpm-lock.yaml": pnpmLock({ ".": ["'*'", "2.3.0"] }),
    }),
  ).toEqual([registry("pnpm-lock.yaml", 7), "  package.json:6 asked for here"]);
  expect(
    asked({
      "apps/one/package.json": asking("one", "*"),
      "pnpm-lock.yaml": pnpmLock({ "apps/one": ["'*'", "2.3.0"] }),
    }),
  ).toEqual([registry("pnpm-lock.yaml", 7), "  apps/one/package.json:5 asked for here"]);
  expect(asked({ "pnpm-lock.yaml": pnpmLock({ "apps/gone": ["'*'", "2.3.0"] }) })).toEqual([
    registry("pnpm-lock.yaml", 7),
  ]);
});

test("a lockfile below the root names its members from its own folder", () => {
  const core =
    "  core:\n    dependencies:\n      '@lumen/desk':\n        specifier: 0.2.0\n        version: 0.2.0\n";
  const lock = pnpmLock({ ".": ["'*'", "2.3.0"] }) + core;
  expect(
    behind({ "packages/package.json": asking("all", "*"), "packages/pnpm-lock.yaml": lock }).slice(0, -1),
  ).toEqual([
    "warning packages/pnpm-lock.yaml:7 packages/pnpm-lock.yaml takes @lumen/core 2.3.0 from the registry, although it lives in packages/core",
    "  packages/package.json:5 asked for here",
  ]);
});

test("says so when the member that comes from the registry has no version here", () => {
  const files = {
    "packages/core/package.json": '{ "name": "@lumen/core" }\n',
    "pnpm-lock.yaml": pnpmLock({ "packages/desk": ["'*'", "2.3.0"] }),
  };
  expect(behind(files).at(-1)).toBe(
    "the workspace holds @lumen/core at no version, and whoever asks here gets 2.3.0",
  );
});
