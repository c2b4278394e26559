import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ecosystems } from "../../src/inventory/ecosystems.ts";
import { parseDocument } from "../../src/repository/documents/parse-document.ts";
import { nothingKnown } from "./nothing-known.ts";

/** File names that at least one ecosystem takes, with the pieces from which such files are written. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  "package.json": [
    "{",
    "}",
    '"name": "a",',
    '"version": "1.2.3",',
    '"dependencies": {',
    '"b": "^1.2.3 || 2"',
    "\n",
  ],
  "pnpm-workspace.yaml": ["catalog:", "\n", "  ", "a: ", "^1.2.3", "'", "- ", "overrides:"],
  "Cargo.toml": [
    "[package]",
    "[dependencies]",
    "\n",
    "version = ",
    '"1.2.3"',
    "a = ",
    "{ ",
    " }",
    ".workspace = true",
  ],
  "pyproject.toml": ["[project]", "\n", "dependencies = [", '"a>=1.2,<2; x"', "]", "version = ", '"1.2rc1"'],
  "requirements.txt": ["a", "==", "1.2.3", ",", "<2", "\n", " ; ", "#", "[b]", "(", ")"],
  "Cargo.lock": [
    "[[package]]",
    "\n",
    'name = "a"',
    'version = "1.2.3"',
    ' "a 1.2.3",',
    'source = "',
    "dependencies = [",
    "]",
  ],
  "pnpm-lock.yaml": [
    "lockfileVersion: 9",
    "\n",
    "  ",
    "packages:",
    "a@1.2.3",
    "(b@2.0.0)",
    ":",
    "'",
    "? ",
    "/",
    "_",
    ": 1.0.0",
  ],
  "package-lock.json": [
    "{\n",
    "}\n",
    '"lockfileVersion": 3,\n',
    '"packages": {\n',
    '"": {\n',
    '"version": "1.2.3",\n',
    '"a": "^1"\n',
    '"dependencies": {\n',
    "[\n",
    "]\n",
  ],
  "yarn.lock": [
    "# yarn lockfile v1",
    "__metadata:",
    "\n",
    '"a@^1.2.3"',
    ", ",
    "b@npm:2",
    ":",
    '  version "1.2.3"',
    "  version: 1.2.3",
    "    c ~1",
  ],
  Dockerfile: [
    "FROM ",
    "ARG A=1.2.3",
    "a/b:1.2.3-slim",
    "$A",
    `\${A:-1.0.0}`,
    "\n",
    " AS c",
    "--platform=x ",
    "COPY --from=",
    "@sha256:1",
  ],
  "values.yaml": [
    "image: ",
    "a:1.2.3",
    "\n",
    "  ",
    "tag: ",
    "repository: b",
    "uses: ",
    "o/r@v4",
    "- ",
    '"',
    " # v1.0.0",
    `\${A:-`,
    "}",
  ],
  "openapi.json": ['{"openapi":"3.0.0",', '"info":{', '"version":"1.2.3"', '"title":"A"', "}", ",", "\n"],
  ".tool-versions": ["node ", "1.2.3", " ", "\n", "#", "ref:x"],
  "rust-toolchain": ["[toolchain]", "\n", 'channel = "1.88"', "1.88", " "],
};

const file = fc.constantFrom(...Object.keys(shapes)).chain((path) =>
  fc.record({
    path: fc.constant(path),
    text: fc.array(fc.oneof(fc.constantFrom(...(shapes[path] ?? [])), fc.string({ maxLength: 3 })), {
      maxLength: 40,
    }),
  }),
);

test("whatever a file holds, every occurrence is where it says", () => {
  fc.assert(
    fc.property(file, ({ path, text: pieces }) => {
      const text = pieces.join("");
      const source = { path, text, document: () => parseDocument(path, text) };
      for (const ecosystem of ecosystems.filter(({ matches }) => matches(path)))
        for (const { span, version, text: written } of ecosystem.occurrences(source, nothingKnown)) {
          expect(text.slice(span.start, span.end)).toBe(version);
          expect(written).toContain(version);
          expect(version).not.toBe("");
        }
    }),
    { numRuns: 500 },
  );
});

test("an ecosystem has a name of its own, and its own repository shows it something", () => {
  expect(new Set(ecosystems.map(({ name }) => name)).size).toBe(ecosystems.length);
  const text = readFileSync("package-lock.json", "utf8");
  const source = {
    path: "package-lock.json",
    text,
    document: () => parseDocument("package-lock.json", text),
  };
  const found = ecosystems.flatMap((ecosystem) =>
    ecosystem.matches(source.path) ? ecosystem.occurrences(source, nothingKnown) : [],
  );
  const lines = text.match(/^ +"version": "\d/gmu)?.length ?? 0;
  expect(found.filter(({ keyPath }) => keyPath?.at(-1) === "version")).toHaveLength(lines);
});
