import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

/** `verdict: reason` of every version in a file, in the order of the text. */
function told(path: string, text: string, files: Readonly<Record<string, string>> = {}): string[] {
  return verdicts({ ...files, [path]: text })
    .filter((line) => line.startsWith(`${path}:`))
    .map((line) => line.replace(/^\S+ \S+ /, ""));
}

test("a key that names the product says whose version it holds", () => {
  expect(told("deploy/vars.yml", 'lumen_version: 2.3.0\nlumen_image_tag: "2.4.0"\n')).toEqual([
    "likely behind: lumen_version names the product and holds a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    "likely stale: lumen_image_tag names the product and holds a version of the train, and nothing writes it",
  ]);
  const text =
    '{\n"lumenVersion": "2.4.0",\n"minLumenVersion": "2.3.0",\n"redisVersion": "2.4.0",\n"lumenVersion": "7.7.7"\n}\n';
  expect(told("config.json", text)).toEqual([
    "likely stale: lumenVersion names the product and holds a version of the train, and nothing writes it",
    "external: a number that nothing binds to a subject of ours",
    "external: a number that nothing binds to a subject of ours",
    "external: a number that nothing binds to a subject of ours",
  ]);
});

test("a key that names a third party takes its version from the product on the same line", () => {
  const site = {
    "packages/site/package.json": '{ "name": "@lumen/site", "dependencies": { "loupe": "1.0.0" } }',
  };
  const line = 'const versions = { lumen: "2.4.0", loupe: "^2.4.0" };\n';
  const ours =
    "likely stale: its line names the product, and it is a version of the train, and nothing writes it";
  expect(told("src/versions.ts", line, site)).toEqual([
    ours,
    "external: loupe is the name of a third party that is asked for here",
  ]);
  expect(told("src/versions.ts", line)).toEqual([ours, ours]);
});

test("the label of an image holds current, and another label does not", () => {
  const label = (name: string) => `FROM scratch\nLABEL org.opencontainers.image.${name}="2.4.0"\n`;
  expect(told("docker/Dockerfile", label("version"))).toEqual([
    "likely stale: the version field of a file of ours that holds current, and nothing writes it",
  ]);
  expect(told("docker/Dockerfile", label("base.name"))).toEqual([
    "external: a number that nothing binds to a subject of ours",
  ]);
});

test("a badge that says version is that of the repository", () => {
  const badge = (text: string) => `![badge](https://img.shields.io/badge/${text}-blue)\n`;
  const verdictOf = (text: string) => told("README.md", badge(text))[0]?.split(":")[0];
  expect(["version-2.4.0", "version-v2.3.0", "node-2.4.0", "version-7.7.7"].map(verdictOf)).toEqual([
    "likely stale",
    "likely behind",
    "external",
    "independent",
  ]);
});

test("what is left over of a lockfile is part of a name or of an address", () => {
  const lock = `__metadata:\n  version: 8\n\n"@lumen/2.3.0@workspace:old/lumen/2.3.0":\n  version: 0.0.0-use.local\n`;
  const reasons = told("yarn.lock", lock);
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.every((reason) => /^(?:external|independent): /.test(reason))).toBe(true);
});
