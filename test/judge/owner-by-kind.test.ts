import { expect, test } from "vitest";
import { verdicts } from "./judged.ts";

const text = (...all: string[]) => `${all.join("\n")}\n`;

test("an image is ours by the configuration or by its organisation", () => {
  const files = {
    "version-audit.toml": '[product]\nimages = ["registry.acme.io/light", "quay.io/glow*"]\n',
    Dockerfile: text(
      "FROM registry.acme.io/light:2.4.0",
      "FROM registry.acme.io/lightning:2.4.0",
      "FROM quay.io/glow-worm:2.3.0",
      "FROM lumen/desk:2.4.0",
      "FROM ghcr.io/acme-inc/desk:2.4.0",
      "FROM ghcr.io/acme-inc/desk:1.0.0",
      "FROM desk/acme-inc-x:2.4.0",
      "FROM node:2.4.0",
      "FROM lumen/desk:2",
      "FROM lumen/desk:2.4",
      "FROM lumen/desk:2.3",
      "FROM lumen/desk:3",
    ),
  };
  expect(verdicts(files, { remote: "https://github.com/acmeinc/lantern" })).toMatchInlineSnapshot(`
    [
      "Dockerfile:1 2.4.0 likely stale: the image registry.acme.io/light is ours, and its tag is a version of the train, and nothing writes it",
      "Dockerfile:2 2.4.0 external: the image registry.acme.io/lightning is not ours",
      "Dockerfile:3 2.3.0 likely behind: the image quay.io/glow-worm is ours, and its tag is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "Dockerfile:4 2.4.0 likely stale: the image lumen/desk is ours, and its tag is a version of the train, and nothing writes it",
      "Dockerfile:5 2.4.0 likely stale: the image ghcr.io/acme-inc/desk is ours, and its tag is a version of the train, and nothing writes it",
      "Dockerfile:6 1.0.0 independent: the image ghcr.io/acme-inc/desk is ours, but 1.0.0 was never a version of the train",
      "Dockerfile:7 2.4.0 external: the image desk/acme-inc-x is not ours",
      "Dockerfile:8 2.4.0 external: the image node is not ours",
      "Dockerfile:9 2 independent: the image lumen/desk is ours, but 2 was never a version of the train",
      "Dockerfile:10 2.4 independent: the image lumen/desk is ours, but 2.4 was never a version of the train",
      "Dockerfile:11 2.3 independent: the image lumen/desk is ours, but 2.3 was never a version of the train",
      "Dockerfile:12 3 independent: the image lumen/desk is ours, but 3 was never a version of the train",
    ]
  `);
});

test("a URL is ours when it leads to a package, to the forge of this repository or to a configured place", () => {
  const files = {
    "version-audit.toml": '[product]\nurls = ["releases.lumen.io/"]\n',
    "install.md": text(
      "Get https://releases.lumen.io/2.4.0/lumen.tgz now.",
      'curl "https://github.com/acme/other/releases/download/v2.4.0/x.tgz"',
      "(https://github.com/acme/lantern/archive/v7.0.0.zip)",
      "https://unpkg.com/@lumen/core@2.4.0/index.js",
      "https://unpkg.com/@lumen/desk@0.3.0/index.js",
      "https://example.org/2.4.0/loupe.tgz and github.com/acme/",
    ),
  };
  expect(verdicts(files, { remote: "https://github.com/acme/lantern" })).toMatchInlineSnapshot(`
    [
      "install.md:1 2.4.0 likely stale: releases.lumen.io is ours by its name, and 2.4.0 is a version of the train, and nothing writes it",
      "install.md:2 2.4.0 likely stale: github.com/acme/other is ours by its name, and 2.4.0 is a version of the train, and nothing writes it",
      "install.md:3 7.0.0 independent: github.com/acme/lantern is ours by its name, but 7.0.0 was never a version of the train",
      "install.md:4 2.4.0 likely stale: @lumen/core is released with the train, and nothing writes it",
      "install.md:5 0.3.0 independent: @lumen/desk lives here with a version line of its own, 0.3.0",
      "install.md:6 2.4.0 external: the URL does not lead to something of ours",
    ]
  `);
});

test("an API document at a round number has it of its own, unless it moved with the releases", () => {
  const files = {
    "package.json": '{ "name": "lumen", "version": "3.0.0" }\n',
    "api/openapi.yaml": "openapi: 3.1.0\ninfo:\n  title: Lumen\n  version: 3.0.0\npaths: {}\n",
  };
  const told = verdicts(files, { bumped: [] }).filter((line) => line.startsWith("api/openapi.yaml:4"));
  expect(told).toEqual([
    "api/openapi.yaml:4 3.0.0 independent: a round number, as APIs have of their own, which never moved with a release",
  ]);
});

test("an API document is of the train when it names the product or holds current", () => {
  const api = (title: string, version: string) =>
    `openapi: 3.0.0\ninfo:\n  title: ${title}\n  version: ${version}\npaths: {}\n`;
  const files = {
    "api/a/openapi.yaml": api("Lumen", "2.4.0"),
    "api/b/openapi.yaml": api("Lumen", "2.3.0"),
    "api/c/openapi.yaml": api("Lumen", "1.0.0"),
    "api/d/openapi.yaml": api("Weather", "2.4.0"),
    "api/e/openapi.yaml": api("Weather", "1.0.0"),
    "api/lumen/openapi.yaml": api("Weather", "2.3.0"),
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "api/a/openapi.yaml:1 3.0.0 external: a number that nothing binds to a subject of ours",
      "api/a/openapi.yaml:4 2.4.0 likely stale: an API document of ours at a version of the train, and nothing writes it",
      "api/b/openapi.yaml:1 3.0.0 external: a number that nothing binds to a subject of ours",
      "api/b/openapi.yaml:4 2.3.0 likely behind: an API document of ours at a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "api/c/openapi.yaml:1 3.0.0 external: a number that nothing binds to a subject of ours",
      "api/c/openapi.yaml:4 1.0.0 independent: this API has a version line of its own",
      "api/d/openapi.yaml:1 3.0.0 external: a number that nothing binds to a subject of ours",
      "api/d/openapi.yaml:4 2.4.0 likely stale: an API document that holds current, and nothing writes it",
      "api/e/openapi.yaml:1 3.0.0 external: a number that nothing binds to a subject of ours",
      "api/e/openapi.yaml:4 1.0.0 external: an API that is not ours",
      "api/lumen/openapi.yaml:1 3.0.0 external: a number that nothing binds to a subject of ours",
      "api/lumen/openapi.yaml:4 2.3.0 likely behind: an API document of ours at a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    ]
  `);
});

test("in data a version key that holds current is ours, in prose it is as often somebody else's", () => {
  const files = {
    "chart.yaml": text("appVersion: 2.4.0", "kubeVersion: 2.4.0", "description: at 2.4.0"),
    "plugin.json": '{ "version": "2.4.0", "since": "2.4.0" }\n',
    "notes.md": "version: 2.4.0\n",
    "old.yaml": "version: 2.3.0\n",
    "app.xml": '<app version="2.4.0" other="2.4.0"/>\n',
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "app.xml:1 2.4.0 likely stale: the version field of a file of ours that holds current, and nothing writes it",
      "app.xml:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "chart.yaml:1 2.4.0 likely stale: the version field of a file of ours that holds current, and nothing writes it",
      "chart.yaml:2 2.4.0 external: a number that nothing binds to a subject of ours",
      "chart.yaml:3 2.4.0 external: a number that nothing binds to a subject of ours",
      "notes.md:1 2.4.0 likely stale: version names nothing else and holds current, and nothing writes it",
      "old.yaml:1 2.3.0 external: a number that nothing binds to a subject of ours",
      "plugin.json:1 2.4.0 likely stale: this manifest holds current, and nothing writes it",
      "plugin.json:1 2.4.0 external: a number that nothing binds to a subject of ours",
    ]
  `);
});

test("a file that is called version and holds nothing else is of the train", () => {
  const files = {
    VERSION: "v2.4.0\n",
    "sdk/go/version.txt": "  2.3.0\n",
    "sdk/go/deep/version.txt": "2.4.0\n",
    "sdk/.version": "2.4.0 or so\n",
    "sdk/VERSION": "at 2.4.0\n",
    "sdk/versions": "2.4.0\n",
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      "VERSION:1 2.4.0 likely stale: this manifest holds current, and nothing writes it",
      "sdk/.version:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "sdk/VERSION:1 2.4.0 external: a number that nothing binds to a subject of ours",
      "sdk/go/deep/version.txt:1 2.4.0 likely stale: this manifest holds current, and nothing writes it",
      "sdk/go/version.txt:1 2.3.0 likely behind: a file that holds nothing but a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "sdk/versions:1 2.4.0 external: a number that nothing binds to a subject of ours",
    ]
  `);
});

test("another version field in a manifest of ours counts by itself", () => {
  const manifest = {
    name: "@lumen/plug",
    version: "2.4.0",
    wireVersion: "1.1.0",
    config: { hostVersion: "~2.4.0" },
    note: "5.5.5",
  };
  expect(
    verdicts({ "packages/plug/package.json": JSON.stringify(manifest, null, 1) }),
  ).toMatchInlineSnapshot(`
    [
      "packages/plug/package.json:3 2.4.0 stale: @lumen/plug is a public package of this repository and holds current, and nothing writes it",
      "packages/plug/package.json:4 1.1.0 independent: a version field of its own in a manifest of ours",
      "packages/plug/package.json:6 2.4.0 independent: a version field of its own in a manifest of ours",
      "packages/plug/package.json:8 5.5.5 external: a number that nothing binds to a subject of ours",
    ]
  `);
});

test("toolchains and numbered schemas are never of the train", () => {
  const files = {
    ".nvmrc": "2.4.0\n",
    "schemas/lumen-protocol/v1.bare": "type A u8\n",
    "schemas/lumen-protocol/v2.bare": "type A u8\n",
  };
  expect(verdicts(files)).toMatchInlineSnapshot(`
    [
      ".nvmrc:1 2.4.0 external: a toolchain is not ours",
      "schemas/lumen-protocol/v1.bare:1 1 independent: a numbered schema counts by itself",
      "schemas/lumen-protocol/v2.bare:1 2 independent: a numbered schema counts by itself",
    ]
  `);
});

test("an address of another repository of the owner has the versions of that, unless it holds current", () => {
  const files = {
    "deploy/lamps.yaml": `resources:
  - https://github.com/lumen-dev/lumen/releases/download/v2.3.0/lamps.yaml
  - https://github.com/lumen-dev/wicks/releases/download/v2.3.0/wicks.yaml
  - https://github.com/lumen-dev/wicks/releases/download/v2.4.0/wicks.yaml
`,
  };
  expect(verdicts(files, { remote: "https://github.com/Lumen-dev/lumen.git" })).toMatchInlineSnapshot(`
    [
      "deploy/lamps.yaml:2 2.3.0 likely behind: github.com/lumen-dev/lumen is ours by its name, and 2.3.0 is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "deploy/lamps.yaml:3 2.3.0 independent: github.com/lumen-dev/wicks is another repository of the owner, with versions of its own",
      "deploy/lamps.yaml:4 2.4.0 likely stale: github.com/lumen-dev/wicks is ours by its name, and 2.4.0 is a version of the train, and nothing writes it",
    ]
  `);
});

test("an action is ours where it lives in this repository, and not because its owner is ours", () => {
  const files = {
    ".github/workflows/ci.yml": `jobs:
  a:
    steps:
      - uses: lumen-dev/lumen@v2.3.0
      - uses: lumen-dev/setup@v2.3.0
`,
  };
  expect(verdicts(files, { remote: "https://github.com/Lumen-dev/lumen.git" })).toMatchInlineSnapshot(`
    [
      ".github/workflows/ci.yml:4 2.3.0 likely behind: the action lumen-dev/lumen lives here, and 2.3.0 is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      ".github/workflows/ci.yml:5 2.3.0 independent: the action lumen-dev/setup is ours by its owner, but it lives in another repository",
    ]
  `);
});

test("what a repository bootstraps itself with, and another image of the owner, are of before", () => {
  const files = {
    "ci.sh": "LUMEN_BOOTSTRAP_VERSION=2.3.0\nLUMEN_VERSION=2.3.0\n",
    "deploy.yml":
      "services:\n  a:\n    image: ghcr.io/lumen-dev/shades:2.3.0\n  b:\n    image: ghcr.io/lumen-dev/wick:2.3.0\n",
    "wick/Dockerfile": "FROM scratch\n",
  };
  const told = { remote: "https://github.com/lumen-dev/lumen.git", tags: ["v1.0.0", "v2.3.0"] };
  expect(verdicts(files, told)).toMatchInlineSnapshot(`
    [
      "ci.sh:1 2.3.0 independent: LUMEN_BOOTSTRAP_VERSION asks for a release of before",
      "ci.sh:2 2.3.0 likely behind: LUMEN_VERSION names the product and holds a version of the train; it holds 2.3.0 while the train holds 2.4.0",
      "deploy.yml:3 2.3.0 independent: the image ghcr.io/lumen-dev/shades is another one of the owner, and nothing of that name is here",
      "deploy.yml:5 2.3.0 likely behind: the image ghcr.io/lumen-dev/wick is ours, and its tag is a version of the train; it holds 2.3.0 while the train holds 2.4.0",
    ]
  `);
});
