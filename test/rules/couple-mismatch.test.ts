import { expect, test } from "vitest";
import { coupleMismatch } from "../../src/rules/couple-mismatch.ts";
import { schemaBehind } from "../../src/rules/schema-behind.ts";
import { presetGaps } from "../../src/rules/shared/couples/preset-gaps.ts";
import { fixtureCopy, replace, told, unrehearsed, write } from "./fixture-copy.ts";

const couple = (members: string) =>
  `[[release]]\nname = "cut"\nentry = "scripts/release.mjs"\nargs = ["{version}"]\n\n[[couple]]\nname = "pair"\nmembers = [${members}]\n`;

function pair(members: string, files: Record<string, string>): string[] {
  const root = fixtureCopy("couple-mismatch");
  write(root, "version-audit.toml", couple(members));
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  return told(coupleMismatch, unrehearsed(root));
}

test("names the constant that is not at the highest schema and shows the others", () => {
  expect(told(coupleMismatch, unrehearsed(fixtureCopy("couple-mismatch")))).toEqual([
    "error runner/src/index.ts:2 pebble-protocol: PROTOCOL_VERSION is at 2, not 3",
    "  schemas/pebble-protocol/v3.bare:1 the highest schema in schemas/pebble-protocol is at 3",
    "  engine/src/lib.rs:1 PROTOCOL_VERSION is at 3",
  ]);
});

test("is silent when decimal and hexadecimal values agree", () => {
  const root = fixtureCopy("couple-mismatch");
  replace(root, "runner/src/index.ts", "= 2", "= 3");
  expect(told(coupleMismatch, unrehearsed(root))).toEqual([]);
});

test("reports once what a configured couple and a recognised couple both see", () => {
  const audit = unrehearsed(fixtureCopy("couple-mismatch"));
  expect(told(schemaBehind, audit)).toEqual([]);
});

test("takes the side of the majority where no schema decides", () => {
  const found = pair(
    `{ path = "a.json", key = "wire.version" }, { path = "b.yaml", key = "wire.version" }, { path = "c.py", constant = "WIRE" }`,
    { "a.json": `{ "wire": { "version": 4 } }`, "b.yaml": "wire:\n  version: 5\n", "c.py": `WIRE = "5"\n` },
  );
  expect(found[0]).toBe("error a.json:1 pair: wire.version is at 4, not 5");
  expect(found).toHaveLength(3);
});

test("names no culprit where two values stand against each other", () => {
  const found = pair(`{ path = "a.json", key = "v" }, { path = "b.json", key = "v" }`, {
    "a.json": `{ "v": 1 }`,
    "b.json": `{ "v": 2 }`,
  });
  expect(found[0]).toBe("error a.json:1 pair: v is at 1, but its couple is not");
});

test("compares image tags, toolchain files, re-exports and the length of lists", () => {
  const files = {
    "docker/Dockerfile": "FROM ghcr.io/pebble/engine:1.2.0-slim\n",
    ".nvmrc": "v22.14.0\n",
    "src/mod.ts": `import * as v1 from "./wire/v1";\nexport * from "./wire/v2";\n`,
    "src/list.rs": `const CONVERTERS: [&str; 2] = ["a", "b"];\n`,
    "deploy.json": `{ "engine": "^1.2.0", "node": "22.14.0", "wire": 2 }`,
  };
  const agree = [
    `{ path = "docker/Dockerfile", image = "ghcr.io/pebble/engine" }, { path = "deploy.json", key = "engine" }`,
    `{ path = ".nvmrc" }, { path = "deploy.json", key = "node" }`,
    `{ path = "src/mod.ts", reexport = "wire" }, { path = "deploy.json", key = "wire" }, { path = "src/list.rs", constant = "CONVERTERS" }`,
  ];
  for (const members of agree) {
    expect(pair(members, files)).toEqual([]);
    const changed = { ...files, "deploy.json": `{ "engine": "1.3.0", "node": "20.1.0", "wire": 3 }` };
    expect(pair(members, changed)).not.toEqual([]);
  }
});

test("reads a member with wildcards wherever it has the value", () => {
  const found = pair(`{ path = "**/wire.rs", constant = "WIRE" }, { path = "w.json", key = "wire" }`, {
    "old/place/wire.rs": "const WIRE: u8 = 3;\n",
    "other/wire.rs": "// no constant here\n",
    "w.json": `{ "wire": 3 }`,
  });
  expect(found).toEqual([]);
});

test("a member of the user's own configuration that is not there is an error in the configuration", () => {
  const found = pair(`{ path = "gone.rs", constant = "WIRE" }, { path = "w.json", key = "nothing" }`, {
    "w.json": `{ "wire": 3 }`,
  });
  expect(found).toEqual([
    "error version-audit.toml:6 a member of the couple pair cannot be read: gone.rs is not in the repository",
    "error version-audit.toml:6 a member of the couple pair cannot be read: w.json has no key nothing",
  ]);
});

test("a member of a preset that is not there is a note, and an older re-export only likely wrong", () => {
  const root = fixtureCopy("couple-mismatch");
  write(root, "src/index.ts", `export * from "./wire/v2";\n`);
  const audit = unrehearsed(root);
  const members = [
    { path: "schemas/pebble-protocol", schemas: "bare" },
    { path: "src/index.ts", reexport: "wire" },
    { path: "gone.rs", constant: "WIRE" },
  ];
  const couples = [
    { value: { name: "wire", members }, source: { from: "preset" as const, preset: "pebble" } },
  ];
  const preset = { ...audit, config: { ...audit.config, couples } };
  expect(told(coupleMismatch, preset)[0]).toBe("warning src/index.ts:1 wire: the re-export is at 2, not 3");
  expect(coupleMismatch.check(preset)[0]?.why).toBeNull();
  expect(presetGaps(preset)).toEqual([
    {
      path: null,
      message:
        "the couple wire of the preset pebble is checked without some of its members: gone.rs is not in the repository",
    },
  ]);
});

test("recognises a constant and a re-export of the same numbered modules", () => {
  const root = fixtureCopy("schema-behind");
  write(root, "packages/runner/src/wire/v2.ts", "export type Wire = number;\n");
  write(
    root,
    "packages/runner/src/wire-versioned.ts",
    `import * as v1 from "./wire/v1";\nimport * as v2 from "./wire/v2";\nexport const CURRENT_VERSION = 2;\n`,
  );
  write(root, "packages/runner/src/wire.ts", `export * from "./wire/v1";\n`);
  const audit = unrehearsed(root);
  expect(told(coupleMismatch, audit)).toEqual([
    "warning packages/runner/src/wire.ts:1 wire: the re-export is at 1, not 2",
    "  packages/runner/src/wire-versioned.ts:3 CURRENT_VERSION is at 2",
  ]);
  expect(coupleMismatch.check(audit)[0]).toMatchObject({
    why: "these places name the versions of wire",
    help: "make them agree, or configure a [[couple]] that leaves out what is meant to differ",
  });
});

test("a constant that is behind proves a preset's couple wrong, and every couple of the user's own is proved", () => {
  const root = fixtureCopy("couple-mismatch");
  write(root, "src/index.ts", `export * from "./wire/v2";\n`);
  const members = [
    { path: "schemas/pebble-protocol", schemas: "bare" },
    { path: "runner/src/index.ts", constant: "PROTOCOL_VERSION" },
    { path: "src/index.ts", reexport: "wire" },
  ];
  const audit = unrehearsed(root);
  const source = { from: "preset" as const, preset: "pebble" };
  const couples = [{ value: { name: "wire", members }, source }];
  expect(told(coupleMismatch, { ...audit, config: { ...audit.config, couples } })[0]).toBe(
    "error runner/src/index.ts:2 wire: PROTOCOL_VERSION is at 2, not 3 (and 1 other place)",
  );
  const own = pair(`{ path = "w.json", key = "wire" }, { path = "src/index.ts", reexport = "wire" }`, {
    "src/index.ts": `export * from "./wire/v2";\n`,
    "w.json": `{ "wire": 3 }`,
  });
  expect(own[0]).toBe("error src/index.ts:1 pair: the re-export is at 2, not 3");
});
