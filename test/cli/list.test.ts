import { expect, test } from "vitest";
import { forgetfulRepository, run } from "./command-line.ts";

const more = {
  Dockerfile: "FROM acme/web:1.4.2\nFROM node:22.1.0\n",
  "docs/README.md": "npm i @acme/web@1.3.0\n1.4.2\n",
};

test("the list is filtered by verdict, kind, subject and path, and by all of them at once", () => {
  const root = forgetfulRepository(more);
  const list = (...args: string[]) =>
    run(root, ["list", ...args])
      .stdout.trimEnd()
      .split("\n")
      .filter((line) => /:\d+:\d+ /.test(line))
      .map((line) => line.split(/\s+/).slice(0, 3).join(" "));
  expect(list()).toMatchInlineSnapshot(`
    [
      "stale Dockerfile:1:15 1.4.2",
      "stale packages/api/package.json:3:15 1.4.2",
      "behind docs/README.md:1:17 1.3.0",
      "covered package.json:3:15 1.4.2",
      "covered packages/web/package.json:3:15 1.4.2",
      "external Dockerfile:2:11 22.1.0",
      "external docs/README.md:2:1 1.4.2",
    ]
  `);
  expect(list("--verdict", "stale,covered")).toMatchInlineSnapshot(`
    [
      "stale Dockerfile:1:15 1.4.2",
      "stale packages/api/package.json:3:15 1.4.2",
      "covered package.json:3:15 1.4.2",
      "covered packages/web/package.json:3:15 1.4.2",
    ]
  `);
  expect(list("--kind", "image")).toMatchInlineSnapshot(`
    [
      "stale Dockerfile:1:15 1.4.2",
      "external Dockerfile:2:11 22.1.0",
    ]
  `);
  expect(list("--subject", "@acme/*")).toMatchInlineSnapshot(`
    [
      "stale packages/api/package.json:3:15 1.4.2",
      "behind docs/README.md:1:17 1.3.0",
      "covered packages/web/package.json:3:15 1.4.2",
    ]
  `);
  expect(list("--subject", "image:node")).toMatchInlineSnapshot(`
    [
      "external Dockerfile:2:11 22.1.0",
    ]
  `);
  expect(list("--subject", "image:*")).toHaveLength(2);
  expect(list("--path", "packages/**")).toMatchInlineSnapshot(`
    [
      "stale packages/api/package.json:3:15 1.4.2",
      "covered packages/web/package.json:3:15 1.4.2",
    ]
  `);
  expect(
    list("--path", "packages/**", "--verdict", "stale", "--kind", "manifest-version"),
  ).toMatchInlineSnapshot(`
    [
      "stale packages/api/package.json:3:15 1.4.2",
    ]
  `);
});

test("the list as JSON", () => {
  const { stdout } = run(forgetfulRepository(more), ["list", "--format", "json", "--kind", "image"]);
  const found: { readonly path: string; readonly subject: string }[] = JSON.parse(stdout);
  expect(found.map(({ path, subject }) => `${path} ${subject}`)).toEqual([
    "Dockerfile image:acme/web",
    "Dockerfile image:node",
  ]);
});
