import { expect, test } from "vitest";
import { schemaFolder } from "../../src/inventory/ecosystems/schema-folder.ts";
import { occurrencesOf } from "./read-occurrences.ts";

test.each([
  ["sdks/schemas/runner-protocol/v7.bare", "7", "sdks/schemas/runner-protocol"],
  ["v12.proto", "12", "."],
  ["db/v3.sql", "3", "db"],
  ["schemas/v2.json", "2", "schemas"],
  ["schemas/data/runner_config.v6.bare", "6", "schemas/data/runner_config"],
  ["schemas/event-v4.avsc", "4", "schemas/event"],
  ["schemas/v5.avdl", "5", "schemas"],
])("%s", (path, version, subject) => {
  expect(occurrencesOf(schemaFolder, path, "type A u8\n")).toEqual([
    {
      path,
      span: { start: 0, end: 0 },
      text: path.slice(path.lastIndexOf("/") + 1),
      version,
      kind: "schema",
      subject: { type: "schema", name: subject },
      keyPath: null,
    },
  ]);
});

test.each([
  "schemas/mod.ts",
  "schemas/v7.ts",
  "schemas/logo.v2.json",
  "schemas/dev7.bare",
  "v7.bare/readme.md",
])("%s is none", (path) => expect(schemaFolder.matches(path)).toBe(false));
