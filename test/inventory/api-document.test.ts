import { expect, test } from "vitest";
import { apiDocument } from "../../src/inventory/ecosystems/api-document.ts";
import { nothingKnown } from "./nothing-known.ts";
import { readOccurrences } from "./read-occurrences.ts";

test.each(["openapi", "swagger", "asyncapi"])("reads %s in JSON", (key) => {
  const text = `{
  "${key}": "3.0.3",
  "info": { "title": "Acme API", "version": "2.3.7" },
  "paths": { "/": { "version": "1.0.0" } }
}`;
  expect(readOccurrences(apiDocument, "api.json", text)).toEqual(["3:46 2.3.7 api-version api:Acme API"]);
});

test("reads YAML, keys in any order, and minified JSON", () => {
  const yaml = "info:\n  version: v1.2\n  title: Acme\npaths: {}\nopenapi: 3.1.0\n";
  expect(readOccurrences(apiDocument, "docs/api.yml", yaml)).toEqual([
    "2:13 1.2 api-version api:Acme in v1.2",
  ]);
  const json = '{"components":{},"info":{"version":"2.3.7"},"openapi":"3.1.0"}';
  expect(readOccurrences(apiDocument, "a.json", json)).toEqual(["1:37 2.3.7 api-version -"]);
});

test.each([
  ["a dependency of that name", '{ "dependencies": { "openapi": "1.0.0" }, "info": { "version": "1.0.0" } }'],
  [
    "a schema that has such a property",
    '{ "properties": { "openapi": {} }, "info": { "version": "1.0.0" } }',
  ],
  ["a version that is none", '{ "openapi": "3.0.0", "info": { "version": "latest" } }'],
  ["a document without a version", '{ "openapi": "3.0.0", "info": {} }'],
  ["a broken document", '{ "openapi": "3.0.0", "info": { "version": "1.0.0"'],
])("%s gives nothing", (_, text) => {
  expect(readOccurrences(apiDocument, "a.json", text)).toEqual([]);
});

test("does not parse what is no API document", () => {
  const document = () => {
    throw new Error("parsed");
  };
  const file = { path: "a.json", text: '{ "plugins": ["openapi"], "version": "1.0.0" }', document };
  expect(apiDocument.occurrences(file, nothingKnown)).toEqual([]);
});
