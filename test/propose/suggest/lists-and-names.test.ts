import { describe, expect, test } from "vitest";
import { manifest, pebble, repaired } from "./repaired.ts";

const bump = `
for (const path of paths) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/"version": ".*"/, \`"version": "\${process.argv[2]}"\`));
}
`;
const imports = `import { execSync } from "node:child_process";\nimport { readFileSync, writeFileSync } from "node:fs";\n`;

describe("a list", () => {
  test("of files takes a forgotten manifest in its own style", async () => {
    const script = `${imports}const paths = [\n  'package.json',\n  'packages/core/package.json',\n];${bump}`;
    const { changes, repairs, after } = await repaired(
      pebble(script, { "packages/web/package.json": manifest("@pebble/web", "1.4.2") }),
    );
    expect(changes).toEqual(["+  'packages/web/package.json',"]);
    expect(repairs).toEqual(["list: packages/web/package.json"]);
    expect(after).toContain("covered packages/web/package.json 1.4.2");
  });

  test("of folders takes a forgotten one at its place, and what is behind is brought to current", async () => {
    const script = `${imports}const folders = ["packages/app", "packages/core", "packages/zoo"];
const paths = ["package.json", ...folders.map((folder) => folder + "/package.json")];${bump}`;
    const { changes, after } = await repaired(
      pebble(script, {
        "packages/app/package.json": manifest("@pebble/app", "1.4.2"),
        "packages/web/package.json": manifest("@pebble/web", "1.4.1"),
        "packages/zoo/package.json": manifest("@pebble/zoo", "1.4.2"),
      }),
    );
    expect(changes).toEqual([
      '-  "version": "1.4.1"',
      '+  "version": "1.4.2"',
      '-const folders = ["packages/app", "packages/core", "packages/zoo"];',
      '+const folders = ["packages/app", "packages/core", "packages/web", "packages/zoo"];',
    ]);
    expect(after).toContain("covered packages/web/package.json 1.4.2");
  });

  test("that would write more than is owed is left alone", async () => {
    const script = `${imports}const folders = ["packages/core"];
const paths = new Set().add("package.json");
for (const folder of folders) {
  paths.add(folder + "/package.json");
  if (folder === "packages/web") paths.add("packages/own/package.json");
}${bump}`;
    const { repairs, after } = await repaired(
      pebble(script, {
        "packages/web/package.json": manifest("@pebble/web", "1.4.2"),
        "packages/own/package.json": manifest("@pebble/own", "0.3.0"),
      }),
    );
    expect(repairs).toEqual(["ignore: packages/web/package.json"]);
    expect(after).toContain("ignored packages/web/package.json 1.4.2");
    expect(after).toContain("independent packages/own/package.json 0.3.0");
  });
});

describe("a condition", () => {
  const discovery = (condition: string) => `${imports}
const listed = JSON.parse(execSync("pnpm -r list --json", { encoding: "utf8" }));
const paths = ["package.json"];
for (const { name, path, ...pkg } of listed) {
  ${condition}
}${bump}`;
  const files = {
    "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
    "packages/core/package.json": manifest("@pebble/core", "1.4.2"),
    "packages/gravel/package.json": manifest("gravel", "1.4.2"),
    "packages/sand/package.json": manifest("@dune/sand", "1.4.2"),
  };

  test.each([
    [
      "that refuses names, over several lines",
      'if (\n    !name.startsWith("@pebble/") &&\n    name !== "gravel"\n  ) continue;\n  paths.push(path + "/package.json");',
      ['-    name !== "gravel"', '+    name !== "gravel" &&', '+    name !== "@dune/sand"'],
    ],
    [
      "that admits names",
      "if (name.startsWith('@pebble/') || name === 'gravel') paths.push(path + \"/package.json\");",
      [
        "-  if (name.startsWith('@pebble/') || name === 'gravel') paths.push(path + \"/package.json\");",
        "+  if (name.startsWith('@pebble/') || name === 'gravel' || name === '@dune/sand') paths.push(path + \"/package.json\");",
      ],
    ],
    [
      "that stands next to another one",
      'if (!pkg.private && /^(?!@dune)/.test(name) || name === "x") paths.push(path + "/package.json");\n  else if (!pkg.private && name === "gravel") paths.push(path + "/package.json");',
      [
        '-  else if (!pkg.private && name === "gravel") paths.push(path + "/package.json");',
        '+  else if (!pkg.private && (name === "gravel" || name === "@dune/sand")) paths.push(path + "/package.json");',
      ],
    ],
  ])("%s lets a forgotten package through", async (_, condition, changes) => {
    const repository = await repaired(pebble(discovery(condition), files));
    expect(repository.changes).toEqual(changes);
    expect(repository.repairs).toEqual(["name: packages/sand/package.json"]);
    expect(repository.after).toContain("covered packages/sand/package.json 1.4.2");
  });

  test("is not widened for a package that was left behind long ago", async () => {
    const condition = 'if (name.startsWith("@pebble/")) paths.push(path + "/package.json");';
    const { repairs } = await repaired(
      pebble(discovery(condition), { ...files, "packages/gravel/package.json": manifest("gravel", "1.1.0") }),
    );
    expect(repairs).toContain("name: packages/sand/package.json");
    expect(repairs.filter((repair) => repair.includes("gravel"))).not.toContain(
      "name: packages/gravel/package.json",
    );
  });
});
