import { describe, expect, test } from "vitest";
import { manifest, pebble, repaired } from "./repaired.ts";

/** A script that goes through a table of rules; what a row looks like and how its files are found is for the test. */
function table(rows: string, loop: string): string {
  return `import { readFileSync, writeFileSync } from "node:fs";
import { globSync } from "glob";
const version = process.argv[2];
const rows = [
${rows}
];
const change = (path, find, replace) => {
  const text = readFileSync(path, "utf8");
  if (text.search(find) === -1) throw new Error(path + " has no " + find);
  writeFileSync(path, text.replace(find, replace));
};
${loop}
`;
}

const byGlob =
  "for (const { path, find, replace } of rows) for (const file of globSync(path)) change(file, find, replace);";
const byPath = "for (const { path, find, replace } of rows) change(path, find, replace);";
const manifests = `  {
    path: "{package.json,packages/core/package.json}",
    find: /"version": "[^"]*"/,
    replace: \`"version": "\${version}"\`,
  },`;

describe("a row", () => {
  test("stands for a family of files by a wildcard", async () => {
    const { changes, after } = await repaired(
      pebble(table(manifests, byGlob), {
        "apps/one/package.json": manifest("@pebble/one", "1.4.2"),
        "apps/two/package.json": manifest("@pebble/two", "1.4.0"),
      }),
    );
    expect(changes).toEqual([
      '-  "version": "1.4.0"',
      '+  "version": "1.4.2"',
      "+  {",
      '+    path: "apps/*/package.json",',
      String.raw`+    find: /"version": "\d[^"]*"/,`,
      `+    replace: \`"version": "\${version}"\`,`,
      "+  },",
    ]);
    expect(after).toContain("covered apps/two/package.json 1.4.2");
  });

  test("names its files where a wildcard would reach one that is not owed", async () => {
    const { changes, after } = await repaired(
      pebble(table(manifests, byGlob), {
        "apps/one/package.json": manifest("@pebble/one", "1.4.2"),
        "apps/two/package.json": manifest("@pebble/two", "1.4.2"),
        "apps/toy/package.json": manifest("toy", "0.0.0", { private: true }),
      }),
    );
    expect(changes).toContain('+    path: "apps/{one,two}/package.json",');
    expect(after).toContain("independent apps/toy/package.json 0.0.0");
  });

  test("takes several names at once", async () => {
    const { changes } = await repaired(
      pebble(table(manifests, byGlob), {
        "packages/gravel/package.json": manifest("gravel", "1.4.2"),
        "README.md": "```sh\nnpm install gravel@1.4.2 @pebble/core@1.4.2\n```\n",
      }),
    );
    expect(changes).toContain(
      String.raw`+    find: /(@pebble\/core|\bgravel)@\d+\.\d+\.\d+(?:-\w+(?:\.\w+)*)?/g,`,
    );
    expect(changes).toContain(`+    replace: \`$1@\${version}\`,`);
  });

  test("takes every name of a scope where that is exact", async () => {
    const pins = { "@pebble/core": "1.4.2", "@pebble/web": "1.4.1", left: "1.4.2" };
    const { changes, after } = await repaired(
      pebble(table(manifests, byGlob), {
        "packages/web/package.json": manifest("@pebble/web", "1.4.2"),
        "tools/site/package.json": manifest("site", "0.0.0", { private: true, dependencies: pins }),
      }),
    );
    expect(changes).toContain(String.raw`+    find: /"(@pebble\/[^"]+)": "\d[^"]*"/g,`);
    expect(after.filter((each) => each.includes("site"))).toEqual([
      "independent tools/site/package.json 0.0.0",
      "covered tools/site/package.json 1.4.2",
      "covered tools/site/package.json 1.4.2",
      "external tools/site/package.json 1.4.2",
    ]);
  });

  test("is told by the line above where its own says too little", async () => {
    const lock =
      '[[package]]\nname = "other"\nversion = "1.4.2"\n\n[[package]]\nname = "pebble-core"\nversion = "1.4.2"\n';
    const cargo = '[package]\nname = "pebble-core"\nversion = "1.4.2"\n';
    const rows = `${manifests}
  {
    path: "Cargo.toml",
    find: /^version = "[^"]*"/m,
    replace: \`version = "\${version}"\`,
  },`;
    const { changes, after } = await repaired(
      pebble(table(rows, byGlob), { "Cargo.toml": cargo, "Cargo.lock": lock }),
    );
    expect(changes).toContain(String.raw`+    find: /(name = "pebble-core"\s+)version = "\d[^"]*"/,`);
    expect(after).toContain("covered Cargo.lock 1.4.2");
  });
});

describe("the style of the other rows is kept", () => {
  const readme = { "README.md": "npm install @pebble/core@1.4.2\n" };
  const find = String.raw`/@pebble\/core@\d+\.\d+\.\d+(?:-\w+(?:\.\w+)*)?/`;

  test.each([
    [
      "one line, single quotes, no comma at the end",
      `  { path: 'package.json', find: /"version": ".*"/, replace: \`"version": "\${version}"\` },
  { path: 'packages/core/package.json', find: /"version": ".*"/, replace: \`"version": "\${version}"\` }`,
      byPath,
      `+  { path: 'README.md', find: ${find}, replace: \`@pebble/core@\${version}\` }`,
    ],
    [
      "strings that are added up, and another order",
      `  { find: /"version": ".*"/, path: "package.json", replace: '"version": "' + version + '"' },
  { find: /"version": ".*"/, path: "packages/core/package.json", replace: '"version": "' + version + '"' },`,
      byPath,
      `+  { find: ${find}, path: "README.md", replace: '@pebble/core@' + version },`,
    ],
    [
      "lists of files and a function of the version",
      `  { files: ["package.json", "packages/core/package.json"], pattern: /"version": ".*"/, with: (v) => \`"version": "\${v}"\` },`,
      "for (const { files, pattern, with: text } of rows) for (const file of files) change(file, pattern, text(version));",
      `+  { files: ["README.md"], pattern: ${find}, with: (v) => \`@pebble/core@\${v}\` },`,
    ],
  ])("%s", async (_, rows, loop, row) => {
    const { changes, after } = await repaired(pebble(table(rows, loop), readme));
    expect(changes).toContain(row);
    expect(after).toContain("covered README.md 1.4.2");
  });

  test("a script whose table the release does not go through gets none", async () => {
    const { repairs } = await repaired(
      pebble(table(manifests, "change('package.json', rows[0].find, rows[0].replace)"), readme),
    );
    expect(repairs).toContain("ignore: README.md");
  });
});
