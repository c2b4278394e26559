import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { manifest, pebble, repaired } from "./repaired.ts";

const script = `import { readFileSync, writeFileSync } from "node:fs";
const paths = new Set().add("package.json").add("packages/core/package.json").add("packages/web/package.json");
for (const path of paths) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/"version": ".*"/, \`"version": "\${process.argv[2]}"\`));
}
`;

const web = (more: object) => manifest("@pebble/web", "1.4.2", more);
const example = (spec: string) =>
  manifest("example", "0.0.0", { private: true, dependencies: { "@pebble/core": spec } });
const workspace = { "pnpm-workspace.yaml": "packages:\n  - packages/*\n  - examples/*\n" };
const root = (resolutions: object) => manifest("pebble", "1.4.2", { private: true, resolutions });

describe("a requirement of an example", () => {
  test("becomes * where the others ask so", async () => {
    const { changes, repairs } = await repaired(
      pebble(script, {
        ...workspace,
        "package.json": root({ "@pebble/core": "workspace:*" }),
        "packages/web/package.json": web({}),
        "examples/one/package.json": example("*"),
        "examples/two/package.json": example("^1.4.0"),
      }),
    );
    expect(changes).toEqual(['-    "@pebble/core": "^1.4.0"', '+    "@pebble/core": "*"']);
    expect(repairs).toEqual(["spec: examples/two/package.json"]);
  });

  test("gets a resolution of the root with it", async () => {
    const { root: folder, changes } = await repaired(
      pebble(script, {
        ...workspace,
        "package.json": root({ "@pebble/web": "workspace:*", pebble: "workspace:*" }),
        "packages/web/package.json": web({}),
        "examples/one/package.json": example("*"),
        "examples/two/package.json": example("1.4.2"),
        "examples/three/package.json": example("~1.4.2"),
      }),
    );
    expect(changes).toContain('+    "@pebble/core": "workspace:*"');
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).resolutions).toEqual({
      "@pebble/web": "workspace:*",
      pebble: "workspace:*",
      "@pebble/core": "workspace:*",
    });
  });
});

describe("a requirement between packages", () => {
  test.each([
    ["dependencies", "1.4.2"],
    ["devDependencies", "^1.4.0"],
    ["peerDependencies", "1.4.2"],
  ])("in %s that asks for %s becomes workspace:* where the repository asks so elsewhere", async (table, spec) => {
    const { changes, repairs } = await repaired(
      pebble(script, {
        ...workspace,
        "packages/own/package.json": manifest("own", "0.3.0", {
          dependencies: { "@pebble/core": "workspace:*" },
        }),
        "packages/web/package.json": web({ [table]: { "@pebble/core": spec } }),
      }),
    );
    expect(repairs).toEqual(["spec: packages/web/package.json"]);
    expect(changes).toEqual([`-    "@pebble/core": "${spec}"`, '+    "@pebble/core": "workspace:*"']);
  });

  test("stays where the repository does not use the protocol", async () => {
    const { repairs } = await repaired(
      pebble(script, { "packages/web/package.json": web({ dependencies: { "@pebble/core": "1.4.2" } }) }),
    );
    expect(repairs).toEqual(["ignore: packages/web/package.json"]);
  });
});
