import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

const text = (...all: string[]) => `${all.join("\n")}\n`;

test("a number in prose is ours when its line names the product and the train held it", () => {
  const files = {
    "README.md": text(
      "Lumen 2.4.0 is here.",
      "This is 2.4.0 of something.",
      "The lumens 2.4.0 are no lumen-like 2.4.0.",
      "Lumen 7.7.7 never was.",
      "Use @lumen/core, at 2.4.0, with it.",
      `Lumen ${"is long and ".repeat(12)} 2.4.0`,
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "README.md:1 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:2 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:3 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:3 2.4.0 pinned: the words before it speak of a past version",
      "README.md:4 7.7.7 external: a number that nothing binds to a subject of ours",
      "README.md:5 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:6 2.4.0 external: a number that nothing binds to a subject of ours",
    ]
  `);
});

test("the product is named by the configuration, by scopes, by the root and by where the repository lives", () => {
  const files = {
    "version-audit.toml": '[product]\nnames = ["Glimmer.io", "ray"]\n',
    "README.md": text(
      "Glimmer.io 2.4.0",
      "GlimmerXio 2.4.0",
      "ray 2.4.0",
      "lantern 2.4.0",
      "Beam 2.4.0",
      "stray 2.4.0",
    ),
  };
  const beam =
    '{ "name": "lumen", "version": "2.4.0", "workspaces": ["packages/*"], "repository": "github:acme/beam" }';
  const remote = "git@github.com:acme/lantern.git";
  expect(verdicts(files, { remote })).toMatchInlineSnapshot(`
    [
      "README.md:1 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:2 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:3 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:4 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:5 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:6 2.4.0 external: a number that nothing binds to a subject of ours",
    ]
  `);
  expect(verdicts({ ...files, "package.json": beam }).slice(0, -1)).toMatchInlineSnapshot(`
    [
      "README.md:1 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:2 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:3 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:4 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:5 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
      "README.md:6 2.4.0 external: a number that nothing binds to a subject of ours",
    ]
  `);
});

test("a name of three letters is ours when the configuration says so, and only as a word", () => {
  const files = (names: string) => ({
    "version-audit.toml": `[product]\nnames = ${names}\n`,
    "packages/ray/package.json": '{ "name": "@ray/core", "version": "2.4.0" }\n',
    "README.md": text("ray 2.4.0", "x-ray 2.4.0"),
    "src/version.ts": text(
      'export const RAY_VERSION = "2.4.0";',
      'export const rayVersion = "2.4.0";',
      'export const XRayVersion = "2.4.0";',
      'export const ARRAY_VERSION = "2.4.0";',
    ),
  });
  const ours = (names: string) =>
    verdicts(files(names))
      .filter((line) => line.includes("names the product"))
      .map((line) => line.split(" ")[0]);
  expect(ours('["ray"]')).toEqual(["README.md:1", "src/version.ts:1", "src/version.ts:2"]);
  expect(ours("[]")).toEqual([]);
});

test("a root that is called after its being a root names no product", () => {
  const root = (name: string) => ({
    "package.json": `{ "name": "${name}", "version": "2.4.0", "workspaces": ["packages/*"] }\n`,
    "README.md": text("monorepo 2.4.0", "lantern 2.4.0"),
  });
  const readme = (told: string[]) => told.filter((line) => line.startsWith("README"));
  expect(readme(verdicts(root("monorepo")))).toMatchInlineSnapshot(`
    [
      "README.md:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:2 2.4.0 external: a number that nothing binds to a subject of ours",
    ]
  `);
  expect(readme(verdicts(root("@acme/lantern")))).toMatchInlineSnapshot(`
    [
      "README.md:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "README.md:2 2.4.0 likely stale: its line names the product, and it is a version of the train, and nothing writes it",
    ]
  `);
});

test("the name of a constant decides whose version it holds", () => {
  const files = {
    "src/version.ts": text(
      'export const VERSION = "2.4.0";',
      'export const LUMEN_VERSION = "2.4.0";',
      'export const LUMEN_AGENT_VERSION = "7.7.7";',
      'export const LOUPE_VERSION = "2.4.0";',
      'export const SDK_VERSION = "2.3.0";',
      'export const MIN_LUMEN_VERSION = "2.3.0";',
      'export const lumenSinceVersion = "2.3.0";',
      "export const PROTOCOL_VERSION = 4;",
    ),
    "scripts/env.sh": text(
      "LUMEN_VERSION=2.4.0",
      "APP_VERSION=2.4.0",
      "NODE_VERSION=2.4.0",
      "LUMEN_VERSION=2.3.0",
    ),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "scripts/env.sh:1 2.4.0 likely stale: LUMEN_VERSION names the product and holds a version of the train, and nothing writes it",
      "scripts/env.sh:2 2.4.0 likely stale: APP_VERSION names nothing else and holds current, and nothing writes it",
      "scripts/env.sh:3 2.4.0 external: NODE_VERSION does not name anything of ours",
      "scripts/env.sh:4 2.3.0 likely behind: LUMEN_VERSION names the product and holds a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "src/version.ts:1 2.4.0 likely stale: VERSION names nothing else and holds current, and nothing writes it",
      "src/version.ts:2 2.4.0 likely stale: LUMEN_VERSION names the product and holds a version of the train, and nothing writes it",
      "src/version.ts:3 7.7.7 independent: LUMEN_AGENT_VERSION names the product, but 7.7.7 was never a version of the train",
      "src/version.ts:4 2.4.0 external: LOUPE_VERSION does not name anything of ours",
      "src/version.ts:5 2.3.0 external: SDK_VERSION does not name anything of ours",
      "src/version.ts:6 2.3.0 pinned: MIN_LUMEN_VERSION is a bound, not the version of a release",
      "src/version.ts:7 2.3.0 pinned: lumenSinceVersion is a bound, not the version of a release",
      "src/version.ts:8 4 independent: PROTOCOL_VERSION counts by itself",
    ]
  `);
});

/** The names of those constants and variables that name the product. */
function ownConstants(product: string, names: readonly string[]): string[] {
  const files = {
    "version-audit.toml": `[product]\nnames = ["${product}"]\n`,
    "src/versions.ts": text(...names.map((name) => `export const ${name} = "2.4.0";`)),
  };
  return verdicts(files).flatMap((line) => /(\w+) names the product/.exec(line)?.[1] ?? []);
}

test.each([
  ["script", ["typescriptVersion", "TypeScriptVersion", "descriptionVersion", "manuscript_tag"]],
  ["flow", ["workflowVersion", "overflow_version"]],
  ["graph", ["graphqlVersion", "GraphQLVersion", "GRAPHQL_VERSION"]],
  ["kube", ["kubernetesVersion"]],
  ["io", ["socketIOVersion", "SOCKET_IO_VERSION", "audioVersion"]],
])("the product %s is not in the middle of other words", (product, names) => {
  expect(ownConstants(product, names)).toEqual([]);
});

test.each([
  ["script", ["scriptVersion", "SCRIPT_VERSION", "scriptversion", "appScriptVersion"]],
  ["lumen-kit", ["LUMEN_KIT_VERSION", "lumenkitVersion", "lumenKitVersion", "LUMENKITVERSION"]],
  ["web3", ["web3Version", "WEB3_VERSION", "WEB_3_VERSION"]],
  ["io", ["ioVersion", "IO_VERSION", "LATEST_IO_VERSION"]],
])("the product %s is a word of its own, or several", (product, names) => {
  expect(ownConstants(product, names)).toEqual(names);
});

test("a short name is no part of the names of others in prose", () => {
  const files = {
    "version-audit.toml": '[product]\nnames = ["io"]\n',
    "README.md": text(
      "io 2.4.0",
      "socket.io 2.4.0",
      "kubernetes.io 2.4.0",
      "std::io 2.4.0",
      "docker.io/io 2.4.0",
      "io.grpc 2.4.0",
      "Use io: 2.4.0.",
    ),
  };
  const ours = verdicts(files).filter((line) => line.includes("names the product"));
  expect(ours.map((line) => line.split(" ")[0])).toEqual(["README.md:1", "README.md:7"]);
});
