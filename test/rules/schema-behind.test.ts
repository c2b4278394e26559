import { expect, test } from "vitest";
import { schemaBehind } from "../../src/rules/schema-behind.ts";
import { fixtureCopy, replace, told, unrehearsed, write } from "./fixture-copy.ts";

const crate = (name: string) => `[package]\nname = "${name}"\nversion = "0.1.0"\npublish = false\n`;

test("holds a constant against the schemas that its file imports", () => {
  expect(told(schemaBehind, unrehearsed(fixtureCopy("schema-behind")))).toEqual([
    "warning packages/runner/src/versioned.ts:4 pebble-protocol: CURRENT_VERSION is at 2, not 3",
    "  schemas/pebble-protocol/v3.bare:1 the highest schema in schemas/pebble-protocol is at 3",
    "  packages/runner/src/index.ts:1 the re-export is at 3",
  ]);
});

test("is silent when everything speaks the highest schema", () => {
  const root = fixtureCopy("schema-behind");
  replace(root, "packages/runner/src/versioned.ts", "CURRENT_VERSION = 2", "CURRENT_VERSION = 3");
  expect(told(schemaBehind, unrehearsed(root))).toEqual([]);
});

test("knows a crate by its name, and of several constants in a file only the newest", () => {
  const root = fixtureCopy("schema-gap");
  write(root, "crates/pebble-protocol/Cargo.toml", crate("pebble-protocol"));
  const source = (newest: number) =>
    `pub use generated::v3::*;\npub use generated::v${newest} as mk2;\npub const PROTOCOL_MK1_VERSION: u16 = 3;\npub const PROTOCOL_MK2_VERSION: u16 = ${newest};\n`;
  write(root, "crates/pebble-protocol/src/lib.rs", source(5));
  expect(told(schemaBehind, unrehearsed(root))).toEqual([]);
  write(root, "crates/pebble-protocol/src/lib.rs", source(4));
  expect(told(schemaBehind, unrehearsed(root))).toEqual([
    "warning crates/pebble-protocol/src/lib.rs:4 pebble-protocol: PROTOCOL_MK2_VERSION is at 4, not 5 (and 1 other place)",
    "  schemas/pebble-protocol/v5.bare:1 the highest schema in schemas/pebble-protocol is at 5",
    "  crates/pebble-protocol/src/lib.rs:2 the re-export is at 4",
  ]);
});

test("knows a constant by the protocol package that its file imports", () => {
  const root = fixtureCopy("schema-behind");
  write(
    root,
    "packages/runner/src/connect.ts",
    `import { type Hello } from "@pebble/engine-pebble-protocol";\nconst PROTOCOL_VERSION: number = 1;\n`,
  );
  expect(told(schemaBehind, unrehearsed(root))[0]).toBe(
    "warning packages/runner/src/connect.ts:2 pebble-protocol: PROTOCOL_VERSION is at 1, not 3 (and 1 other place)",
  );
});

test.each([
  ["a test", "packages/runner/tests/old.test.ts", "export const PEBBLE_PROTOCOL_VERSION = 1;\n"],
  ["a minimum", "packages/runner/src/min.ts", "export const MIN_PEBBLE_PROTOCOL_VERSION = 1;\n"],
  ["something else", "packages/runner/src/other.ts", "export const SQLITE_SCHEMA_VERSION = 1;\n"],
  ["a comment", "packages/runner/src/remark.ts", `// export * from "./generated/pebble-protocol/v1";\n`],
  [
    "single names",
    "packages/runner/src/part.ts",
    `export { Hello } from "./generated/pebble-protocol/v1";\n`,
  ],
])("leaves %s alone", (_, path, content) => {
  const root = fixtureCopy("schema-behind");
  replace(root, "packages/runner/src/versioned.ts", "CURRENT_VERSION = 2", "CURRENT_VERSION = 3");
  write(root, path, content);
  expect(told(schemaBehind, unrehearsed(root))).toEqual([]);
});

test("compares copies of a schema folder, but not folders that only share a name", () => {
  const root = fixtureCopy("schema-gap");
  write(root, "crates/pebble-protocol/schemas/v3.bare", "type Other struct {\n}\n");
  expect(told(schemaBehind, unrehearsed(root))).toEqual([]);
  write(
    root,
    "crates/pebble-protocol/schemas/v3.bare",
    "type Hello struct {\n  name: str\n  field2: u32\n  field3: u32\n}\n",
  );
  expect(told(schemaBehind, unrehearsed(root))).toEqual([
    "warning crates/pebble-protocol/schemas/v3.bare:1 pebble-protocol: the highest schema in crates/pebble-protocol/schemas is at 3, not 5",
    "  schemas/pebble-protocol/v5.bare:1 the highest schema in schemas/pebble-protocol is at 5",
  ]);
});

test("leaves a version that is above its schemas to the rule about couples", () => {
  const root = fixtureCopy("schema-behind");
  replace(root, "packages/runner/src/versioned.ts", "CURRENT_VERSION = 2", "CURRENT_VERSION = 4");
  expect(told(schemaBehind, unrehearsed(root))).toEqual([]);
});
