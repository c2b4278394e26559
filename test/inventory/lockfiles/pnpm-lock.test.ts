import { describe, expect, test } from "vitest";
import { pnpmLock } from "../../../src/inventory/lockfiles/pnpm-lock.ts";
import { processorTime } from "../../measure/processor-time.ts";
import { nothingKnown } from "../nothing-known.ts";
import { occurrencesOf, readOccurrences } from "../read-occurrences.ts";

const read = (text: string) =>
  readOccurrences(pnpmLock, "pnpm-lock.yaml", text).map((line) => line.replace(" lock-entry npm:", " "));

describe("lockfile version 9", () => {
  test("reads overrides, catalogs and importers", () => {
    const text = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

catalogs:
  default:
    react:
      specifier: ^19.0.0
      version: 19.1.0

overrides:
  '@acme/kit': workspace:*
  'a>b@1': 2.0.1
  '@acme/cloud': https://example.com/@acme/cloud@87a84c0

importers:

  .:
    dependencies:
      '@acme/kit':
        specifier: workspace:*
        version: link:packages/kit
      tsup:
        specifier: ^8.5.0
        version: 8.5.1(@swc/core@1.15.11(@swc/helpers@0.5.17))(patch_hash=1.2.3)(typescript@5.9.3)
    devDependencies:
      version:
        specifier: '>=1.0.0 <2'
        version: 1.4.2
`;
    expect(read(text)).toEqual([
      "9:19 19.0.0 react in ^19.0.0",
      "10:16 19.1.0 react",
      "14:12 2.0.1 b",
      "25:21 8.5.0 tsup in ^8.5.0",
      "26:18 8.5.1 tsup",
      "26:34 1.15.11 @swc/core",
      "26:55 0.5.17 @swc/helpers",
      "26:93 5.9.3 typescript",
      "29:23 1.0.0 version in >=1.0.0 <2",
      "29:30 2 version in >=1.0.0 <2",
      "30:18 1.4.2 version",
    ]);
  });

  test("reads packages and snapshots", () => {
    const text = `lockfileVersion: '9.0'

packages:

  '@acme/react@2.0.33':
    resolution: {integrity: sha512-1.2.3}
    engines: {node: '>=18'}
    peerDependencies:
      react: ^18.0.0 || ^19.0.0

  theme@https://codeload.example.com/acme/theme/tar.gz/9d48aa5:
    resolution: {tarball: https://codeload.example.com/acme/theme/tar.gz/9d48aa5}
    version: 0.8.6

snapshots:

  '@acme/react@2.0.33(react@19.1.0)(vite@file:vite-1.0.0)':
    dependencies:
      '@acme/kit': 2.0.33(hono@4.7.0)
      string-width-cjs: string-width@4.2.3
      theme: https://codeload.example.com/acme/theme/tar.gz/9d48aa5(react@19.1.0)
    optionalDependencies:
      fsevents: 2.3.3
    transitivePeerDependencies:
      - supports-color

  aggregate-error@3.1.0: {}
`;
    expect(read(text)).toEqual([
      "5:16 2.0.33 @acme/react",
      "9:15 18.0.0 react in ^18.0.0 || ^19.0.0",
      "9:26 19.0.0 react in ^18.0.0 || ^19.0.0",
      "13:14 0.8.6 theme",
      "17:16 2.0.33 @acme/react",
      "17:29 19.1.0 react",
      "19:20 2.0.33 @acme/kit",
      "19:32 4.7.0 hono",
      "20:38 4.2.3 string-width",
      "21:75 19.1.0 react",
      "23:17 2.3.3 fsevents",
      "27:19 3.1.0 aggregate-error",
    ]);
  });

  test("keeps the key path", () => {
    const text = "lockfileVersion: '9.0'\nsnapshots:\n  a@1.0.0:\n    dependencies:\n      b: 2.0.0\n";
    expect(occurrencesOf(pnpmLock, "pnpm-lock.yaml", text).map(({ keyPath }) => keyPath)).toEqual([
      ["snapshots", "a@1.0.0"],
      ["snapshots", "a@1.0.0", "dependencies", "b"],
    ]);
  });

  test("reads keys that are too long for one line of YAML", () => {
    const peers = "(react@19.1.0)".repeat(80);
    const text = `lockfileVersion: '9.0'\nsnapshots:\n  ? '@acme/kit@2.3.7${peers}'\n  : dependencies:\n      left-pad: 1.3.0\n    optional: true\n  b@1.0.0: {}\n`;
    const found = read(text);
    expect(found).toHaveLength(83);
    expect(found[0]).toBe("3:16 2.3.7 @acme/kit");
    expect(found.slice(-2)).toEqual(["5:17 1.3.0 left-pad", "7:5 1.0.0 b"]);
  });
});

test("reads lockfile version 6", () => {
  const text = `lockfileVersion: '6.0'

dependencies:
  react:
    specifier: ^18.2.0
    version: 18.3.1

packages:

  /@acme/kit@2.3.7(react@18.3.1):
    resolution: {integrity: sha512-abc}
    peerDependencies:
      react: '>=17'
    dependencies:
      loose-envify: 1.4.0
      wrap-cjs: /wrap-ansi@7.0.0
    dev: true
`;
  expect(read(text)).toEqual([
    "5:17 18.2.0 react in ^18.2.0",
    "6:14 18.3.1 react",
    "10:14 2.3.7 @acme/kit",
    "10:26 18.3.1 react",
    "13:17 17 react in >=17",
    "15:21 1.4.0 loose-envify",
    "16:28 7.0.0 wrap-ansi",
  ]);
});

test("reads lockfile version 5", () => {
  const text = `lockfileVersion: 5.4

importers:

  packages/kit:
    specifiers:
      react: ^18.2.0
    dependencies:
      react: 18.3.1
      react-dom: 18.3.1_react@18.3.1

packages:

  /@acme/kit/2.3.7_react@18.3.1:
    resolution: {integrity: sha512-abc}
    dependencies:
      loose-envify: 1.4.0
      wrap-cjs: /wrap-ansi/7.0.0
`;
  expect(read(text)).toEqual([
    "7:15 18.2.0 react in ^18.2.0",
    "9:14 18.3.1 react",
    "10:18 18.3.1 react-dom",
    "14:14 2.3.7 @acme/kit",
    "17:21 1.4.0 loose-envify",
    "18:28 7.0.0 wrap-ansi",
  ]);
});

test("a file of another shape gives nothing", () => {
  expect(read("packages:\n  a@1.0.0: {}\n")).toEqual([]);
  expect(read('{"lockfileVersion": "9.0", "packages": {"a@1.0.0": {}}}')).toEqual([]);
});

test("reads a lockfile of a megabyte without delay", () => {
  const entry = (at: number) =>
    `  '@scope/name-${at}@1.2.${at}(react@19.1.0)':\n    dependencies:\n      react: 19.1.0\n`;
  const text = `lockfileVersion: '9.0'\nsnapshots:\n${Array.from({ length: 15_000 }, (_, at) => entry(at)).join("")}`;
  const document = () => {
    throw new Error("parsed");
  };
  const milliseconds = processorTime(() => {
    const found = pnpmLock.occurrences({ path: "pnpm-lock.yaml", text, document }, nothingKnown);
    expect(found).toHaveLength(45_000);
  });
  expect(milliseconds).toBeLessThan(1500);
});
